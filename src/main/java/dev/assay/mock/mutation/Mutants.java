package dev.assay.mock.mutation;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.service.MockEndpoint;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.RoomFeed;
import dev.assay.mock.service.Storage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The mutants of one stand-in, each laid over the one before.
 *
 * @param operations finds the id of the operation that a request is for
 */
public record Mutants(List<Mutant> all, Function<MockRequest, Optional<String>> operations) {

  public Mutants {
    all = List.copyOf(all);
  }

  /** What answers every path, where the genuine one takes all requests. */
  public MockEndpoint around(MockEndpoint genuine, MockContext context) {
    MockEndpoint answering = genuine;
    for (Mutant mutant : all) {
      answering = mutant.mutation().serving(concerned(mutant, answering, context), context);
    }
    return answering;
  }

  private MockEndpoint concerned(Mutant mutant, MockEndpoint genuine, MockContext context) {
    MockEndpoint mutated = mutant.mutation().answering(genuine, context);
    return request -> (concerns(mutant, request) ? mutated : genuine).answer(request);
  }

  private boolean concerns(Mutant mutant, MockRequest request) {
    return operations.apply(request).filter(mutant::concerns).isPresent();
  }

  public Storage around(Storage genuine, MockOperation operation) {
    Storage storage = genuine;
    for (Mutant mutant : all) {
      storage = mutant.concerns(operation.slug()) ? mutant.mutation().storing(storage) : storage;
    }
    return storage;
  }

  public RoomFeed around(RoomFeed genuine, MockContext context) {
    RoomFeed feed = genuine;
    for (Mutant mutant : all) {
      feed = mutant.mutation().posting(feed, context);
    }
    return feed;
  }

  /** The response to a request whose body is not read. */
  public Optional<MockResponse> early(MockRequest head) {
    return all.stream()
        .filter(mutant -> concerns(mutant, head))
        .flatMap(mutant -> mutant.mutation().early(head).stream())
        .findFirst();
  }
}
