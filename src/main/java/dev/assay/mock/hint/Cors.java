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
  public MockResponse answer(MockRequest request) {
    Optional<String> origin = allowed(request);
    MockResponse response =
        origin.isPresent() && isPreflight(request) ? leave(request) : service.answer(request);
    return origin
        .map(
            known ->
                response
                    .with("Access-Control-Allow-Origin", known)
                    .with("Access-Control-Expose-Headers", Hinting.HEADER))
        .orElse(response)
        .with("Vary", "Origin");
  }

  private Optional<String> allowed(MockRequest request) {
    return request
        .headers()
        .only("origin")
        .filter(origin -> origins.contains("*") || origins.contains(origin));
  }

  /** Whether a browser asks before it sends the request itself. */
  static boolean isPreflight(MockRequest request) {
    return request.method().equals("OPTIONS")
        && request.headers().has("origin")
        && request.headers().has("access-control-request-method");
  }

  private static MockResponse leave(MockRequest request) {
    MockResponse response =
        MockResponse.empty(204).with("Access-Control-Allow-Methods", "GET, HEAD, POST");
    return request
        .headers()
        .only("access-control-request-headers")
        .map(names -> response.with("Access-Control-Allow-Headers", names))
        .orElse(response)
        .with("Access-Control-Max-Age", SECONDS);
  }
}
