package dev.assay.mock;

import java.util.List;
import java.util.Optional;

/**
 * Lets pages of other origins call from a browser (Fetch standard, CORS protocol).
 *
 * @param origins that may; {@code *} stands for any
 */
record Cors(Endpoint service, List<String> origins) implements Endpoint {

  private static final String SECONDS = "600";

  @Override
  public Reply answer(Call call) {
    Optional<String> origin = allowed(call);
    Reply reply = origin.isPresent() && isPreflight(call) ? leave(call) : service.answer(call);
    return origin
        .map(
            known ->
                reply
                    .with("Access-Control-Allow-Origin", known)
                    .with("Access-Control-Expose-Headers", Hinting.HEADER))
        .orElse(reply)
        .with("Vary", "Origin");
  }

  private Optional<String> allowed(Call call) {
    return call.headers()
        .only("origin")
        .filter(origin -> origins.contains("*") || origins.contains(origin));
  }

  /** Whether a browser asks before it sends the request itself. */
  static boolean isPreflight(Call call) {
    return call.method().equals("OPTIONS")
        && call.headers().has("origin")
        && call.headers().has("access-control-request-method");
  }

  private static Reply leave(Call call) {
    Reply reply = Reply.empty(204).with("Access-Control-Allow-Methods", "GET, HEAD, POST");
    return call.headers()
        .only("access-control-request-headers")
        .map(names -> reply.with("Access-Control-Allow-Headers", names))
        .orElse(reply)
        .with("Access-Control-Max-Age", SECONDS);
  }
}
