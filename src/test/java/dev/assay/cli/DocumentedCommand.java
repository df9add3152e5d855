package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that a page tells people to type.
 *
 * @param program {@code assay}, {@code mvnw} or {@code bench}
 * @param arguments as a shell makes them
 */
record DocumentedCommand(String program, List<String> arguments) {

  private static final Pattern TYPED =
      Pattern.compile(
          "(?:\\$ )?(?:\\./(assay|mvnw|bench)|assay-[\\d.]+/(assay)|docker run .*/(assay):\\S+)(?: +(.*))?");
  private static final Pattern MENTIONED =
      Pattern.compile("(?:\\./)?(?:(assay)|(?<=\\./)(mvnw|bench))(?: +([^…]*))?");

  /** What stands in the blocks of a page, to be typed. */
  static List<DocumentedCommand> typedIn(Page page) throws IOException {
    return in(TYPED, page.terminalLines());
  }

  /** What its sentences mention. */
  static List<DocumentedCommand> mentionedIn(Page page) throws IOException {
    return in(MENTIONED, page.spans());
  }

  private static List<DocumentedCommand> in(Pattern form, List<String> lines) throws IOException {
    List<DocumentedCommand> commands = new ArrayList<>();
    for (String line : lines) {
      Matcher matcher = form.matcher(line.strip());
      if (matcher.matches()) {
        int last = matcher.groupCount();
        String program = matcher.group(1);
        for (int i = 2; program == null; i++) {
          program = matcher.group(i);
        }
        commands.add(new DocumentedCommand(program, words(matcher.group(last))));
      }
    }
    return commands;
  }

  /** As a shell takes them, without a comment behind them. */
  private static List<String> words(String line) throws IOException {
    if (line == null) {
      return List.of();
    }
    String printing = "set -f; printf '%s\\n' - " + line;
    Process shell = new ProcessBuilder("sh", "-c", printing).redirectErrorStream(true).start();
    String printed = new String(shell.getInputStream().readAllBytes(), UTF_8);
    return printed.lines().skip(1).toList();
  }

  boolean isOf(String command) {
    return program.equals("assay") && arguments.indexOf(command) == 0;
  }

  boolean has(String option) {
    return arguments.contains(option);
  }

  @Override
  public String toString() {
    return program + " " + String.join(" ", arguments);
  }
}
