package dev.assay.load;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.UserException;
import dev.assay.load.judge.Objective;
import dev.assay.load.plan.LoadSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What files of profiles and of objectives must not be, whatever they say. */
class SettingsFileTest {

  @TempDir private Path folder;

  private static Arguments text(String what, String text, String refusal) {
    return arguments(named(what, text.getBytes(StandardCharsets.UTF_8)), refusal);
  }

  /** In each sentence %s stands for the key that such files have, which is also their noun. */
  private static Stream<Arguments> files() {
    return Stream.of(
        text(
            "a key twice at the top",
            "a: 1\nb: 2\na: 3\n",
            ", line 3: duplicate key `a` in the file, first in line 1; remove one"),
        text(
            "a key twice further down",
            "profiles:\n  smoke: {}\n  smoke: {}\n",
            ", line 3: duplicate key `smoke` in profiles, first in line 2; remove one"),
        text(
            "a key twice in an item of a list",
            "objectives:\n  - { metric: p50, metric: p99 }\n",
            ", line 2: duplicate key `metric` in objectives, first in line 2; remove one"),
        text(
            "an alias",
            "a: &some 1\nb: *some\n",
            ", line 2: aliases such as *some are not read; write it out"),
        text("nothing", "", ", line 1: the file is empty; write `%s` into it"),
        text("only comments", "# none\n\n", ", line 1: the file is empty; write `%s` into it"),
        text(
            "a list",
            "- a\n",
            ", line 1: the file must hold keys such as `%s`, not a list or a single value"),
        text(
            "a second document",
            "a: 1\n---\nb: 2\n",
            ", line 3: a second document begins here; write it into a file of its own"),
        text(
            "a character that is none",
            "a: 1\nb: \u0007\n",
            ", line 2: a character stands here that YAML does not allow; a %s file is plain text"),
        arguments(
            named("what is no UTF-8", "a: größe\n".getBytes(StandardCharsets.ISO_8859_1)),
            ": is not UTF-8 text; save it as such, or give another %s file"),
        text(
            "more than a mebibyte",
            "# filler\n".repeat(120_000),
            ", line 1: the file is larger than 1 MiB, so it is no %s file; give another one"),
        text(
            "more than four mebibytes",
            "# filler\n".repeat(480_000),
            ": is larger than 4 MiB, more than is read of a %s file; give a smaller one"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void a_file_is_refused_in_a_sentence(byte[] content, String refusal) throws IOException {
    Path file = Files.write(folder.resolve("settings.yaml"), content);
    refused(() -> LoadSettings.read(file), file + refusal.formatted("profiles"));
    refused(() -> Objective.read(file, List.of()), file + refusal.formatted("objectives"));
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    Path file = folder.resolve("none.yaml");
    String refusal = file + ": cannot be read; check that it exists and who may read it";
    refused(() -> LoadSettings.read(file), refusal);
    refused(() -> Objective.read(file, List.of()), refusal);
  }

  private static void refused(ThrowingCallable reading, String sentence) {
    assertThatThrownBy(reading).isInstanceOf(UserException.class).hasMessage(sentence);
  }
}
