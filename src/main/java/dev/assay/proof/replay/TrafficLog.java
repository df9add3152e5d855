package dev.assay.proof.replay;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.proof.replay.RecordedTraffic.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Keeps what a stand-in is asked, in bounded amounts. Safe for use by several threads. */
public final class TrafficLog implements BiConsumer<MockRequest, MockResponse> {

  private static final int MOST = 2_000;
  private static final long MOST_BYTES = 48L * 1024 * 1024;

  private final List<Answered> kept = new ArrayList<>();
  private long bytes;
  private int all;

  @Override
  public synchronized void accept(MockRequest request, MockResponse response) {
    all++;
    bytes += (long) request.body().footprint() + response.body().footprint();
    if (all <= MOST && bytes <= MOST_BYTES) {
      kept.add(new Answered(request, response));
    }
  }

  /** What came by now. */
  public synchronized RecordedTraffic traffic() {
    return new RecordedTraffic(List.copyOf(kept), all);
  }
}
