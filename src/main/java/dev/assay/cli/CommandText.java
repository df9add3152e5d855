package dev.assay.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The command as it was given, so that it can be given again. */
final class CommandText {

  private CommandText() {}

  static String of(CommandSpec spec) {
    List<String> words = spec.root().commandLine().getParseResult().originalArgs();
    return "assay " + words.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
  }

  /** One word of it. */
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
