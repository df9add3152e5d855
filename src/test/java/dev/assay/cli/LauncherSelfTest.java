package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import dev.assay.proof.defect.Defects;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the script {@code assay} makes of the JVM that it starts, in a folder that looks as if it
 * had built this project there.
 */
class LauncherSelfTest {

  private static final int PATIENCE_SECONDS = 120;

  @TempDir private Path folder;

  /** A folder with the launcher, whose build is the classes that are tested here. */
  private Path checkout(String name) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    for (String sources : List.of("src/main", "simulations", "contracts/targets", "target/lib")) {
      Files.createDirectories(home.resolve(sources));
    }
    Files.createFile(home.resolve("pom.xml"));
    Files.copy(Path.of("assay"), home.resolve("assay"));
    Files.writeString(home.resolve("target/class-path"), "target/assay.jar\n");
    pointToClasses(home.resolve("target/assay.jar"));
    Files.createFile(home.resolve("target/assay.stamp"));
    return home.resolve("assay");
  }

  /** A jar with nothing but this test's own class path in it. */
  private static void pointToClasses(Path jar) throws IOException {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  private Process start(Path assay, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", assay.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("ASSAY_JAVA_OPTS");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private Outcome run(Path assay, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return ended(start(assay, environment, arguments));
  }

  private Outcome ended(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it hangs: " + said("out") + said("err"));
    }
    return new Outcome(process.exitValue(), said("out"), said("err"));
  }

  private String said(String file) throws IOException {
    return new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.UTF_8);
  }

  private static Map<String, String> options(String text) {
    return Map.of("ASSAY_JAVA_OPTS", text);
  }

  @Test
  void what_assay_says_is_what_the_launcher_says() throws Exception {
    Path assay = checkout("here");
    assertThat(run(assay, Map.of(), "--version").exitCode()).isZero();
    assertThat(run(assay, Map.of(), "clauses", "nothing").sentence())
        .isEqualTo("assay: no clause is under `nothing`; see `assay clauses`");
    try (MockServer mock =
        MockServer.start(
            0,
            TestAccounts.sample(),
            new MutantNames("defect", Defects.all())
                .named(List.of("log-message-200-answered-201")))) {
      Path target = TargetFile.whole(folder, mock.baseUri(), 10);
      Outcome broken =
          run(
              assay,
              Map.of(),
              "contract",
              "--target",
              target.toString(),
              "--select",
              "log-message/200");
      assertThat(broken.exitCode()).as(broken.err()).isEqualTo(1);
      assertThat(broken.err()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xmx1gg",
        "-Xmx2m",
        "-Xmx400000g",
        "-XX:+NoSuchOption",
        "Xmx1g",
        "-version",
        "-javaagent:/no/such.jar",
        "@/no/such/file",
        "-Xmx512m -cp /nowhere dev.assay.cli.Main --version",
        "-Dan.option='without an end"
      })
  void options_with_which_java_does_not_come_to_run_assay_are_no_verdict(String options)
      throws Exception {
    Outcome outcome = run(checkout("here"), options(options), "contract", "--plan", "--quiet");
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
    assertThat(outcome.err().lines().filter(line -> line.startsWith("assay: ")))
        .singleElement()
        .asString()
        .contains("ASSAY_JAVA_OPTS");
  }

  @Test
  void memory_that_ends_in_mid_run_is_no_verdict() throws Exception {
    Path report = folder.resolve("report");
    Outcome outcome =
        run(checkout("here"), options("-Xmx22m"), "contract", "--report", report.toString());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
    assertThat(outcome.err()).contains("assay: Java ran out of memory");
  }

  @Test
  void options_may_have_blanks_in_quotes_and_stand_in_a_file() throws Exception {
    Path assay = checkout("here");
    assertThat(run(assay, options("-Xmx256m -Dodd='a b' \"-Dother=c  d\" -De=f\\ g"), "--version"))
        .extracting(Outcome::exitCode)
        .isEqualTo(0);
    Path file = Files.writeString(folder.resolve("java.options"), "-Xmx256m\n\"-Dodd=a b\"\n");
    assertThat(run(assay, options("@" + file), "--version").exitCode()).isZero();
    Path wrong = Files.writeString(folder.resolve("wrong.options"), "-Xmx256m\n-Xnonsense\n");
    assertThat(run(assay, options("@" + wrong), "--version").exitCode()).isEqualTo(2);
  }

  @Test
  void nothing_in_the_options_is_run_or_expanded() throws Exception {
    Path touched = folder.resolve("touched");
    Outcome outcome =
        run(
            checkout("here"),
            options("-Done=$(touch " + touched + ") `touch " + touched + "` ; touch " + touched),
            "--version");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(touched).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "größe",
        "a b",
        "it's",
        "say \"hi\"",
        "50%20",
        "no#1",
        "wo!w",
        "a&b;c",
        "$HOME",
        "new\nline"
      })
  void a_checkout_may_lie_anywhere(String name) throws Exception {
    Path report = folder.resolve("Prüfbericht 1");
    Path target = folder.resolve("Prüfung.yaml");
    try (MockServer mock = MockServer.start(TestAccounts.sample())) {
      Files.move(TargetFile.whole(folder, mock.baseUri(), 10), target);
      Outcome outcome =
          run(
              checkout(name),
              Map.of("LC_ALL", "C", "LANG", "C"),
              "contract",
              "--target",
              target.toString(),
              "--select",
              "upload-file/200",
              "--report",
              report.toString());
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
      assertThat(outcome.err()).isEmpty();
      assertThat(report.resolve("index.html")).exists();
    }
  }

  @Test
  void a_host_may_have_an_underscore() throws Exception {
    Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 chat_server\n");
    TestAccounts who = TestAccounts.sample();
    Map<String, String> environment =
        Map.of(
            "JDK_JAVA_OPTIONS", "-Djdk.net.hosts.file=" + hosts,
            "TOKEN", who.haptikToken(),
            "CLIENT_ID", who.clientId());
    try (MockServer mock = MockServer.start(who)) {
      URI docker = URI.create("http://chat_server:" + mock.baseUri().getPort());
      Path target = TargetFile.write(folder, TargetFile.haptik(docker, "${TOKEN}", "${CLIENT_ID}"));
      Outcome outcome =
          run(
              checkout("here"),
              environment,
              "contract",
              "--target",
              target.toString(),
              "--select",
              "log-message/200",
              "--report",
              folder.resolve("report").toString());
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"a:b, has a colon in it", "wow!, has a ! at the end of a name"})
  void what_no_class_path_can_hold_is_told(String name, String why) throws Exception {
    assertThat(run(checkout(name), Map.of(), "--version").sentence())
        .contains(why)
        .endsWith("move Assay elsewhere.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HUP", "INT", "TERM"})
  void a_signal_to_the_launcher_reaches_assay(String signal) throws Exception {
    Signals.assumeHeard(signal);
    Process launcher = underWay();
    Signals.send(signal, launcher.toHandle());
    Outcome outcome = ended(launcher);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
    assertThat(outcome.out()).contains("PARTIAL").contains("undecided");
    assertThat(outcome.err()).doesNotContain("assay: ");
    assertThat(folder.resolve("report/index.html")).exists();
  }

  @Test
  void assay_does_not_survive_its_launcher() throws Exception {
    Process launcher = underWay();
    List<ProcessHandle> started = launcher.descendants().toList();
    assertThat(started).isNotEmpty();
    launcher.destroyForcibly().waitFor();
    for (ProcessHandle java : started) {
      java.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    assertThat(said("out")).contains("PARTIAL").contains("undecided");
  }

  /** A proof that has begun to report. */
  private Process underWay() throws IOException, InterruptedException {
    Path report = folder.resolve("report");
    Process launcher = start(checkout("here"), Map.of(), "prove", "--report", report.toString());
    while (!Files.exists(report.resolve("prove.json"))) {
      if (launcher.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("it ended too soon: " + said("out") + said("err"));
      }
    }
    return launcher;
  }
}
