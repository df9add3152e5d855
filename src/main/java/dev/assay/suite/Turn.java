package dev.assay.suite;

import dev.assay.suite.Crew.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * A case that is to be played.
 *
 * @param script what it sends
 * @param play plays it
 */
record Turn(Script script, Runnable play) {

  /** What waits goes first, so that nobody waits for it at the end. */
  static List<Task> tasks(List<Turn> turns) {
    List<Task> waiting = new ArrayList<>();
    List<Task> others = new ArrayList<>();
    for (Turn turn : turns) {
      Task task = new Task(turn.script().isHeavy(), turn.play());
      (turn.script().waits() ? waiting : others).add(task);
    }
    waiting.addAll(others);
    return waiting;
  }
}
