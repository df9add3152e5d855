package dev.assay.mock.hint;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.service.MockEndpoint;
import java.util.List;
import java.util.Optional;

/**
 * Lets pages of other origins call from a browser (Fetch standard, CORS protocol).
 *
 * @param origins that may; {@code *} stands for any
 */
public record Cors(MockEndpoint service, List<String> origins) implements MockEndpoint {

  private static final String SECONDS = "600";

  @Override
  public MockResponse answer(MockRequest call) {
    Optional<String> origin = allowed(call);
    MockResponse reply =
        origin.isPresent() && isPreflight(call) ? leave(call) : service.answer(call);
    return origin
        .map(
            known ->
                reply
                    .with("Access-Control-Allow-Origin", known)
                    .with("Access-Control-Expose-Headers", Hinting.HEADER))
        .orElse(reply)
        .with("Vary", "Origin");
  }

  private Optional<String> allowed(MockRequest call) {
    return call.headers()
        .only("origin")
        .filter(origin -> origins.contains("*") || origins.contains(origin));
  }

  /** Whether a browser asks before it sends the request itself. */
  static boolean isPreflight(MockRequest call) {
    return call.method().equals("OPTIONS")
        && call.headers().has("origin")
        && call.headers().has("access-control-request-method");
  }

  private static MockResponse leave(MockRequest call) {
    MockResponse reply =
        MockResponse.empty(204).with("Access-Control-Allow-Methods", "GET, HEAD, POST");
    return call.headers()
        .only("access-control-request-headers")
        .map(names -> reply.with("Access-Control-Allow-Headers", names))
        .orElse(reply)
        .with("Access-Control-Max-Age", SECONDS);
  }
}
