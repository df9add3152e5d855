package dev.assay.proof;

import dev.assay.contract.ClauseId;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.Interaction;
import dev.assay.suite.OperationSuite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which cases run against a mutant: every case that decides a clause which is broken, and of each
 * other clause a few, others for each mutant, so that all take their turn in a whole proof.
 *
 * @param broken the clauses of which every case runs, and operations of which every clause is meant
 * @param costlyToo whether that holds for costly cases too
 * @param ofOthers how many cases of each other clause run
 * @param costlyEvery costly cases of other clauses run against every so-manieth mutant; 0 for none
 * @param turn which of the cases it is the turn of
 */
record CaseSelection(
    Set<String> broken, boolean costlyToo, int ofOthers, int costlyEvery, int turn) {

  private static final int MOST_REQUESTS = 8;

  /** All cases whatsoever. */
  static final CaseSelection EVERYTHING =
      new CaseSelection(Set.of(), true, Integer.MAX_VALUE, 1, 0);

  /** All cases of broken clauses that are not costly, and one of each other clause. */
  static CaseSelection against(Set<String> broken, int turn) {
    return new CaseSelection(broken, false, 1, 0, turn);
  }

  /** All cases of those clauses, and no others. */
  static CaseSelection retryMissed(Set<String> broken) {
    return new CaseSelection(broken, true, 0, 0, 0);
  }

  /** Some cases of each clause, and now and then the costly ones. */
  static CaseSelection sampling(int turn) {
    return new CaseSelection(Set.of(), true, 2, 6, turn);
  }

  /** All cases that are not costly, and the costly ones that decide what is broken. */
  static CaseSelection thorough(Set<String> broken) {
    return new CaseSelection(broken, true, Integer.MAX_VALUE, 0, 0);
  }

  /** The ids of the cases that run of this suite. */
  Set<String> of(OperationSuite suite) {
    Set<String> chosen = new HashSet<>();
    deciding(suite)
        .forEach(
            (clause, cases) -> {
              boolean isBroken = isBroken(clause);
              List<ConformanceCase> runnable = cases.stream().filter(mayRun(isBroken)).toList();
              some(runnable, isBroken).forEach(c -> chosen.add(c.id()));
            });
    return chosen;
  }

  /** Operations are broken as a whole where only a run shows what of them is. */
  private boolean isBroken(ClauseId clause) {
    return broken.contains(clause.value()) || broken.contains(clause.operation());
  }

  /** The cases of each clause that has any, in their order. */
  private static Map<ClauseId, List<ConformanceCase>> deciding(OperationSuite suite) {
    Map<ClauseId, List<ConformanceCase>> deciding = new HashMap<>();
    for (ConformanceCase c : suite.cases()) {
      c.checks().stream()
          .map(check -> check.clause().id())
          .distinct()
          .forEach(clause -> deciding.computeIfAbsent(clause, id -> new ArrayList<>()).add(c));
    }
    return deciding;
  }

  private List<ConformanceCase> some(List<ConformanceCase> deciding, boolean all) {
    if (all || deciding.size() <= ofOthers) {
      return deciding;
    }
    int first = Math.floorMod(turn, deciding.size());
    return IntStream.range(first, first + ofOthers)
        .mapToObj(i -> deciding.get(i % deciding.size()))
        .toList();
  }

  private Predicate<ConformanceCase> mayRun(boolean isBroken) {
    boolean costly =
        isBroken ? costlyToo : costlyEvery > 0 && Math.floorMod(turn, costlyEvery) == 0;
    return c -> costly || !isCostly(c.interaction());
  }

  /** Whether it moves megabytes, waits, or sends many requests. */
  private static boolean isCostly(Interaction script) {
    return script.isHeavy() || script.waits() || script.planned().size() > MOST_REQUESTS;
  }
}
