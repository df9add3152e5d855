package dev.assay.mock.hint;

import dev.assay.mock.http.MockRequest;
import java.util.Optional;

/** What helps a refused caller. */
@FunctionalInterface
public interface Hints {

  /**
   * What it may have been.
   *
   * @param status of the refusal, 400 or more
   */
  Optional<String> on(MockRequest request, int status);
}
