package dev.assay.mock;

import dev.assay.mock.StandIn.Serving;
import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.http.SkippedTime;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.FileStore;
import dev.assay.mock.service.TestAccounts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A stand-in that is asked without a network, and waits for nothing. Two of the same mutants answer
 * the same requests in the same order with the same bytes: their clocks, ids and names are
 * repeatable.
 */
public final class Replica {

  private static final int SHARE_OF_HEAP = 8;

  private final SkippedTime skipped = new SkippedTime();
  private final Serving serving;

  /** One that knows those accounts, and says of itself that it is at that address. */
  public Replica(StandIn standIn, TestAccounts accounts, URI baseUri, List<Mutant> mutants) {
    MockSetup setup = MockSetup.repeatable(accounts, skipped);
    FileStore files =
        FileStore.of(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP, baseUri, setup.fresh());
    this.serving = standIn.afresh(setup, baseUri, files, mutants);
  }

  /**
   * An answer.
   *
   * @param late how long a client would have waited for it
   */
  public record Answer(MockResponse response, Duration late) {}

  /** What it answers, at once; a 500 where it fails. */
  public Answer answer(MockRequest request) {
    skipped.take();
    MockResponse response = response(request);
    return new Answer(response, skipped.take());
  }

  private MockResponse response(MockRequest request) {
    MockRequest head =
        new MockRequest(
            request.method(),
            request.path(),
            request.query(),
            request.headers(),
            request.connection(),
            Bytes.utf8(""));
    try {
      return serving.early(head).orElseGet(() -> serving.service().answer(request));
    } catch (RuntimeException e) {
      return MockResponse.empty(500);
    }
  }

  /** The id of the operation that a request is for. */
  public Optional<String> operation(MockRequest request) {
    return serving.operation(request);
  }
}
