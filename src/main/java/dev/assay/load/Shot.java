package dev.assay.load;

/**
 * One request of a run.
 *
 * @param request which
 * @param arrival of its virtual user
 * @param sentNanos when it was sent, on the clock of {@link System#nanoTime()}
 */
public record Shot(LoadRequest request, Arrivals.Arrival arrival, long sentNanos) {}
