package dev.assay.suite.run;

import dev.assay.suite.ConformanceCase;
import dev.assay.suite.Interaction;
import dev.assay.suite.run.CaseExecutor.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A case that is to be run.
 *
 * @param testCase what it is
 * @param run runs it
 */
record ScheduledCase(ConformanceCase testCase, Runnable run) {

  /** Those that may run beside each other, after those on which they rest. */
  static List<List<Task>> waves(List<ScheduledCase> turns) {
    Map<String, Integer> depths = new HashMap<>();
    SortedMap<Integer, List<ScheduledCase>> waves = new TreeMap<>();
    for (ScheduledCase turn : turns) {
      int depth = turn.testCase().base().map(base -> depths.getOrDefault(base, -1) + 1).orElse(0);
      depths.put(turn.testCase().id(), depth);
      waves.computeIfAbsent(depth, none -> new ArrayList<>()).add(turn);
    }
    return waves.values().stream().map(ScheduledCase::tasks).toList();
  }

  /** What waits goes first, so that nobody waits for it at the end. */
  private static List<Task> tasks(List<ScheduledCase> turns) {
    List<Task> waiting = new ArrayList<>();
    List<Task> others = new ArrayList<>();
    for (ScheduledCase turn : turns) {
      Interaction interaction = turn.testCase().interaction();
      Task task = new Task(interaction.isHeavy(), turn.run());
      (interaction.waits() ? waiting : others).add(task);
    }
    waiting.addAll(others);
    return waiting;
  }
}
