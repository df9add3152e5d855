package dev.assay.mock.mutation;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.service.MockEndpoint;
import dev.assay.mock.service.RoomFeed;
import dev.assay.mock.service.Storage;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The seams at which a deviation takes hold. Each is asked once when a stand-in is put together, so
 * that what a twist remembers begins anew with each, and leaves everything as it is by default.
 */
public interface Mutation {

  /** Takes the place of what answers the deviation's operation; refusals are replies here. */
  default MockEndpoint answering(MockEndpoint genuine, MockContext context) {
    return genuine;
  }

  /** Takes the place of what answers every path. */
  default MockEndpoint serving(MockEndpoint genuine, MockContext context) {
    return genuine;
  }

  /** Takes the place of the storage of the deviation's operation. */
  default Storage storing(Storage genuine) {
    return genuine;
  }

  /** Takes the place of what tells rooms of new files. */
  default RoomFeed posting(RoomFeed genuine, MockContext context) {
    return genuine;
  }

  /**
   * Answers a call whose body has not been read; the connection is closed then.
   *
   * @param head the call with an empty body
   */
  default Optional<MockResponse> early(MockRequest head) {
    return Optional.empty();
  }

  /** Makes another endpoint out of the genuine one. */
  @FunctionalInterface
  interface Answering {
    /** What answers instead. */
    MockEndpoint instead(MockEndpoint genuine, MockContext context);
  }

  static Mutation answers(Answering answering) {
    return new Mutation() {
      @Override
      public MockEndpoint answering(MockEndpoint genuine, MockContext context) {
        return answering.instead(genuine, context);
      }
    };
  }

  static Mutation serves(Answering serving) {
    return new Mutation() {
      @Override
      public MockEndpoint serving(MockEndpoint genuine, MockContext context) {
        return serving.instead(genuine, context);
      }
    };
  }

  static Mutation stores(UnaryOperator<Storage> storing) {
    return new Mutation() {
      @Override
      public Storage storing(Storage genuine) {
        return storing.apply(genuine);
      }
    };
  }

  /** Makes another board out of the genuine one. */
  @FunctionalInterface
  interface Posting {
    /** What is told instead. */
    RoomFeed instead(RoomFeed genuine, MockContext context);
  }

  static Mutation posts(Posting posting) {
    return new Mutation() {
      @Override
      public RoomFeed posting(RoomFeed genuine, MockContext context) {
        return posting.instead(genuine, context);
      }
    };
  }
}
