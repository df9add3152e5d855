package dev.assay.report.page;

import dev.assay.compare.cutover.Cutover;
import dev.assay.gate.Gate;
import dev.assay.load.study.LoadReport;
import dev.assay.proof.Proof;
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
 * @param loads one for each load that was run
 * @param earlier what changed since the run before, if there is one
 */
public record PageContent(
    About about,
    Optional<Gate> gate,
    Optional<Cutover> cutover,
    Optional<Run> contract,
    Optional<Proof> proof,
    List<LoadReport> loads,
    Optional<Earlier> earlier) {

  /**
   * What was run, and against what.
   *
   * @param command as it can be given again, such as {@code assay gate --target staging}
   * @param target the name of what was checked
   * @param version of Assay
   * @param startedAt when the first part began
   */
  public record About(String command, String target, String version, Instant startedAt) {}

  /**
   * The run before this one.
   *
   * @param link from this page to its page, if it has one
   * @param startedAt when it began
   * @param changes since then, in sentences; none if nothing changed
   */
  public record Earlier(Optional<String> link, Instant startedAt, List<String> changes) {}

  /** Keeps a copy of the loads. */
  public PageContent {
    loads = List.copyOf(loads);
  }

  private static PageContent empty(
      String command, String target, String version, Instant startedAt) {
    return new PageContent(
        new About(command, target, version, startedAt),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** The page of a contract run. */
  public static PageContent of(String command, Run run) {
    return empty(command, run.target(), run.version(), run.startedAt()).with(run);
  }

  /** The page of a proof. */
  public static PageContent of(String command, Proof proof) {
    return empty(command, "the embedded mock", proof.version(), proof.startedAt()).with(proof);
  }

  /** The page of a load. */
  public static PageContent of(String command, String version, LoadReport load) {
    return empty(command, load.result().plan().target(), version, load.result().startedAt())
        .with(load);
  }

  /** The page of a cutover. */
  public static PageContent of(String command, Cutover cutover) {
    String both = cutover.from().target() + " → " + cutover.to().target();
    return empty(command, both, cutover.version(), cutover.startedAt()).with(cutover);
  }

  /** The page of a gate, whose parts are still to come. */
  public static PageContent of(String command, String version, Instant startedAt, Gate gate) {
    return empty(command, gate.target(), version, startedAt).with(gate);
  }

  private PageContent with(Gate other) {
    return new PageContent(about, Optional.of(other), cutover, contract, proof, loads, earlier);
  }

  /** The same with a cutover. */
  public PageContent with(Cutover other) {
    return new PageContent(about, gate, Optional.of(other), contract, proof, loads, earlier);
  }

  /** The same with a contract run. */
  public PageContent with(Run run) {
    return new PageContent(about, gate, cutover, Optional.of(run), proof, loads, earlier);
  }

  /** The same with a proof. */
  public PageContent with(Proof other) {
    return new PageContent(about, gate, cutover, contract, Optional.of(other), loads, earlier);
  }

  /** The same with a load. */
  public PageContent with(LoadReport load) {
    return new PageContent(about, gate, cutover, contract, proof, List.of(load), earlier);
  }

  /** The same with the run before it. */
  public PageContent with(Earlier run) {
    return new PageContent(about, gate, cutover, contract, proof, loads, Optional.of(run));
  }
}
