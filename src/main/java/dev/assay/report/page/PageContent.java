package dev.assay.report.page;

import dev.assay.RunInfo;
import dev.assay.compare.cutover.Cutover;
import dev.assay.gate.Gate;
import dev.assay.load.study.LoadReport;
import dev.assay.proof.Proof;
import dev.assay.proof.external.SuiteProof;
import dev.assay.verdict.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a page is about: the parts that a run has.
 *
 * @param about what was run, and against what
 * @param gate the verdict over all parts, if one was asked for
 * @param cutover an old and a new service beside each other, if there are two
 * @param contract what became of each clause
 * @param proof the kill matrix
 * @param load how it held under load
 * @param earlier what changed since the run before, if there is one
 * @param suite what a suite of somebody else's sees
 */
public record PageContent(
    About about,
    Optional<Gate> gate,
    Optional<Cutover> cutover,
    Optional<Run> contract,
    Optional<Proof> proof,
    Optional<LoadReport> load,
    Optional<Earlier> earlier,
    Optional<SuiteProof> suite) {

  /** One without a suite of somebody else's. */
  public PageContent(
      About about,
      Optional<Gate> gate,
      Optional<Cutover> cutover,
      Optional<Run> contract,
      Optional<Proof> proof,
      Optional<LoadReport> load,
      Optional<Earlier> earlier) {
    this(about, gate, cutover, contract, proof, load, earlier, Optional.empty());
  }

  /**
   * What was run, and against what.
   *
   * @param command as it can be given again, such as {@code assay gate --target staging}
   * @param run when it ran, against what
   */
  public record About(String command, RunInfo run) {}

  /**
   * The run before this one.
   *
   * @param link from this page to its page, if it has one
   * @param startedAt when it began
   * @param changes since then, in sentences; none if nothing changed
   */
  public record Earlier(Optional<String> link, Instant startedAt, List<String> changes) {}

  /** The page of a contract run. */
  public static PageContent of(String command, Run run) {
    return of(new About(command, run.info()), Optional.of(run), Optional.empty());
  }

  /** The page of a proof. */
  public static PageContent of(String command, Proof proof) {
    return of(new About(command, proof.info()), Optional.empty(), Optional.of(proof));
  }

  /** The page of the proof of a suite. */
  public static PageContent of(String command, SuiteProof suite) {
    return new PageContent(
        new About(command, suite.info()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(suite));
  }

  private static PageContent of(About about, Optional<Run> run, Optional<Proof> proof) {
    return new PageContent(
        about, Optional.empty(), Optional.empty(), run, proof, Optional.empty(), Optional.empty());
  }

  /** The page of a load. */
  public static PageContent of(String command, LoadReport load) {
    return new PageContent(
        new About(command, load.result().info()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(load),
        Optional.empty());
  }

  /** The page of a cutover. */
  public static PageContent of(String command, Cutover cutover) {
    String both = cutover.from().target() + " → " + cutover.to().target();
    return new PageContent(
        new About(command, cutover.info().against(both)),
        Optional.empty(),
        Optional.of(cutover),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The page of a gate with the parts that were run. */
  public static PageContent of(
      String command, Gate gate, Run run, Optional<LoadReport> load, Optional<Proof> proof) {
    return new PageContent(
        new About(command, gate.info()),
        Optional.of(gate),
        Optional.empty(),
        Optional.of(run),
        proof,
        load,
        Optional.empty());
  }

  /** This page, with what changed since the run before it. */
  public PageContent with(Earlier run) {
    return new PageContent(about, gate, cutover, contract, proof, load, Optional.of(run), suite);
  }
}
