package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.Page;
import dev.assay.bench.BenchCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Each command that the pages tell people to type is run, page by page and in the order of the
 * page. Contract runs and cutovers take the cases of one clause, and loads are planned and not
 * sent. The few in {@link #ONLY_READ}, and what the sentences mention, are read by the command
 * line, which knows each option.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentedCommandsTest {

  /** What is not run, and who runs it. */
  private static final Map<String, String> ONLY_READ =
      Map.of(
          "gate( .*)?", "takes minutes; GateCheckTest and ReleaseSelfTest",
          "prove", "takes minutes; ProofSelfTest",
          "prove --suite npx .*", "npm may have to fetch what is run; SuiteExamplesSelfTest",
          "mock .*", "ends when it is interrupted; MockCommandTest",
          "merge .*", "needs what several load generators left; MergeCommandTest",
          ".* --baseline .*", "needs a file that somebody filled in; BaselineCommandTest");

  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);

  @TempDir private Path folder;
  private DocumentedServices services;

  @BeforeAll
  void start() throws IOException {
    services = new DocumentedServices();
  }

  @AfterAll
  void stop() {
    services.close();
  }

  private static List<DocumentedCommand> typed(Page page, String program) throws IOException {
    return DocumentedCommand.typedIn(page).stream()
        .filter(command -> command.program().equals(program))
        .toList();
  }

  private static Optional<String> onlyRead(DocumentedCommand command) {
    String all = String.join(" ", command.arguments());
    return ONLY_READ.keySet().stream().filter(all::matches).findFirst();
  }

  @TestFactory
  Stream<DynamicContainer> what_is_to_be_typed_does_it() throws IOException {
    List<DynamicContainer> pages = new ArrayList<>();
    for (Page page : Page.all()) {
      Path here = Files.createTempDirectory(folder, "page");
      services.layInto(here);
      Stream<DynamicTest> tests =
          typed(page, "assay").stream()
              .map(each -> DynamicTest.dynamicTest(each.toString(), () -> tried(each, here)));
      pages.add(DynamicContainer.dynamicContainer(page.path().toString(), tests));
    }
    return pages.stream();
  }

  private void tried(DocumentedCommand command, Path here) {
    if (onlyRead(command).isPresent()) {
      understood(command);
      return;
    }
    String[] words = services.shortened(command, here).toArray(String[]::new);
    Outcome outcome = Outcome.ofCommand(words);
    assertThat(outcome.exitCode()).as("%s", outcome).isZero();
  }

  @Test
  void no_reason_is_given_for_what_is_no_longer_there() throws IOException {
    List<String> used = new ArrayList<>();
    for (Page page : Page.all()) {
      typed(page, "assay").forEach(command -> onlyRead(command).ifPresent(used::add));
    }
    assertThat(used).containsAll(ONLY_READ.keySet());
  }

  @Test
  void what_is_mentioned_is_understood() throws IOException {
    List<DocumentedCommand> all = new ArrayList<>();
    for (Page page : Page.all()) {
      if (!page.path().endsWith("CHANGELOG.md")) {
        all.addAll(DocumentedCommand.mentionedIn(page));
      }
    }
    assertThat(all).hasSizeGreaterThan(20).allSatisfy(DocumentedCommandsTest::understood);
  }

  @Test
  void what_is_typed_for_Maven_and_the_benchmark_is_understood() throws IOException {
    List<DocumentedCommand> all = new ArrayList<>();
    for (Page page : Page.all()) {
      all.addAll(typed(page, "mvnw"));
      all.addAll(typed(page, "bench"));
    }
    assertThat(all).isNotEmpty().allSatisfy(DocumentedCommandsTest::understood);
  }

  @Test
  void the_line_that_takes_an_analytics_tag_out_does_so() throws Exception {
    String line =
        Page.at(Path.of("docs/runs.md")).terminalLines().stream()
            .filter(each -> each.startsWith("perl "))
            .findFirst()
            .orElseThrow();
    Path file = Files.createDirectory(folder.resolve("allure-report")).resolve("index.html");
    Files.writeString(
        file,
        "<p>kept</p><script async src=\"https://www.googletagmanager.com/gtag/js?id=G-1\"></script>"
            + "<script>\nfunction gtag() {}\ngtag('config');\n</script><script>kept()</script>");
    Process shell = new ProcessBuilder("sh", "-c", line).directory(folder.toFile()).start();
    assertThat(shell.waitFor()).isZero();
    assertThat(file).hasContent("<p>kept</p><script>kept()</script>");
  }

  private static void understood(DocumentedCommand command) {
    String[] words = command.arguments().toArray(String[]::new);
    switch (command.program()) {
      case "mvnw" -> assertThat(command.arguments()).allSatisfy(MavenWord::isKnown);
      case "bench" -> understood(new CommandLine(new BenchCommand()), words);
      default -> understood(Main.commandLine(NOWHERE, NOWHERE), words);
    }
  }

  /** A command that is only named is one that there is. */
  private static void understood(CommandLine line, String... words) {
    if (words.length == 1 && !words[0].startsWith("-") && !line.getSubcommands().isEmpty()) {
      assertThat(line.getSubcommands()).containsKey(words[0]);
    } else {
      assertThatCode(() -> line.parseArgs(words)).doesNotThrowAnyException();
    }
  }
}
