package dev.assay.app.contract;

import dev.assay.UserException;
import dev.assay.compare.baseline.Baseline;
import dev.assay.compare.baseline.BaselineReader;
import dev.assay.compare.baseline.CaseCatalog;
import dev.assay.exchange.target.Target;
import dev.assay.verdict.Run;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What is known of a target, today.
 *
 * @param baseline to be applied, with every case that there is; if one was given
 * @param today in UTC
 */
public record KnownViolations(Optional<Applicable> baseline, LocalDate today) {

  /**
   * A baseline that fits a target.
   *
   * @param catalog every case that there is
   */
  record Applicable(Baseline baseline, CaseCatalog catalog) {

    static Applicable read(Path file, CaseCatalog catalog) {
      return new Applicable(new BaselineReader(catalog).read(file), catalog);
    }
  }

  /**
   * Reads the file, if one was given; to be done before anything is sent.
   *
   * @throws UserException if it cannot be read or cannot mean anything for this target
   */
  public static KnownViolations in(Optional<Path> file, Target target) {
    return new KnownViolations(
        file.map(path -> Applicable.read(path, AllCases.of(target))),
        LocalDate.now(ZoneOffset.UTC));
  }

  /** The run as the baseline shows it. */
  public Run applied(Run run) {
    return baseline.map(known -> known.baseline().applied(run, known.catalog(), today)).orElse(run);
  }
}
