package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made from a contract knows no service, no operation and no member by name. */
class ServiceWordsTest {

  /** A member of load.json that others read; the examples of help, which work as they stand. */
  private static final String KEPT = "uncheckedMessageIds|(log-message|upload-file)/4\\d\\d";

  private static final Pattern WORD =
      Pattern.compile(
          "(?i)haptik|rooms|(log|send)-message|(log|upload)-file|room-id|file-url|message-id"
              + "|(auth|business|room|message|client)_?id|message_(body|type)|file_url|created_at");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "suite/derive",
        "suite/probe",
        "suite/run",
        "verdict",
        "contract",
        "load",
        "proof",
        "report",
        "app",
        "cli",
        "gate",
        "compare",
        "yaml"
      })
  void no_word_of_a_service_stands_there(String wing) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/assay", wing))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).isNotEmpty();
      for (Path source : sources) {
        String text = Files.readString(source).replaceAll(KEPT, "");
        assertThat(text).as("%s", source).doesNotContainPattern(WORD);
      }
    }
  }
}
