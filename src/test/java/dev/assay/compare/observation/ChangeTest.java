package dev.assay.compare.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.compare.SampleCases;
import dev.assay.exchange.Header;
import dev.assay.verdict.Evidence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a difference. */
class ChangeTest {

  private static Observation observed(Evidence evidence) {
    return Observation.of(SampleCases.result("a/b", List.of(), List.of(), evidence)).orElseThrow();
  }

  /** A run for each value of the member {@code is}; without one, the body is empty. */
  private static List<Observation> runs(String values) {
    return Stream.of(values.split(" / "))
        .map(
            value -> SampleCases.answered(200, "-".equals(value) ? "{}" : "{\"is\":" + value + "}"))
        .map(ChangeTest::observed)
        .toList();
  }

  @ParameterizedTest(name = "old {0}, new {1}: {2} to {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        // what both show at least once is no change
        "1             | 1               |                |",
        "1 / 2         | 2 / 3           |                |",
        // what stays the same for one service at least is compared to the letter
        "1             | 2               | 1              | 2",
        "1             | 2 / 3           | 1              | 2 or 3",
        "\"no\"        | \"No\"          | \"no\"         | \"No\"",
        "\"a\" / \"b\" | \"c\" / \"c\"   | \"a\" or \"b\" | \"c\"",
        // what is another each time for both is compared by its form
        "1 / 2         | 3 / 4           |                |",
        "1 / 2         | 0.5 / 1.5       | an integer     | a number with a fraction",
        "\"x1234\" / \"x5678\" | \"y1234\" / \"y5678\" |  |",
        // and by its type where the form is another each time too
        "\"a\" / \"b\" | \"c\" / \"d\"   |                |",
        "\"a\" / \"b\" | 1 / 2           | \"a\" or \"b\" | an integer",
        // missing is a value too
        "1             | -               | 1              | (none)",
        "-             | null            | (none)         | null",
        "1 / -         | -               |                |",
        // an array shows its items in any order, each once
        "[1,2]         | [2,1,1]         |                |",
        "[1,2]         | [1,3]           | '1 | 2'        | '1 | 3'",
      })
  void two_services_are_compared_as_exactly_as_one_of_them_repeats_itself(
      String before, String after, String from, String to) {
    List<Change> changes = Change.between(runs(before), runs(after));
    if (from == null) {
      assertThat(changes).isEmpty();
    } else {
      assertThat(changes).hasSize(1);
      assertThat(changes.get(0).from()).isEqualTo(from);
      assertThat(changes.get(0).to()).isEqualTo(to);
    }
  }

  @Test
  void the_more_a_client_depends_on_a_place_the_earlier_its_change_comes() {
    Observation old =
        observed(
            SampleCases.answered(
                200,
                "{\"id\": 7}",
                new Header("Allow", "GET"),
                new Header("Content-Type", "application/json")));
    Observation other =
        observed(
            SampleCases.answered(
                500, "oops", new Header("Allow", "PUT"), new Header("Content-Type", "text/plain")));
    assertThat(Change.between(List.of(old), List.of(other)))
        .extracting(Change::place)
        .containsExactly("status", "body", "body.id", "header content-type", "header allow");
  }

  private static final Observation NOW =
      observed(
          SampleCases.answered(
              409,
              "{\"error\":\"taken by x7f3a2\",\"id\":12}",
              new Header("Allow", "POST,GET"),
              new Header("Server-Timing", "app;dur=9")));

  private static final Map<String, String> WHOLE =
      Map.of(
          "status", "409",
          "header allow", "GET, POST",
          "body", "an object",
          "body.error", "\"taken by x7f3a2\"",
          "body.id", "an integer");

  private static Map<String, String> whole(String place, String text) {
    Map<String, String> described = new TreeMap<>(WHOLE);
    described.put(place, text);
    return described;
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "status               | 409                 | false",
        "status               | 404                 | true",
        "status               | (varies)            | false",
        "body.error           | \"taken by *\"      | true",
        "body.error           | a string            | true",
        "body.more            | 1                   | true",
        "header allow         | POST, GET           | false",
        "header allow         | POST                | true",
        "header server-timing | app;dur=3           | false",
      })
  void a_pinned_response_is_held_to_the_letter(String place, String text, boolean isChange) {
    List<Change> changes = Change.inWhole(whole(place, text), NOW);
    assertThat(changes.stream().map(Change::place).toList())
        .isEqualTo(isChange ? List.of(place) : List.of());
  }

  @Test
  void what_a_pinned_response_does_not_mention_is_a_change_and_a_known_violation_leaves_it_open() {
    Map<String, String> described = Map.of("status", "409", "body", "an object");
    assertThat(Change.inWhole(described, NOW))
        .containsExactlyInAnyOrder(
            new Change("header allow", "(none)", "GET, POST"),
            new Change("body.error", "(none)", "\"taken by x7f3a2\""),
            new Change("body.id", "(none)", "an integer"));
    assertThat(Change.inPart(described, NOW)).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "status     | 409                   | false",
        "status     | 500                   | true",
        "body.error | \"taken by x7f3a2\"   | false",
        "body.error | \"taken by *\"        | false",
        "body.error | a string              | false",
        "body.error | (varies)              | false",
        "body.error | a number              | true",
        "body.more  | (none)                | false",
        "body.more  | a string              | true",
      })
  void a_known_violation_is_held_as_exactly_as_it_is_described(
      String place, String text, boolean isChange) {
    assertThat(Change.inPart(Map.of(place, text), NOW)).hasSize(isChange ? 1 : 0);
  }

  @Test
  void of_two_runs_only_what_both_looked_at_is_compared() {
    assertThat(
            Change.between(
                Map.of("a/same", "PASS", "a/worse", "PASS", "a/gone", "FAIL"),
                Map.of("a/same", "PASS", "a/worse", "FAIL", "a/new", "FAIL")))
        .containsExactly(new Change("a/worse", "PASS", "FAIL"));
  }
}
