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
        (genuine, context) ->
            request -> {
              MockResponse response = genuine.answer(request);
              return fits.test(response) ? change.apply(response) : response;
            });
  }

  public static Mutation successes(UnaryOperator<MockResponse> change) {
    return replies(Mutations::isSuccess, change);
  }

  /** Changes every n-th success, of those of each stand-in. */
  public static Mutation everySuccess(int n, UnaryOperator<MockResponse> change) {
    return Mutation.answers(
        (genuine, context) -> {
          AtomicInteger count = new AtomicInteger();
          return request -> {
            MockResponse response = genuine.answer(request);
            boolean turn = isSuccess(response) && count.incrementAndGet() % n == 0;
            return turn ? change.apply(response) : response;
          };
        });
  }

  /** Refuses what it would take, if it is such. */
  public static Mutation refusing(Predicate<RequestView> such, int status, String text) {
    return Mutation.answers(
        (genuine, context) ->
            request -> {
              RequestView view = RequestView.by(request);
              boolean refused = view.isEntitled(context.accounts()) && such.test(view);
              return refused
                  ? MockOperation.at(request.path()).refusal(status, text)
                  : genuine.answer(request);
            });
  }

  /** Refuses such a call, whatever else may be wrong with it. */
  public static Mutation refusingFirst(Predicate<RequestView> such, int status, String text) {
    return Mutation.answers(
        (genuine, context) ->
            request ->
                such.test(RequestView.by(request))
                    ? MockOperation.at(request.path()).refusal(status, text)
                    : genuine.answer(request));
  }

  /** Takes what it would refuse, if it is such: as if the plain call had come. */
  public static Mutation taking(Predicate<MockResponse> refusal, Predicate<RequestView> such) {
    return takingFor(refusal, (view, accounts) -> such.test(view));
  }

  /** The same, where it depends on who the stand-in knows. */
  public static Mutation takingFor(
      Predicate<MockResponse> refusal, BiPredicate<RequestView, TestAccounts> such) {
    return Mutation.answers(
        (genuine, context) ->
            request -> {
              MockResponse response = genuine.answer(request);
              boolean taken =
                  refusal.test(response) && such.test(RequestView.by(request), context.accounts());
              return taken
                  ? genuine.answer(new ValidRequest(context.accounts()).insteadOf(request))
                  : response;
            });
  }

  /** Takes every n-th call that it would refuse, of those that are such. */
  public static Mutation takingEvery(
      int n, Predicate<MockResponse> refusal, Predicate<RequestView> such) {
    return Mutation.answers(
        (genuine, context) -> {
          AtomicInteger count = new AtomicInteger();
          Predicate<RequestView> turn = view -> such.test(view) && count.incrementAndGet() % n == 0;
          return taking(refusal, turn).answering(genuine, context);
        });
  }

  /**
   * Takes some wrong Authorization headers for right.
   *
   * @param fits what is told the header as sent, then the right one
   */
  public static Mutation authorising(BiPredicate<String, String> fits) {
    return Mutation.answers(
        (genuine, context) -> {
          ValidRequest sample = new ValidRequest(context.accounts());
          return request -> {
            MockRequest right = sample.authorised(request);
            String wanted = right.headers().only("authorization").orElseThrow();
            Optional<String> given = request.headers().only("authorization");
            boolean fit = given.isPresent() && fits.test(given.get(), wanted);
            return genuine.answer(fit ? right : request);
          };
        });
  }

  public static boolean isSuccess(MockResponse response) {
    return response.status() == OK;
  }

  public static Predicate<MockResponse> hasStatus(int status) {
    return response -> response.status() == status;
  }

  public static Predicate<MockResponse> isRefusal() {
    return response -> response.status() >= 400;
  }
}
