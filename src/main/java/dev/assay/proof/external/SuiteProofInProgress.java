package dev.assay.proof.external;

import dev.assay.RunInfo;
import dev.assay.mock.mutation.Mutant;
import dev.assay.proof.shell.CommandRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The proof of a suite under way. Safe for use by several threads. */
public final class SuiteProofInProgress {

  private final RunInfo info;
  private final SuiteSubject subject;
  private final String command;
  private final TrialPlan plan;
  private final List<Mutant> defects;
  private final List<Mutant> variants;
  private final Map<String, SuiteTrial> known = new ConcurrentHashMap<>();
  private volatile List<CommandRun> baseline = List.of();
  private volatile List<OperationReach> reach = List.of();
  private volatile List<String> problems = List.of();
  private volatile boolean cut;

  SuiteProofInProgress(
      RunInfo info,
      SuiteSubject subject,
      String command,
      TrialPlan plan,
      List<Mutant> defects,
      List<Mutant> variants) {
    this.info = info;
    this.subject = subject;
    this.command = command;
    this.plan = plan;
    this.defects = defects;
    this.variants = variants;
  }

  void begun(UnmodifiedRuns met) {
    baseline = met.runs();
    problems = met.problem().stream().toList();
  }

  void reaches(List<OperationReach> operations) {
    reach = operations;
  }

  void is(SuiteTrial trial) {
    known.put(trial.id(), trial);
  }

  /** It was ended early. */
  public void cutShort() {
    cut = true;
  }

  /** What is known by now; what was not tried yet was not run. */
  public SuiteProof soFar() {
    RunInfo now = info.untilNow();
    return new SuiteProof(
        cut ? now.cutShort() : now,
        command,
        subject.options(),
        subject.proof().caveat(),
        baseline,
        reach,
        subject.operations().stream().flatMap(each -> each.clauses().stream()).toList(),
        trials(defects),
        trials(variants),
        problems,
        plan.sample().isPresent(),
        plan.threshold());
  }

  private List<SuiteTrial> trials(List<Mutant> mutants) {
    List<SuiteTrial> trials = new ArrayList<>();
    for (Mutant mutant : mutants) {
      trials.add(
          known.getOrDefault(
              mutant.id(), SuiteTrial.without(mutant, MutantStatus.NOT_RUN, Optional.empty())));
    }
    return trials;
  }
}
