package dev.assay.mock;

import dev.assay.mock.service.MockOperation;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts the requests that came whole, by operation; any number of threads may count. */
final class ReceivedRequests {

  private static final String OTHER = "other";

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void count(String path) {
    String operation =
        Stream.of(MockOperation.values())
            .filter(each -> each.isAt(path))
            .map(MockOperation::slug)
            .findFirst()
            .orElse(OTHER);
    counts.computeIfAbsent(operation, none -> new LongAdder()).increment();
  }

  Map<String, Long> counts() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((operation, count) -> all.put(operation, count.sum()));
    return all;
  }
}
