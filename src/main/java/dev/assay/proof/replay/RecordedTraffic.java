package dev.assay.proof.replay;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import java.util.List;

/**
 * What a stand-in was asked, and what it answered, in that order.
 *
 * @param all how many requests came; more than are kept where they were too many or too large
 */
public record RecordedTraffic(List<Answered> kept, int all) {

  /** A request and the answer to it. */
  public record Answered(MockRequest request, MockResponse response) {}

  /** Whether all is kept. */
  public boolean isWhole() {
    return kept.size() == all;
  }
}
