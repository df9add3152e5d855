package dev.assay.mock;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the requests that came whole, by operation; any number of threads may count. */
final class ReceivedRequests {

  private static final String OTHER = "other";

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void count(Optional<String> operation) {
    counts.computeIfAbsent(operation.orElse(OTHER), none -> new LongAdder()).increment();
  }

  Map<String, Long> counts() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((operation, count) -> all.put(operation, count.sum()));
    return all;
  }
}
