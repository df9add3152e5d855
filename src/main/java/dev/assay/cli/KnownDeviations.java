package dev.assay.cli;

import dev.assay.baseline.Baseline;
import dev.assay.baseline.BaselineReader;
import dev.assay.baseline.Repertoire;
import dev.assay.exchange.Target;
import dev.assay.verdict.Run;
import dev.assay.yaml.InvalidYamlException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What is known of a target, today.
 *
 * @param baseline to be applied, if one was given
 * @param repertoire every case that there is
 * @param today in UTC
 */
record KnownDeviations(Optional<Baseline> baseline, Repertoire repertoire, LocalDate today) {

  /**
   * Reads the file, if one was given; to be done before anything is sent.
   *
   * @throws InvalidYamlException if it cannot be read or cannot mean anything for this target
   */
  static KnownDeviations in(Optional<Path> file, Target target) throws InvalidYamlException {
    Repertoire repertoire = AllCases.of(target);
    return new KnownDeviations(
        file.isEmpty()
            ? Optional.empty()
            : Optional.of(new BaselineReader(repertoire).read(file.get())),
        repertoire,
        LocalDate.now(ZoneOffset.UTC));
  }

  /** The run as the baseline shows it. */
  Run applied(Run run) {
    return baseline.map(known -> known.applied(run, repertoire, today)).orElse(run);
  }
}
