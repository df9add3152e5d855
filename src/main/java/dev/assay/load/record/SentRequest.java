package dev.assay.load.record;

import dev.assay.load.plan.Arrivals;
import dev.assay.load.request.LoadRequest;
import dev.assay.load.request.RequestTemplate;

/**
 * One request of a run.
 *
 * @param request which
 * @param template how it is sent
 * @param arrival of its virtual user
 * @param sentNanos when it was sent, on the clock of {@link System#nanoTime()}
 */
public record SentRequest(
    LoadRequest request, RequestTemplate template, Arrivals.Arrival arrival, long sentNanos) {}
