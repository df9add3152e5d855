package dev.assay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.UserException;
import dev.assay.contract.DocumentedResponse.Occasion;
import dev.assay.contract.SecurityScheme.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a contract says beside its clauses: standard OpenAPI, and the traits. */
class ContractTraitsTest {

  private static final String VALID = example(0);
  private static final String OVERLAY = example(1);

  /** An example of docs/contracts.md, counted from 0. */
  private static String example(int number) {
    try {
      String page = Files.readString(Path.of("docs/contracts.md"));
      String begun = page.split("```yaml\n", -1)[number + 1];
      return begun.substring(0, begun.indexOf("```\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Operation read(String text) {
    return new ContractReader().read("things", "things.yaml", text).operations().get(0);
  }

  @Test
  void the_page_tells_every_trait_of_its_example() throws IOException {
    String page = Files.readString(Path.of("docs/contracts.md"));
    Matcher traits = Pattern.compile("(?<![\\w-])(x-[a-z]+):").matcher(VALID);
    assertThat(traits.results().map(found -> found.group(1)).distinct())
        .hasSizeGreaterThan(8)
        .allSatisfy(trait -> assertThat(page).contains("`" + trait));
  }

  @Test
  void parameters_of_the_path_and_of_the_operation_are_read() {
    assertThat(read(VALID).parameters())
        .extracting(Parameter::name, Parameter::in, Parameter::required)
        .containsExactly(Tuple.tuple("place", "path", true));
  }

  @Test
  void fields_inside_objects_have_a_path_and_a_trait() {
    List<Field> fields = read(VALID).body().fields();
    assertThat(fields).extracting(Field::path).contains("user", "user.id", "note", "picture");
    Field id = fields.get(1);
    assertThat(id.trait("x-value")).contains("owner");
    assertThat(id.required()).isTrue();
    assertThat(id.isCalled("id")).isTrue();
    assertThat(fields.get(2).required()).isFalse();
  }

  @Test
  void a_file_has_its_limit() {
    assertThat(read(VALID).body().file().flatMap(Field::limit)).contains(new SizeLimit(100, 100));
    SizeLimit open =
        new ContractReader()
            .shipped("haptik")
            .operation("log-file")
            .body()
            .file()
            .flatMap(Field::limit)
            .orElseThrow();
    assertThat(open).isEqualTo(new SizeLimit(10_000_000, 10_485_760));
    assertThat(open.isExact()).isFalse();
  }

  @Test
  void a_scheme_says_what_is_sent_where() {
    assertThat(read(VALID).security())
        .containsExactly(
            new SecurityScheme("key", Kind.KEY, "header", "X-Key", Optional.of("token")));
    assertThat(new ContractReader().shipped("haptik").operation("log-file").security())
        .extracting(SecurityScheme::kind)
        .containsExactly(Kind.BEARER);
  }

  @Test
  void the_schema_of_a_response_is_whole() {
    DocumentedResponse refusal = read(VALID).response(403).orElseThrow();
    assertThat(refusal.errorMember()).contains("reason");
    assertThat(refusal.errorTexts()).containsExactly("not yours");
    assertThat(read(VALID).success().requiredMembers()).containsExactly("number", "note");
  }

  @Test
  void an_example_tells_what_provokes_a_response() {
    assertThat(read(VALID).response(403).orElseThrow().occasions())
        .containsExactly(new Occasion("not-yours", "id", "stranger", Optional.of("not yours")));
  }

  @Test
  void a_clause_decides_what_it_says_or_what_it_is_named_after() {
    Operation operation = read(VALID);
    assertThat(operation.deciding("response/201/number")).contains(operation.clause("201/number"));
    assertThat(operation.deciding("response/403/reason")).contains(operation.clause("403/who"));
    assertThat(operation.deciding("response/201/note")).isEmpty();
    assertThat(Operation.slug("response/200/created_at/offset")).isEqualTo("200/created-at-offset");
    assertThat(Operation.slug("response/200")).isEqualTo("200/status");
  }

  static Stream<String[]> flaws() {
    return Stream.of(
        flaw("x-value: owner", "x-value: nobody", 15, "`nobody` is no value of the target; add it"),
        flaw("id: stranger", "id: foe", 42, "`foe` is no value of the target; add it"),
        flaw("{ id: stranger", "{ name: stranger", 42, "`x-when` names `name`, which the request"),
        flaw("x-echo: note", "x-echo: notes", 30, "`x-echo` names `notes`, which the request"),
        flaw("x-serves: picture", "x-serves: file", 30, "it has user, user.id, note, picture"),
        flaw("in: path", "in: pat", 12, "use header, query, path or cookie"),
        flaw("#/components/schemas/Error", "#/components/schemas/Eror", 48, "names nothing in"),
        flaw(
            "#/components/schemas/Error",
            "errors.yaml#/Error",
            48,
            "names a file that is not there"),
        flaw("  - key: []", "  - other: []", 4, "`other` is not in components.securitySchemes"));
  }

  private static String[] flaw(String part, String other, int line, String says) {
    assertThat(VALID).contains(part);
    return new String[] {VALID.replace(part, other), "things.yaml, line " + line + ": ", says};
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("flaws")
  void a_flaw_is_told_with_file_line_and_what_would_be_right(
      String text, String place, String says) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(place)
        .hasMessageContaining(says);
  }

  private static Operation overlaid(String overlay) {
    return new ContractReader()
        .read("things", "things.yaml", VALID, "traits.yaml", overlay)
        .operations()
        .get(0);
  }

  @Test
  void an_overlay_adds_and_removes() {
    Operation operation = overlaid(OVERLAY);
    assertThat(operation.clause("201/url").level()).isEqualTo(Level.IMPLIED);
    assertThat(operation.clauses()).hasSize(3);
    assertThat(operation.conflicts()).isEmpty();
    assertThat(operation.response(403).orElseThrow().schema().at("/properties/reason/maxLength"))
        .hasToString("80");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "overlay: 1.0.0 | overlay: 2.0.0 | traits.yaml, line 1: an overlay begins with",
        "schemas.Error | schemas.Eror | traits.yaml, line 4: `$.components.schemas.Eror",
        "$.components.schemas.Error.properties.reason | $..[ | traits.yaml, line 4: `$..[` is no JSONPath",
        "remove: true | description: none | traits.yaml, line 12: neither `update` nor `remove`",
        "level: implied | level: maybe | traits.yaml, line 8: `maybe` is no level"
      })
  void a_flaw_of_an_overlay_is_told_with_its_own_line(String part, String other, String says) {
    assertThat(OVERLAY).contains(part);
    assertThatThrownBy(() -> overlaid(OVERLAY.replace(part, other)))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(says);
  }
}
