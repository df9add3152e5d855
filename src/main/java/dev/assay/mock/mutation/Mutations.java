package dev.assay.mock.mutation;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.TestAccounts;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The general ways in which an answer deviates. */
public final class Mutations {

  private static final int OK = 200;

  private Mutations() {}

  /** Changes the replies that fit. */
  public static Mutation replies(Predicate<MockResponse> fits, UnaryOperator<MockResponse> change) {
    return Mutation.answers(
        (genuine, scene) ->
            call -> {
              MockResponse reply = genuine.answer(call);
              return fits.test(reply) ? change.apply(reply) : reply;
            });
  }

  public static Mutation successes(UnaryOperator<MockResponse> change) {
    return replies(Mutations::isSuccess, change);
  }

  /** Changes every n-th success, of those of each stand-in. */
  public static Mutation everySuccess(int n, UnaryOperator<MockResponse> change) {
    return Mutation.answers(
        (genuine, scene) -> {
          AtomicInteger count = new AtomicInteger();
          return call -> {
            MockResponse reply = genuine.answer(call);
            boolean turn = isSuccess(reply) && count.incrementAndGet() % n == 0;
            return turn ? change.apply(reply) : reply;
          };
        });
  }

  /** Refuses what it would take, if it is such. */
  public static Mutation refusing(Predicate<RequestView> such, int status, String text) {
    return Mutation.answers(
        (genuine, scene) ->
            call -> {
              RequestView asked = RequestView.by(call);
              boolean refused = asked.isEntitled(scene.principals()) && such.test(asked);
              return refused
                  ? MockOperation.at(call.path()).refusal(status, text)
                  : genuine.answer(call);
            });
  }

  /** Refuses such a call, whatever else may be wrong with it. */
  public static Mutation refusingFirst(Predicate<RequestView> such, int status, String text) {
    return Mutation.answers(
        (genuine, scene) ->
            call ->
                such.test(RequestView.by(call))
                    ? MockOperation.at(call.path()).refusal(status, text)
                    : genuine.answer(call));
  }

  /** Takes what it would refuse, if it is such: as if the plain call had come. */
  public static Mutation taking(Predicate<MockResponse> refusal, Predicate<RequestView> such) {
    return takingFor(refusal, (asked, principals) -> such.test(asked));
  }

  /** The same, where it depends on who the stand-in knows. */
  public static Mutation takingFor(
      Predicate<MockResponse> refusal, BiPredicate<RequestView, TestAccounts> such) {
    return Mutation.answers(
        (genuine, scene) ->
            call -> {
              MockResponse reply = genuine.answer(call);
              boolean taken =
                  refusal.test(reply) && such.test(RequestView.by(call), scene.principals());
              return taken
                  ? genuine.answer(new ValidRequest(scene.principals()).insteadOf(call))
                  : reply;
            });
  }

  /** Takes every n-th call that it would refuse, of those that are such. */
  public static Mutation takingEvery(
      int n, Predicate<MockResponse> refusal, Predicate<RequestView> such) {
    return Mutation.answers(
        (genuine, scene) -> {
          AtomicInteger count = new AtomicInteger();
          Predicate<RequestView> turn =
              asked -> such.test(asked) && count.incrementAndGet() % n == 0;
          return taking(refusal, turn).answering(genuine, scene);
        });
  }

  /**
   * Takes some wrong Authorization headers for right.
   *
   * @param fits what is told the header as sent, then the right one
   */
  public static Mutation authorising(BiPredicate<String, String> fits) {
    return Mutation.answers(
        (genuine, scene) -> {
          ValidRequest sample = new ValidRequest(scene.principals());
          return call -> {
            MockRequest right = sample.authorised(call);
            String wanted = right.headers().only("authorization").orElseThrow();
            Optional<String> given = call.headers().only("authorization");
            boolean fit = given.isPresent() && fits.test(given.get(), wanted);
            return genuine.answer(fit ? right : call);
          };
        });
  }

  public static boolean isSuccess(MockResponse reply) {
    return reply.status() == OK;
  }

  public static Predicate<MockResponse> hasStatus(int status) {
    return reply -> reply.status() == status;
  }

  public static Predicate<MockResponse> isRefusal() {
    return reply -> reply.status() >= 400;
  }
}
