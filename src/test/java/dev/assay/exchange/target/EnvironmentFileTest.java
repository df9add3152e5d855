package dev.assay.exchange.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.UserException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of variables are read as docker compose and the dotenv libraries read them. */
class EnvironmentFileTest {

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return file(text, StandardCharsets.UTF_8);
  }

  private Path file(String text, Charset charset) throws IOException {
    return Files.writeString(folder.resolve(".env"), text, charset);
  }

  private Variables environment(String text) throws IOException {
    return Variables.of(Map.of()).and(file(text));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("KEY=value", "value"),
        Arguments.of("  export   KEY = value ", "value"),
        Arguments.of("export KEY=value # a comment", "value"),
        Arguments.of("KEY=value#no-comment", "value#no-comment"),
        Arguments.of("KEY=a=b==", "a=b=="),
        Arguments.of("KEY=two words", "two words"),
        Arguments.of("KEY=it's \"so\"", "it's \"so\""),
        Arguments.of("KEY=$HOME ${OTHER} `date` \\n", "$HOME ${OTHER} `date` \\n"),
        Arguments.of("KEY='single # $HOME \\n'  # a comment", "single # $HOME \\n"),
        Arguments.of(
            "KEY=\"double # $HOME \\$5 \\\"x\\\" \\\\n \\q\"", "double # $HOME $5 \"x\" \\n \\q"),
        Arguments.of("KEY=\"  kept  \"", "  kept  "),
        Arguments.of("KEY=first\nKEY=last", "last"),
        Arguments.of("\uFEFFKEY=value", "value"),
        Arguments.of("KEY=value\r\n", "value"),
        Arguments.of("# KEY=no\n\n   \nKEY=value", "value"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_line_gives_a_variable_its_value(String text, String value) throws IOException {
    assertThat(environment(text).value("KEY")).contains(value);
    assertThat(environment(text + "\r\nNEXT=1\r\n").value("KEY")).contains(value);
    assertThat(environment(text + "\nNEXT=1").value("NEXT")).contains("1");
  }

  @Test
  void escapes_between_double_quotes_stand_for_characters() throws IOException {
    assertThat(environment("KEY=\"a\\nb\\tc\\r\"").value("KEY")).contains("a\nb\tc\r");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "'"})
  void a_value_in_quotes_may_go_over_several_lines(String quote) throws IOException {
    Variables read = environment("A=" + quote + "one\r\ntwo\n" + quote + "\nB=3");
    assertThat(read.value("A")).contains("one\ntwo\n");
    assertThat(read.value("B")).contains("3");
    assertThat(read.described("B")).endsWith(".env, line 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"KEY=", "KEY=   ", "KEY= # nothing", "KEY=''", "KEY=\"\"  # nothing"})
  void a_value_may_be_empty(String text) throws IOException {
    assertThat(environment(text).value("KEY")).contains("");
  }

  static Stream<Arguments> flaws() {
    return Stream.of(
        Arguments.of("sesame", "line 3: is not KEY=value;"),
        Arguments.of("KEY sesame", "line 3: is not KEY=value;"),
        Arguments.of("=sesame", "line 3: is not KEY=value;"),
        Arguments.of("KEY: sesame", "line 3: is not KEY=value;"),
        Arguments.of("9KEY=sesame", "line 3: is not KEY=value;"),
        Arguments.of("KÄY=sesame", "line 3: is not KEY=value;"),
        Arguments.of("KEY='sesame", "line 3: has a quote without an end; close it"),
        Arguments.of("KEY=\"sesame\\\"", "line 3: has a quote without an end; close it"),
        Arguments.of("KEY=\"sesame\" sesame", "line 3: goes on after the closing quote;"),
        Arguments.of("KEY='sesame\nsesame'sesame", "line 4: goes on after the closing quote;"));
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void a_flaw_is_told_with_its_line_and_without_what_it_says(String text, String sentence)
      throws IOException {
    Path file = file("# one\nA=1\n" + text + "\n");
    assertThatThrownBy(() -> Variables.of(Map.of()).and(file))
        .isExactlyInstanceOf(UserException.class)
        .hasMessageStartingWith(file + ", " + sentence)
        .hasMessageNotContaining("sesame");
  }

  @Test
  void a_long_quote_without_an_end_is_told_soon() throws IOException {
    Path file = file("KEY=\"" + "\\\"a\n".repeat(200_000));
    assertThatThrownBy(() -> Variables.of(Map.of()).and(file))
        .hasMessageContaining("line 1: has a quote without an end");
  }

  @Test
  void what_is_no_file_of_text_is_told() throws IOException {
    Path utf16 = file("\uFEFFKEY=välue", StandardCharsets.UTF_16LE);
    assertThatThrownBy(() -> Variables.of(Map.of()).and(utf16))
        .isExactlyInstanceOf(UserException.class)
        .hasMessage(utf16 + ": is not UTF-8 text; save it as such");
    for (Path none : new Path[] {folder.resolve("missing"), folder}) {
      assertThatThrownBy(() -> Variables.of(Map.of()).and(none))
          .isExactlyInstanceOf(UserException.class)
          .hasMessageStartingWith(none + ": cannot be read; check that it exists");
    }
  }

  @Test
  void the_environment_goes_before_files_and_a_file_before_those_before_it() throws IOException {
    Path one = Files.writeString(folder.resolve("one"), "A=1\nB=1\nC=1\n");
    Path two = Files.writeString(folder.resolve("two"), "B=2\nC=2\n");
    Variables all = Variables.of(Map.of("C", "process")).and(one).and(two);
    assertThat(all.value("A")).contains("1");
    assertThat(all.value("B")).contains("2");
    assertThat(all.value("C")).contains("process");
    assertThat(all.value("D")).isEmpty();
    assertThat(all.described("B")).isEqualTo("the environment variable B of " + two + ", line 1");
    assertThat(all.described("C")).contains("the environment variable C (which goes before " + two);
    assertThat(all.toString()).doesNotContain("process;").doesNotContain("=2");
  }

  @Test
  void a_file_that_everybody_may_read_is_noticed() throws IOException {
    Path file = file("A=1");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(EnvironmentFile.isOpenToOthers(file)).isTrue();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(EnvironmentFile.isOpenToOthers(file)).isFalse();
    assertThat(EnvironmentFile.isOpenToOthers(folder.resolve("missing"))).isFalse();
  }
}
