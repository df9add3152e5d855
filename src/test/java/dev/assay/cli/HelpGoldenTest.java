package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What every command says of itself; {@code -Dgolden.update=true} renews the file. */
class HelpGoldenTest {

  private static final Path FILE = Path.of("src/test/resources/golden/help.txt");
  private static final int TERMINAL = 80;

  private static CommandLine assay(int width) {
    PrintStream nowhere =
        new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return Main.commandLine(nowhere, nowhere).setUsageHelpAutoWidth(false).setUsageHelpWidth(width);
  }

  /**
   * The help of each command by its name, of the whole as well, as a terminal of that width shows
   * it.
   */
  private static Map<String, String> help(int width) {
    CommandLine assay = assay(width);
    Map<String, String> help = new TreeMap<>();
    help.put("", assay.getUsageMessage(Ansi.OFF));
    assay
        .getSubcommands()
        .forEach((name, command) -> help.put(name, command.getUsageMessage(Ansi.OFF)));
    return help;
  }

  @Test
  void every_help_reads_as_the_golden_file_shows() throws Exception {
    String all =
        help(TERMINAL).entrySet().stream()
            .map(each -> ("$ assay " + each.getKey()).strip() + " --help\n" + each.getValue())
            .collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, all);
    }
    assertThat(all).isEqualTo(Files.readString(FILE));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 72, 80, 100, 120, 200})
  void says_the_same_on_every_terminal_and_no_line_leaves_it(int width) {
    Map<String, String> usual = help(TERMINAL);
    help(width)
        .forEach(
            (command, text) -> {
              assertThat(text.lines()).as(command).allMatch(line -> line.length() <= width);
              assertThat(text.replaceAll("\\s", ""))
                  .isEqualTo(usual.get(command).replaceAll("\\s", ""));
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 120})
  void what_goes_on_in_another_line_stands_below_its_description(int width) {
    help(width)
        .forEach(
            (command, text) ->
                text.lines()
                    .dropWhile(line -> !line.matches(" {2,6}(-|\\[?[A-Z]+[.\\]]*  ).*"))
                    .takeWhile(line -> !line.isEmpty() && !line.equals("Commands:"))
                    .filter(line -> !line.matches(" {2,6}\\S.*"))
                    .forEach(line -> assertThat(line).as(command).startsWith(" ".repeat(18))));
  }

  @Test
  void the_list_of_commands_shows_a_whole_sentence_of_each() {
    CommandLine assay = assay(TERMINAL);
    String list = assay.getUsageMessage(Ansi.OFF).replaceAll("\\s+", " ");
    assay
        .getSubcommands()
        .values()
        .forEach(
            command -> {
              String sentence = command.getCommandSpec().usageMessage().description()[0];
              assertThat(sentence).endsWith(".");
              assertThat(list).contains(sentence);
            });
  }
}
