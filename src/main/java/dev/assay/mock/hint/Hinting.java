package dev.assay.mock.hint;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.service.MockEndpoint;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows why a request was refused, beside the documented text: to whoever runs the mock, and to the
 * caller in a header of its own.
 */
public record Hinting(MockEndpoint service, Hints hints, Consumer<String> refusals)
    implements MockEndpoint {

  /** The header that shows a caller more than the documented text does. */
  static final String HEADER = "X-Assay-Hint";

  private static final int LONGEST = 400;

  @Override
  public MockResponse answer(MockRequest request) {
    MockResponse response = service.answer(request);
    if (response.status() < 400) {
      return response;
    }
    Optional<String> hint = hints.on(request, response.status()).map(Hinting::visible);
    refusals.accept(line(request, response) + hint.map(text -> "\n    " + text).orElse(""));
    return hint.map(text -> response.with(HEADER, text)).orElse(response);
  }

  private static String line(MockRequest request, MockResponse response) {
    return visible(
        "%s %s %s  %s"
            .formatted(
                response.status(),
                request.method(),
                request.path(),
                response.body().lenientText()));
  }

  /** Parts of it come from the request: it is to be one line of bounded length, in a header too. */
  private static String visible(String text) {
    String safe = text.replaceAll("[^ -~]", "?");
    return safe.length() > LONGEST ? safe.substring(0, LONGEST) + "..." : safe;
  }
}
