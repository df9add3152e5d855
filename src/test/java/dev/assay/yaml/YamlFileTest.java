package dev.assay.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.UserException;
import dev.assay.yaml.YamlNode.Group;
import dev.assay.yaml.YamlNode.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

  @TempDir private Path folder;

  private static Group read(String text) {
    return new YamlFile("t.yaml", text, "target").read("name: x");
  }

  private static String flawOf(String text) {
    return sentence(() -> read(text));
  }

  private interface Reading {
    void run() throws Exception;
  }

  private static String sentence(Reading reading) {
    Throwable thrown = catchThrowable(reading::run);
    assertThat(thrown).isInstanceOf(UserException.class);
    return thrown.getMessage();
  }

  @Test
  void groups_lists_and_values_are_read_with_the_line_and_the_keys_that_lead_there() {
    Group root =
        read(
            """
            # a remark
            name: staging   # another
            limits:
              load: { allowed: true }
            hosts: [one, two]
            entries:
              - clause: a
              - clause: b
            """);
    assertThat(root.members().keySet()).containsExactly("name", "limits", "hosts", "entries");
    Value allowed = root.group("limits").group("load").required("allowed");
    assertThat(allowed.text()).isEqualTo("true");
    assertThat(allowed.place()).isEqualTo(new YamlNode.Place("t.yaml", 4, "limits.load.allowed"));
    assertThat(root.values("hosts")).extracting(Value::text).containsExactly("one", "two");
    Value second = root.groups("entries").get(1).required("clause");
    assertThat(second.text()).isEqualTo("b");
    assertThat(second.place()).isEqualTo(new YamlNode.Place("t.yaml", 8, "entries.clause"));
    assertThat(second.flaw("is odd")).hasMessage("t.yaml, line 8: entries.clause is odd");
  }

  @ParameterizedTest(name = "{0} stays {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "007|007",
        "1_000|1_000",
        "0x1F|0x1F",
        "1e3|1e3",
        "1.50|1.50",
        "2026-12-31|2026-12-31",
        "12:30:45|12:30:45",
        "yes|yes",
        "No|No",
        "true|true",
        "'\"a: b\"'|a: b",
        "'\"\\u00e4\"'|ä",
        "größe|größe",
        "~|''",
        "null|''",
      })
  void a_value_is_read_as_it_was_written(String written, String text) {
    assertThat(read("name: " + written + "\n").required("name").text()).isEqualTo(text);
  }

  @Test
  void texts_of_several_lines_and_no_value_at_all_are_read() {
    Group root = read("a: >\n  one\n  two\nb: |\n  one\n  two\nc:\nd: ''\n");
    assertThat(root.required("a").text()).isEqualTo("one two\n");
    assertThat(root.required("b").text()).isEqualTo("one\ntwo\n");
    assertThat(root.required("c").text()).isEmpty();
    assertThat(root.has("c")).isTrue();
    assertThat(sentence(() -> root.required("d").content()))
        .isEqualTo("t.yaml, line 8: d is empty; give it a value or remove the key");
  }

  @Test
  void windows_line_ends_and_a_byte_order_mark_change_nothing() {
    Group root = read("\ufeffname: a\r\nother:\r\n  deep: b\r\n");
    assertThat(root.required("name").text()).isEqualTo("a");
    assertThat(root.group("other").required("deep").place().line()).isEqualTo(3);
  }

  static String[][] flaws() {
    return new String[][] {
      {"", "line 1: the file is empty; write `name: x` into it"},
      {"# only a remark\n", "line 1: the file is empty; write `name: x` into it"},
      {"- a\n", "line 1: the file must hold keys such as `name: x`, not a list or a single value"},
      {"a\n", "line 1: the file must hold keys such as `name: x`, not a list or a single value"},
      {"a: 1\nb:\n  c: 1\n  c: 2\n", "line 4: duplicate key `c` in b, first in line 3; remove one"},
      {"a: 1\na: 2\n", "line 2: duplicate key `a` in the file, first in line 1; remove one"},
      {"a: &x 1\nb: *x\n", "line 2: aliases such as *x are not read; write it out"},
      {
        "a: 1\n---\nb: 2\n",
        "line 3: a second document begins here; write it into a file of its own"
      },
    };
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void what_cannot_be_meant_is_reported_with_its_line(String text, String sentence) {
    assertThat(flawOf(text)).isEqualTo("t.yaml, " + sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\n b: 2\n", "a: [1, 2\nb: 3\n", "a: \"open\nb: 2\n", "a:\n\t- b\n"})
  void what_is_no_yaml_is_reported_in_our_words(String text) {
    assertThat(flawOf(text))
        .startsWith("t.yaml, line ")
        .contains(": not valid YAML")
        .doesNotContain("snakeyaml", "jackson", "Exception");
  }

  @Test
  void a_character_that_yaml_does_not_allow_is_reported_with_its_line() {
    assertThat(flawOf("a: 1\n# \ud83d\ude00\nb: \u0007\n"))
        .isEqualTo(
            "t.yaml, line 3: a character stands here that YAML does not allow; a target file is"
                + " plain text");
  }

  @Test
  void a_file_that_is_not_there_no_text_or_too_large_is_reported_by_its_name() throws IOException {
    Path file = folder.resolve("f.yaml");
    assertThat(sentence(() -> YamlFile.at(file, "target")))
        .isEqualTo(file + ": cannot be read; check that it exists and who may read it");
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xe9});
    assertThat(sentence(() -> YamlFile.at(file, "target")))
        .isEqualTo(file + ": is not UTF-8 text; save it as such, or give another target file");
    Files.write(file, new byte[(4 << 20) + 1]);
    assertThat(sentence(() -> YamlFile.at(file, "target")))
        .isEqualTo(
            file
                + ": is larger than 4 MiB, more than is read of a target file; give a smaller one");
    Files.writeString(file, "a: ä\n" + "# remark\n".repeat(120_000), StandardCharsets.UTF_8);
    assertThat(sentence(() -> YamlFile.at(file, "target").read("a: b")))
        .isEqualTo(
            file
                + ", line 1: the file is larger than 1 MiB, so it is no target file; give another"
                + " one");
  }

  @Test
  void a_tree_too_deep_to_read_is_reported_and_does_not_crash() {
    assertThat(flawOf("a: " + "[".repeat(50_000)))
        .isEqualTo("t.yaml, line 1: keys and lists nest too deep here, so it is no target file");
    assertThat(read("a: " + "[".repeat(40) + "]".repeat(40)).has("a")).isTrue();
  }
}
