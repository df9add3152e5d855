package dev.assay.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.UserException;
import dev.assay.yaml.YamlNode.Group;
import dev.assay.yaml.YamlNode.Value;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader asks of a file, and the errors where the file has something else. */
class YamlNodeTest {

  private static final Map<String, Integer> LEVELS = Map.of("low", 1, "high", 2);

  private static Group read(String text) {
    return new YamlFile("f.yaml", "# settings\ntop:\n  " + text + "\n", "settings")
        .read("top")
        .group("top");
  }

  static Stream<Arguments> values() {
    return Stream.of(
        value("key: 0.5", value -> value.number(0.5, 2), 0.5),
        value("key: 2", value -> value.number(0.5, 2), 2.0),
        value("key: 1e2", value -> value.number(0, 100), 100.0),
        value("key: '7 '", value -> value.whole(1, 10), 7),
        value("key: 7.0", value -> value.whole(1, 10), 7),
        value(
            "key: 2026-12-31",
            value -> value.as("a date like 2026-12-31", LocalDate::parse),
            LocalDate.of(2026, 12, 31)),
        value("key: high", value -> value.as("low or high", LEVELS::get), 2),
        value("key: low", value -> value.named(YamlNodeTest::level, "low, high"), 1),
        value("key: ' a '", Value::content, " a "),
        value("key:", Value::text, ""));
  }

  private static Arguments value(String text, Function<Value, Object> reading, Object read) {
    return arguments(text, reading, read);
  }

  private static Optional<Integer> level(String word) {
    return Optional.ofNullable(LEVELS.get(word));
  }

  @ParameterizedTest(name = "{0} is {2}")
  @MethodSource("values")
  void a_value_is_read_as_what_it_must_be(
      String text, Function<Value, Object> reading, Object read) {
    assertThat(reading.apply(read(text).required("key"))).isEqualTo(read);
  }

  static Stream<Arguments> flaws() {
    return Stream.of(
        flaw(
            "baseURl: x",
            top -> top.only("baseUrl", "token"),
            "unknown key `baseURl` in top; known keys are baseUrl, token"),
        flaw("other: 1", top -> top.required("key"), "2: `key` is missing in top; add it"),
        flaw("other: 1", top -> top.group("key"), "2: `key` is missing in top; add it"),
        flaw("other: 1", top -> top.groups("key"), "2: `key` is missing in top; add it"),
        flaw("other: 1", top -> top.values("key"), "2: `key` is missing in top; add it"),
        flaw("key: [1]", top -> top.required("key"), "top.key must have a single value"),
        flaw("key: {a: 1}", top -> top.optional("key"), "top.key must have a single value"),
        flaw("key: 1", top -> top.group("key"), "top.key must have keys of its own below it"),
        flaw(
            "key: 1", top -> top.groupOrEmpty("key"), "top.key must have keys of its own below it"),
        flaw(
            "key: [1]", top -> top.groups("key"), "top.key must have keys of its own below each -"),
        flaw("key: 1", top -> top.values("key"), "top.key must have a list, like [one, two]"),
        flaw("key: [[1]]", top -> top.values("key"), "top.key must have a single value"),
        flaw(
            "key: ' '",
            top -> top.required("key").content(),
            "top.key is empty; give it a value or remove the key"),
        flaw(
            "key:",
            top -> top.required("key").number(1, 2),
            "top.key is empty; give it a value or remove the key"),
        flaw(
            "key: 5",
            top -> top.required("key").number(0.5, 2),
            "top.key must be a number from 0.5 to 2, not `5`"),
        flaw(
            "key: .nan",
            top -> top.required("key").number(0.01, 100_000),
            "top.key must be a number from 0.01 to 100000, not `.nan`"),
        flaw(
            "key: 1.5",
            top -> top.required("key").whole(1, 3),
            "top.key must be a whole number, not `1.5`"),
        flaw(
            "key: tomorrow",
            top -> top.required("key").as("a date like 2026-12-31", LocalDate::parse),
            "top.key must be a date like 2026-12-31, not `tomorrow`"),
        flaw(
            "key: middle",
            top -> top.required("key").as("low or high", LEVELS::get),
            "top.key must be low or high, not `middle`"),
        flaw(
            "key: middle",
            top -> top.required("key").named(YamlNodeTest::level, "low, high"),
            "top.key `middle` does not exist; known are low, high"));
  }

  private static Arguments flaw(String text, Function<Group, Object> reading, String sentence) {
    return arguments(text, reading, sentence);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("flaws")
  void whatever_is_otherwise_is_an_error_with_file_line_and_key(
      String text, Function<Group, Object> reading, String sentence) {
    String start = sentence.startsWith("2: ") ? "f.yaml, line " : "f.yaml, line 3: ";
    assertThatThrownBy(() -> reading.apply(read(text)))
        .isExactlyInstanceOf(UserException.class)
        .hasMessage(start + sentence);
  }

  @Test
  void what_may_be_missing_is_missing() {
    Group top = read("key: 1");
    assertThat(top.optional("other")).isEmpty();
    assertThat(top.optionalGroup("other")).isEmpty();
    assertThat(top.groupOrEmpty("other").only().optional("deep")).isEmpty();
    assertThat(top.optional("key").map(Value::content)).contains("1");
  }

  @Test
  void something_is_made_of_each_key_in_the_order_of_the_file() {
    Group top = read("key: { z: 1, a: 2, k: 3 }").group("key");
    assertThat(top.each(key -> key + top.required(key).text()).values())
        .containsExactly("z1", "a2", "k3");
  }

  @Test
  void a_value_may_mean_something_else_than_it_shows_and_errors_show_what_is_written() {
    Group top = read("key: { a: $A, list: [$B] }").meaning(value -> "secret of " + value.written());
    Group key = top.group("key");
    assertThat(key.required("a").content()).isEqualTo("secret of $A");
    assertThat(key.values("list").get(0).text()).isEqualTo("secret of $B");
    assertThatThrownBy(() -> key.required("a").number(1, 2))
        .hasMessage("f.yaml, line 3: top.key.a must be a number from 1 to 2, not `$A`");
  }
}
