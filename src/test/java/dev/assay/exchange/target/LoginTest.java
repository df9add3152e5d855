package dev.assay.exchange.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.UserException;
import dev.assay.exchange.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user with a password is given as such, whatever the contract calls the value. */
class LoginTest {

  private static final String CONTRACT =
      """
      openapi: 3.1.0
      info: { title: A stock, version: 1.0.0 }
      security: [{ who: [] }]
      x-target:
        token: { secret: true, says: Who may look. }
        other: { secret: true, required: false, says: Something else. }
      paths:
        /stock:
          get: { operationId: read, responses: { "200": { description: It. } } }
      components:
        securitySchemes:
          who: { type: http, scheme: Basic, x-value: token }
      """;

  @TempDir private Path folder;

  private Service service(String line) throws IOException {
    Files.writeString(folder.resolve("stock.openapi.yaml"), CONTRACT);
    Path file =
        Files.writeString(
            folder.resolve("t.yaml"),
            "services:\n  stock:\n    contract: stock.openapi.yaml\n    baseUrl: https://h.example\n    "
                + line
                + "\n");
    return new TargetReader(Map.of("PW", "open:sesame-1", "ENCODED", "am86b3BlbjpzZXNhbWUtMQ=="))
        .read(file)
        .service("stock")
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"token: { user: jo, password: \"${PW}\" }", "token: ${ENCODED}"})
  void it_is_sent_encoded_and_neither_form_is_shown(String line) throws IOException {
    Service service = service(line);
    assertThat(service.secrets().expand("Basic $TOKEN"))
        .isEqualTo("Basic am86b3BlbjpzZXNhbWUtMQ==");
    assertThat(service.mention("token")).contains("$TOKEN");
  }

  @Test
  void neither_the_password_nor_the_two_encoded_are_shown() throws IOException {
    Service service = service("token: { user: jo, password: \"${PW}\" }");
    assertThat(
            new Redactor(service.secrets())
                .text("pw=open:sesame-1; Basic am86b3BlbjpzZXNhbWUtMQ=="))
        .isEqualTo("pw=$PW; Basic $STOCK_TOKEN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token: { user: 'j:o', password: \"${PW}\" } | services.stock.token.user has a colon",
        "token: { user: jo, password: sesame } | services.stock.token.password is written into the file; take it from the environment",
        "token: { user: jo } | `password` is missing in services.stock.token",
        "token: { user: jo, password: \"${PW}\", realm: x } | unknown key `realm` in services.stock.token; known keys are password, user",
        "other: { user: jo, password: \"${PW}\" } | services.stock.other must have a single value"
      })
  void what_is_wrong_with_it_is_told(String line, String says) {
    assertThatThrownBy(
            () -> service(line.startsWith("other") ? "token: ${ENCODED}\n    " + line : line))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(says);
  }
}
