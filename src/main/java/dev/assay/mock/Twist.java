package dev.assay.mock;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The seams at which a deviation takes hold. Each is asked once when a stand-in is put together, so
 * that what a twist remembers begins anew with each, and leaves everything as it is by default.
 */
interface Twist {

  /** Takes the place of what answers the deviation's operation; refusals are replies here. */
  default Endpoint answering(Endpoint genuine, Scene scene) {
    return genuine;
  }

  /** Takes the place of what answers every path. */
  default Endpoint serving(Endpoint genuine, Scene scene) {
    return genuine;
  }

  /** Takes the place of the storage of the deviation's operation. */
  default Storage storing(Storage genuine) {
    return genuine;
  }

  /** Takes the place of what tells rooms of new files. */
  default Board posting(Board genuine, Scene scene) {
    return genuine;
  }

  /**
   * Answers a call whose body has not been read; the connection is closed then.
   *
   * @param head the call with an empty body
   */
  default Optional<Reply> early(Call head) {
    return Optional.empty();
  }

  /** Makes another endpoint out of the genuine one. */
  @FunctionalInterface
  interface Answering {
    /** What answers instead. */
    Endpoint instead(Endpoint genuine, Scene scene);
  }

  static Twist answers(Answering answering) {
    return new Twist() {
      @Override
      public Endpoint answering(Endpoint genuine, Scene scene) {
        return answering.instead(genuine, scene);
      }
    };
  }

  static Twist serves(Answering serving) {
    return new Twist() {
      @Override
      public Endpoint serving(Endpoint genuine, Scene scene) {
        return serving.instead(genuine, scene);
      }
    };
  }

  static Twist stores(UnaryOperator<Storage> storing) {
    return new Twist() {
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
    Board instead(Board genuine, Scene scene);
  }

  static Twist posts(Posting posting) {
    return new Twist() {
      @Override
      public Board posting(Board genuine, Scene scene) {
        return posting.instead(genuine, scene);
      }
    };
  }
}
