package dev.assay.mock;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the documents are silent, and another status than the documented one shows all the same: a
 * 5xx, or a success where a refusal is natural.
 */
final class SilentTraces {

  private static final int CRASH = 500;

  private SilentTraces() {}

  /** The clauses that notice, where that refusal is answered with that status. */
  static List<String> of(Operation operation, String refusal, int status) {
    List<String> traces = new ArrayList<>();
    if (status == CRASH && refusal.equals("401")) {
      traces.addAll(List.of("silent/authorization-forms", "silent/order-of-checks"));
    }
    if (status == CRASH && refusal.equals("403")) {
      traces.add("silent/field-values");
      if (operation != Operation.LOG_MESSAGE) {
        traces.add("silent/order-of-checks");
      }
    }
    if (status == CRASH && refusal.equals("400-no-room-id")) {
      traces.add("silent/field-values");
    }
    if (refusal.equals("403") && !operation.isHaptik() && (status == CRASH || status == 200)) {
      traces.add("silent/unknown-room");
    }
    return traces;
  }
}
