package dev.assay.mock.mutation;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.service.MockEndpoint;
import dev.assay.mock.service.RoomFeed;
import dev.assay.mock.service.Storage;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The seams at which a mutant takes hold. Each is asked once when a stand-in is put together, so
 * that what a mutation remembers begins anew with each, and leaves everything as it is by default.
 */
public interface Mutation {

  /** Takes the place of what answers the mutant's operation; refusals are responses here. */
  default MockEndpoint answering(MockEndpoint genuine, MockContext context) {
    return genuine;
  }

  /** Takes the place of what answers every path. */
  default MockEndpoint serving(MockEndpoint genuine, MockContext context) {
    return genuine;
  }

  /** Takes the place of the storage of the mutant's operation. */
  default Storage storing(Storage genuine) {
    return genuine;
  }

  /** Takes the place of what posts new files in rooms. */
  default RoomFeed posting(RoomFeed genuine, MockContext context) {
    return genuine;
  }

  /**
   * Answers a request whose body has not been read; the connection is closed then.
   *
   * @param head the request with an empty body
   */
  default Optional<MockResponse> early(MockRequest head) {
    return Optional.empty();
  }

  /** Makes another of the genuine one. */
  @FunctionalInterface
  interface Seam<T> {
    /** What takes its place. */
    T instead(T genuine, MockContext context);
  }

  static Mutation answers(Seam<MockEndpoint> seam) {
    return new Mutation() {
      @Override
      public MockEndpoint answering(MockEndpoint genuine, MockContext context) {
        return seam.instead(genuine, context);
      }
    };
  }

  static Mutation serves(Seam<MockEndpoint> seam) {
    return new Mutation() {
      @Override
      public MockEndpoint serving(MockEndpoint genuine, MockContext context) {
        return seam.instead(genuine, context);
      }
    };
  }

  static Mutation stores(UnaryOperator<Storage> seam) {
    return new Mutation() {
      @Override
      public Storage storing(Storage genuine) {
        return seam.apply(genuine);
      }
    };
  }

  static Mutation posts(Seam<RoomFeed> seam) {
    return new Mutation() {
      @Override
      public RoomFeed posting(RoomFeed genuine, MockContext context) {
        return seam.instead(genuine, context);
      }
    };
  }
}
