package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TargetReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an OpenAPI file to a target file. */
class InitCommandTest {

  private static final String PETS =
      """
      openapi: 3.0.3
      info: { title: Pets, version: "1" }
      servers: [{ url: "https://{region}.pets.test/v1/", variables: { region: { default: eu } } }]
      security: [{ login: [] }]
      webhooks: { petBorn: { post: {} } }
      paths:
        /pets:
          post:
            operationId: createPet
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    required: [name]
                    properties: { name: { type: string, minLength: 1 } }
            responses:
              "201": { description: made }
              "400": { description: refused }
              "409": { description: there already }
        /pets/{petId}:
          parameters: [{ name: petId, in: path, required: true, schema: { type: integer } }]
          get: { operationId: readPet, responses: { "200": { description: it } } }
          delete: { operationId: removePet, responses: { "204": { description: gone } } }
        /feed:
          put:
            requestBody: { required: true, content: { application/xml: { schema: { type: object } } } }
            responses: { "200": { description: fed } }
      components:
        securitySchemes: { login: { type: http, scheme: bearer } }
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void file() throws Exception {
    file = folder.resolve("pets.openapi.yaml");
    Files.writeString(file, PETS);
  }

  @Test
  void it_writes_what_a_target_needs_and_says_what_each_operation_gets() throws Exception {
    Outcome outcome = init("--base-url", "http://127.0.0.1:8080");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .containsPattern("create-pet  POST /pets: \\d+ cases; looked at where it comes.*: 409")
        .contains("remove-pet  DELETE /pets/{petId}: not asked: it destroys")
        .contains("put-feed  PUT /feed: not asked: a body of application/xml cannot be made")
        .contains("Not checked: the webhook petBorn (" + file + ", line 5)")
        .contains("Next: assay contract --target " + folder.resolve("pets.target.yaml"));
    Target target =
        new TargetReader(Map.of("PETS_TOKEN", "abc")).read(folder.resolve("pets.target.yaml"));
    assertThat(target.services()).hasSize(1);
    assertThat(target.services().get(0).secrets().has("TOKEN")).isTrue();
    assertThat(Files.readString(folder.resolve("pets.target.yaml")))
        .contains("# petId: 1 # the path parameter petId of read-pet")
        .contains("# destructive: [remove-pet]");
  }

  @Test
  void the_address_comes_from_the_file_where_none_is_given() throws Exception {
    init();
    assertThat(Files.readString(folder.resolve("pets.target.yaml")))
        .contains("baseUrl: https://eu.pets.test/v1\n");
  }

  @Test
  void a_user_and_a_password_are_asked_for_where_the_contract_says_basic() throws Exception {
    Files.writeString(file, PETS.replace("scheme: bearer", "scheme: basic"));
    assertThat(init().out()).contains("Set PETS_LOGIN in the environment");
    Path target = folder.resolve("pets.target.yaml");
    assertThat(Files.readString(target)).contains("login: { user: assay, password: ");
    assertThat(new TargetReader(Map.of("PETS_LOGIN", "abc")).read(target).services().get(0))
        .matches(service -> service.secrets().has("LOGIN"));
  }

  @Test
  void nothing_is_overwritten() throws Exception {
    init();
    assertThat(init().exitCode()).isEqualTo(2);
    assertThat(init().err()).contains("pets.target.yaml: is there already");
  }

  @Test
  void a_file_that_is_no_contract_is_told() throws Exception {
    Files.writeString(file, "openapi: 4.0.0\n");
    assertThat(init().err()).contains("line 1: a contract is an OpenAPI 3 or Swagger 2.0 file");
    Files.writeString(file, "openapi: 3.1.0\ninfo: { title: a, version: b }\n");
    assertThat(init().err()).contains("has no operation below `paths`");
    Files.delete(file);
    assertThat(init().err()).contains("is no file that can be read");
  }

  private Outcome init(String... more) {
    String[] all = new String[4 + more.length];
    System.arraycopy(
        new String[] {"init", file.toString(), "--out", folder.toString()}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return Outcome.ofCommand(all);
  }
}
