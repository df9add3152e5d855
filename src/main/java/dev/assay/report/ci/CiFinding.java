package dev.assay.report.ci;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that a build server should show.
 *
 * @param severity how serious it is
 * @param rule what was broken: the id of a clause, or a path in its manner
 * @param says what is fact where it is not broken
 * @param message what was met instead, in a line
 * @param at file and line, as in "shop.openapi.yaml, line 12", where there is one
 */
record CiFinding(Severity severity, String rule, String says, String message, Optional<String> at) {

  /** How serious a finding is, the most serious first. */
  enum Severity {
    /** The run says no for it. */
    ERROR("×", "error", "error", "major"),
    /** Nothing could be said of it. */
    UNDECIDED("?", "warning", "warning", "minor"),
    /** It is to be looked at. */
    WARNING("⚠", "warning", "warning", "minor");

    private final String symbol;
    private final String annotation;
    private final String sarif;
    private final String gitlab;

    Severity(String symbol, String annotation, String sarif, String gitlab) {
      this.symbol = symbol;
      this.annotation = annotation;
      this.sarif = sarif;
      this.gitlab = gitlab;
    }

    public String symbol() {
      return symbol;
    }

    /** As GitHub's commands have it. */
    String annotation() {
      return annotation;
    }

    /** As SARIF has it. */
    String sarif() {
      return sarif;
    }

    /** As GitLab's code quality has it. */
    String gitlab() {
      return gitlab;
    }
  }

  private static final Pattern PLACE = Pattern.compile("(.*), line (\\d{1,9})");

  /** The file that it is about, with slashes. */
  Optional<String> file() {
    return place().map(place -> relative(Path.of(place.group(1))).replace('\\', '/'));
  }

  /** Build servers know files below the folder in which they work. */
  private static String relative(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path there = file.toAbsolutePath().normalize();
    return (there.startsWith(here) ? here.relativize(there) : file).toString();
  }

  /** The line of the file, from 1. */
  int line() {
    return place().map(place -> Integer.parseInt(place.group(2))).orElse(1);
  }

  private Optional<Matcher> place() {
    return at.map(PLACE::matcher).filter(Matcher::matches);
  }
}
