package dev.assay.mock;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.FileStore;
import dev.assay.mock.service.MockEndpoint;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The services for which a mock stands in. */
@FunctionalInterface
public interface StandIn {

  /** Those of the documents, written by hand. */
  StandIn SHIPPED = MockServices::new;

  /**
   * The services as they are at first, with nothing in memory.
   *
   * @param baseUri where this machine reaches them
   * @param files where they keep what they are sent, and where they have it served
   * @param mutants several are laid over one another, in that order
   */
  Serving afresh(MockSetup setup, URI baseUri, FileStore files, List<Mutant> mutants);

  /** What a mock serves until it starts afresh. */
  interface Serving {

    /** What answers every path. */
    MockEndpoint service();

    /** The response to a request whose body is not read. */
    Optional<MockResponse> early(MockRequest head);

    /** The id of the operation that a request is for. */
    Optional<String> operation(MockRequest request);
  }
}
