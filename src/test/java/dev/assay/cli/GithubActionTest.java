package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The action for GitHub's workflows, acted out with a release that says how it was called. */
class GithubActionTest {

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ ([\\w.]+) }}");
  private static final Path ACTION = Path.of("src/recipes/github-action/action.yml");

  @TempDir private Path folder;
  private JsonNode action;
  private String printed;

  @BeforeEach
  void there_is_a_release() throws IOException {
    action = new YAMLMapper().readTree(Files.readString(ACTION));
    String assay =
        """
        printf '<%s>' "$@"
        while [ $# -gt 1 ]; do [ "$1" != --report ] || report=$2; shift; done
        mkdir -p "$report" && echo found >"$report/report.md"
        exit $SAYS
        """;
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("a.zip")))) {
      zip.putNextEntry(new ZipEntry("assay-0.2.0/assay"));
      zip.write(assay.getBytes(UTF_8));
    }
    Path gh = Files.createDirectories(folder.resolve("bin")).resolve("gh");
    Files.writeString(
        gh,
        "#!/bin/sh\nprintf '<%s>' gh \"$@\"\n[ \"$4\" != --edit-last ] || exit $NO_COMMENT_YET\n");
    assertThat(gh.toFile().setExecutable(true)).isTrue();
  }

  /** What a step of that name ends with, given those inputs. */
  private int step(String name, Map<String, String> inputs, Map<String, String> more)
      throws Exception {
    for (JsonNode step : action.at("/runs/steps")) {
      if (step.path("name").asText().equals(name)) {
        ProcessBuilder shell =
            new ProcessBuilder("sh", "-e", "-c", step.path("run").asText())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = shell.environment();
        step.path("env")
            .properties()
            .forEach(e -> environment.put(e.getKey(), value(e.getValue(), inputs)));
        environment.put("RUNNER_TEMP", folder.toString());
        environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
        environment.putAll(more);
        Process process = shell.start();
        printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor();
      }
    }
    throw new AssertionError("no step " + name);
  }

  private String value(JsonNode written, Map<String, String> inputs) {
    return EXPRESSION
        .matcher(written.asText())
        .replaceAll(
            found -> {
              String name = found.group(1).replaceFirst("^inputs\\.", "");
              String otherwise = action.path("inputs").path(name).path("default").asText(name);
              return Matcher.quoteReplacement(inputs.getOrDefault(name, otherwise));
            });
  }

  private void unpacked() throws Exception {
    String zip = folder.resolve("a.zip").toUri().toString();
    assertThat(step("Unpack Assay", Map.of("zip", zip), Map.of())).as(printed).isZero();
  }

  private int run(Map<String, String> inputs, String says) throws Exception {
    return step("Run Assay", inputs, Map.of("SAYS", says));
  }

  @Test
  void the_release_runs_with_the_target_the_folder_and_each_option() throws Exception {
    unpacked();
    Map<String, String> inputs =
        Map.of("target", "my staging", "options", "--select upload-file --strict");
    assertThat(run(inputs, "0")).isZero();
    assertThat(printed)
        .isEqualTo(
            "<contract><--target><my staging><--report><reports/assay><--select><upload-file><--strict>");
  }

  @Test
  void what_the_command_ends_with_ends_the_step() throws Exception {
    unpacked();
    assertThat(run(Map.of("command", "gate"), "1")).isEqualTo(1);
    assertThat(run(Map.of("command", "gate"), "2")).isEqualTo(2);
    assertThat(run(Map.of("command", "cutover", "options", "--from a --to b"), "0")).isZero();
    assertThat(printed).isEqualTo("<cutover><--report><reports/assay><--from><a><--to><b>");
  }

  @Test
  void what_is_given_is_data_and_never_a_command() throws Exception {
    unpacked();
    Map<String, String> hostile = new HashMap<>();
    hostile.put("target", "$(touch a)`touch b`");
    hostile.put("options", "; touch c && * $(touch d)");
    assertThat(run(hostile, "0")).isZero();
    assertThat(printed).contains("<$(touch a)`touch b`>", "<;><touch><c><&&><*><$(touch><d)>");
    assertThat(folder).isDirectoryNotContaining("glob:**/{a,b,c,d}");
  }

  @Test
  void another_file_than_the_one_that_was_meant_is_not_unpacked() throws Exception {
    String zip = folder.resolve("a.zip").toUri().toString();
    Map<String, String> inputs = Map.of("zip", zip, "sha256", "0".repeat(64));
    assertThat(step("Unpack Assay", inputs, Map.of())).isNotZero();
    assertThat(folder.resolve("assay")).doesNotExist();
  }

  @Test
  void a_pull_request_has_one_comment_which_is_renewed() throws Exception {
    unpacked();
    run(Map.of(), "1");
    Map<String, String> pull = Map.of("github.event.pull_request.number", "42");
    assertThat(step("Comment on the pull request", pull, Map.of("NO_COMMENT_YET", "0"))).isZero();
    assertThat(printed)
        .isEqualTo("<gh><pr><comment><42><--edit-last><--body-file><reports/assay/report.md>");
    assertThat(step("Comment on the pull request", pull, Map.of("NO_COMMENT_YET", "1"))).isZero();
    assertThat(printed).endsWith("<gh><pr><comment><42><--body-file><reports/assay/report.md>");
  }
}
