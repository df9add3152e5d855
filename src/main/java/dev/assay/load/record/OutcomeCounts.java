package dev.assay.load.record;

import dev.assay.load.request.LoadRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of requests; any number of threads may count. */
final class OutcomeCounts {

  private static final int MOST_REASONS = 30;
  private static final String OTHER = "other reasons";

  private final Map<LoadRequest, LongAdder> ok = new HashMap<>();
  private final Map<LoadRequest, Map<String, LongAdder>> failures = new HashMap<>();

  OutcomeCounts(Set<LoadRequest> requests) {
    for (LoadRequest request : requests) {
      ok.put(request, new LongAdder());
      failures.put(request, new ConcurrentHashMap<>());
    }
  }

  void ok(LoadRequest request) {
    ok.get(request).increment();
  }

  void failed(LoadRequest request, String reason) {
    Map<String, LongAdder> counts = failures.get(request);
    // A reason with changing data in it must not fill the memory.
    String key = counts.containsKey(reason) || counts.size() < MOST_REASONS ? reason : OTHER;
    counts.computeIfAbsent(key, k -> new LongAdder()).increment();
  }

  Map<String, Snapshot.Counts> all() {
    Map<String, Snapshot.Counts> all = new TreeMap<>();
    ok.forEach(
        (request, count) -> {
          Map<String, Long> reasons = new TreeMap<>();
          failures.get(request).forEach((reason, times) -> reasons.put(reason, times.sum()));
          all.put(request.slug(), new Snapshot.Counts(count.sum(), reasons));
        });
    return all;
  }
}
