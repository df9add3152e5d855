package dev.assay.load.record;

import dev.assay.load.plan.Arrivals;
import dev.assay.load.plan.LoadRequest;

/**
 * One request of a run.
 *
 * @param request which
 * @param arrival of its virtual user
 * @param sentNanos when it was sent, on the clock of {@link System#nanoTime()}
 */
public record SentRequest(LoadRequest request, Arrivals.Arrival arrival, long sentNanos) {}
