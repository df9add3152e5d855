package dev.assay.load.merge;

import dev.assay.load.plan.LoadPlan;
import dev.assay.load.record.IdLog;
import dev.assay.load.record.IdSpaces;
import dev.assay.load.record.Snapshot;
import dev.assay.load.request.LoadRequest;
import dev.assay.load.request.MemberRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Compares the ids of several injectors. Each has compared its own, so one that comes twice here
 * was given to two of them.
 */
final class InjectorIds {

  private final IdSpaces seen;
  private final Map<Repeated, Long> repeated = new HashMap<>();
  private final AtomicLong repeatedInWarmUp = new AtomicLong();

  /** What came twice in answers to which request. */
  private record Repeated(LoadRequest request, MemberRule rule) {}

  private InjectorIds(LoadPlan plan) {
    seen = new IdSpaces(plan);
  }

  /**
   * Those in these folders: those of the warm-ups, which came first, before those of the rest.
   *
   * @param plan of all of them together
   */
  static InjectorIds read(LoadPlan plan, List<Path> folders) throws IOException {
    InjectorIds ids = new InjectorIds(plan);
    for (boolean judged : new boolean[] {false, true}) {
      for (Path folder : folders) {
        IdLog.read(
            plan,
            folder,
            (request, rule, isJudged, id) -> {
              if (isJudged == judged && !ids.seen.of(plan.template(request), rule).add(id)) {
                ids.count(new Repeated(request, rule), judged);
              }
            });
      }
    }
    return ids;
  }

  private void count(Repeated id, boolean judged) {
    if (judged) {
      repeated.merge(id, 1L, Long::sum);
    } else {
      repeatedInWarmUp.incrementAndGet();
    }
  }

  /** What was known of all injectors together, with what only the comparison shows. */
  Snapshot judge(Snapshot all) {
    Map<String, Snapshot.Counts> requests = new TreeMap<>(all.requests());
    repeated.forEach(
        (id, times) ->
            requests.computeIfPresent(
                id.request().slug(), (slug, counts) -> failing(counts, id.rule().flaw(), times)));
    return all.with(
        requests,
        all.warmUpFailures() + repeatedInWarmUp.get(),
        all.uncheckedIds() + seen.unchecked());
  }

  private static Snapshot.Counts failing(Snapshot.Counts counts, String flaw, long times) {
    Map<String, Long> failures = new TreeMap<>(counts.failures());
    failures.merge(flaw, times, Long::sum);
    return new Snapshot.Counts(counts.ok() - times, failures);
  }
}
