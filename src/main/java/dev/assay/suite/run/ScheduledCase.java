package dev.assay.suite.run;

import dev.assay.suite.Interaction;
import dev.assay.suite.run.CaseExecutor.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * A case that is to be run.
 *
 * @param interaction what it sends
 * @param run runs it
 */
record ScheduledCase(Interaction interaction, Runnable run) {

  /** What waits goes first, so that nobody waits for it at the end. */
  static List<Task> tasks(List<ScheduledCase> turns) {
    List<Task> waiting = new ArrayList<>();
    List<Task> others = new ArrayList<>();
    for (ScheduledCase turn : turns) {
      Task task = new Task(turn.interaction().isHeavy(), turn.run());
      (turn.interaction().waits() ? waiting : others).add(task);
    }
    waiting.addAll(others);
    return waiting;
  }
}
