package dev.assay.load.merge;

import dev.assay.load.plan.LoadRequest;
import dev.assay.load.record.IdDeduplicator;
import dev.assay.load.record.IdLog;
import dev.assay.load.record.ResponseRules;
import dev.assay.load.record.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Compares the message ids of several injectors. Each has compared its own, so one that comes twice
 * here was given to two of them.
 */
final class InjectorIds {

  private final Map<LoadRequest, IdDeduplicator> seen = ResponseRules.spaces();
  private final Map<LoadRequest, Long> repeated = new EnumMap<>(LoadRequest.class);
  private final AtomicLong repeatedInWarmUp = new AtomicLong();

  private InjectorIds() {}

  /** Those in these folders: those of the warm-ups, which came first, before those of the rest. */
  static InjectorIds read(List<Path> folders) throws IOException {
    InjectorIds ids = new InjectorIds();
    for (boolean judged : new boolean[] {false, true}) {
      for (Path folder : folders) {
        IdLog.read(
            folder,
            (request, isJudged, id) -> {
              if (isJudged == judged && !ids.seen.get(request).add(id)) {
                ids.count(request, judged);
              }
            });
      }
    }
    return ids;
  }

  private void count(LoadRequest request, boolean judged) {
    if (judged) {
      repeated.merge(request, 1L, Long::sum);
    } else {
      repeatedInWarmUp.incrementAndGet();
    }
  }

  /** What was known of all injectors together, with what only the comparison shows. */
  Snapshot judge(Snapshot all) {
    Map<String, Snapshot.Counts> requests = new TreeMap<>(all.requests());
    repeated.forEach(
        (request, times) ->
            requests.computeIfPresent(request.slug(), (slug, counts) -> failing(counts, times)));
    return all.with(
        requests,
        all.warmUpFailures() + repeatedInWarmUp.get(),
        all.uncheckedIds() + ResponseRules.unchecked(seen));
  }

  private static Snapshot.Counts failing(Snapshot.Counts counts, long times) {
    Map<String, Long> failures = new TreeMap<>(counts.failures());
    failures.merge(ResponseRules.REPEATED, times, Long::sum);
    return new Snapshot.Counts(counts.ok() - times, failures);
  }
}
