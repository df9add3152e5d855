package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.load.plan.Injector;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say how many load generators a load is divided among. */
final class InjectorOptions {

  private static final int MOST_HERE = 64;

  @Option(
      names = "--injectors",
      paramLabel = "N",
      description = "Sends with N load generators on this machine, and judges them as one.")
  private Integer count;

  @Option(
      names = "--injector",
      paramLabel = "K/N",
      description =
          "Sends the K-th of N parts of the load; `assay merge` then judges the runs of all N,"
              + " wherever they were made.")
  private String part;

  /** The injectors that this machine runs. */
  List<Injector> chosen() {
    if (part != null && count != null) {
      throw new UserException("--injector K/N and --injectors N exclude each other");
    }
    if (count != null && (count < 1 || count > MOST_HERE)) {
      throw new UserException(
          "--injectors must lie between 1 and %s, not %s".formatted(MOST_HERE, count));
    }
    return part == null ? Injector.all(count == null ? 1 : count) : List.of(Injector.of(part));
  }

  /** Whether all of the load is sent from here. */
  boolean areWhole() {
    return part == null;
  }

  /** For what needs the verdict at once. */
  void requireWhole(String what) {
    if (!areWhole()) {
      throw new UserException(what + " needs all of its load in one place, without --injector");
    }
  }
}
