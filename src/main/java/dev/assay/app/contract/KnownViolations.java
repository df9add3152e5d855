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
 * @param baseline to be applied, if one was given
 * @param catalog every case that there is
 * @param today in UTC
 */
public record KnownViolations(Optional<Baseline> baseline, CaseCatalog catalog, LocalDate today) {

  /**
   * Reads the file, if one was given; to be done before anything is sent.
   *
   * @throws UserException if it cannot be read or cannot mean anything for this target
   */
  public static KnownViolations in(Optional<Path> file, Target target) {
    CaseCatalog catalog = AllCases.of(target);
    return new KnownViolations(
        file.isEmpty()
            ? Optional.empty()
            : Optional.of(new BaselineReader(catalog).read(file.get())),
        catalog,
        LocalDate.now(ZoneOffset.UTC));
  }

  /** The run as the baseline shows it. */
  public Run applied(Run run) {
    return baseline.map(known -> known.applied(run, catalog, today)).orElse(run);
  }
}
