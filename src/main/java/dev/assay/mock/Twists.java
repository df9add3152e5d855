package dev.assay.mock;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The general ways in which an answer deviates. */
final class Twists {

  private static final int OK = 200;

  private Twists() {}

  /** Changes the replies that fit. */
  static Twist replies(Predicate<Reply> fits, UnaryOperator<Reply> change) {
    return Twist.answers(
        (genuine, scene) ->
            call -> {
              Reply reply = genuine.answer(call);
              return fits.test(reply) ? change.apply(reply) : reply;
            });
  }

  static Twist successes(UnaryOperator<Reply> change) {
    return replies(Twists::isSuccess, change);
  }

  /** Changes every n-th success, of those of each stand-in. */
  static Twist everySuccess(int n, UnaryOperator<Reply> change) {
    return Twist.answers(
        (genuine, scene) -> {
          AtomicInteger count = new AtomicInteger();
          return call -> {
            Reply reply = genuine.answer(call);
            boolean turn = isSuccess(reply) && count.incrementAndGet() % n == 0;
            return turn ? change.apply(reply) : reply;
          };
        });
  }

  /** Refuses what it would take, if it is such. */
  static Twist refusing(Predicate<Asked> such, int status, String text) {
    return Twist.answers(
        (genuine, scene) ->
            call -> {
              Asked asked = Asked.by(call);
              boolean refused = asked.isEntitled(scene.principals()) && such.test(asked);
              return refused
                  ? Operation.at(call.path()).refusal(status, text)
                  : genuine.answer(call);
            });
  }

  /** Refuses such a call, whatever else may be wrong with it. */
  static Twist refusingFirst(Predicate<Asked> such, int status, String text) {
    return Twist.answers(
        (genuine, scene) ->
            call ->
                such.test(Asked.by(call))
                    ? Operation.at(call.path()).refusal(status, text)
                    : genuine.answer(call));
  }

  /** Takes what it would refuse, if it is such: as if the plain call had come. */
  static Twist taking(Predicate<Reply> refusal, Predicate<Asked> such) {
    return takingFor(refusal, (asked, principals) -> such.test(asked));
  }

  /** The same, where it depends on who the stand-in knows. */
  static Twist takingFor(Predicate<Reply> refusal, BiPredicate<Asked, Principals> such) {
    return Twist.answers(
        (genuine, scene) ->
            call -> {
              Reply reply = genuine.answer(call);
              boolean taken = refusal.test(reply) && such.test(Asked.by(call), scene.principals());
              return taken
                  ? genuine.answer(new SampleCall(scene.principals()).insteadOf(call))
                  : reply;
            });
  }

  /** Takes every n-th call that it would refuse, of those that are such. */
  static Twist takingEvery(int n, Predicate<Reply> refusal, Predicate<Asked> such) {
    return Twist.answers(
        (genuine, scene) -> {
          AtomicInteger count = new AtomicInteger();
          Predicate<Asked> turn = asked -> such.test(asked) && count.incrementAndGet() % n == 0;
          return taking(refusal, turn).answering(genuine, scene);
        });
  }

  /**
   * Takes some wrong Authorization headers for right.
   *
   * @param fits what is told the header as sent, then the right one
   */
  static Twist authorising(BiPredicate<String, String> fits) {
    return Twist.answers(
        (genuine, scene) -> {
          SampleCall sample = new SampleCall(scene.principals());
          return call -> {
            Call right = sample.authorised(call);
            String wanted = right.headers().only("authorization").orElseThrow();
            Optional<String> given = call.headers().only("authorization");
            boolean fit = given.isPresent() && fits.test(given.get(), wanted);
            return genuine.answer(fit ? right : call);
          };
        });
  }

  static boolean isSuccess(Reply reply) {
    return reply.status() == OK;
  }

  static Predicate<Reply> hasStatus(int status) {
    return reply -> reply.status() == status;
  }

  static Predicate<Reply> isRefusal() {
    return reply -> reply.status() >= 400;
  }
}
