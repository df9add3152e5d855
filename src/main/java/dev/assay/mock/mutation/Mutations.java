package dev.assay.mock.mutation;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.service.MockOperation;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The general ways in which a mutant answers. */
public final class Mutations {

  private Mutations() {}

  /** Changes responses by what was asked for. */
  public static Mutation edits(BiFunction<RequestView, MockResponse, MockResponse> change) {
    return Mutation.answers(
        (genuine, context) ->
            request -> change.apply(view(request, context), genuine.answer(request)));
  }

  private static RequestView view(MockRequest request, MockContext context) {
    return RequestView.of(request, context.accounts());
  }

  /** Changes the responses that fit. */
  public static Mutation responses(
      Predicate<MockResponse> fits, UnaryOperator<MockResponse> change) {
    return Mutation.answers(
        (genuine, context) ->
            request -> {
              MockResponse response = genuine.answer(request);
              return fits.test(response) ? change.apply(response) : response;
            });
  }

  public static Mutation successes(UnaryOperator<MockResponse> change) {
    return responses(Mutations::isSuccess, change);
  }

  /** Changes every n-th success, of those of each stand-in. */
  public static Mutation everySuccess(int n, UnaryOperator<MockResponse> change) {
    Predicate<MockResponse> success = Mutations::isSuccess;
    return anew(() -> responses(success.and(every(n)), change));
  }

  /** A mutation that remembers something, and begins anew with each stand-in. */
  public static Mutation anew(Supplier<Mutation> mutation) {
    return Mutation.answers((genuine, context) -> mutation.get().answering(genuine, context));
  }

  /** Holds every n-th time that it is asked. */
  public static <T> Predicate<T> every(int n) {
    AtomicInteger count = new AtomicInteger();
    return any -> count.incrementAndGet() % n == 0;
  }

  /** Holds each time but the first. */
  public static <T> Predicate<T> afterTheFirst() {
    AtomicBoolean asked = new AtomicBoolean();
    return any -> asked.getAndSet(true);
  }

  /** Refuses what it would take, if it is such. */
  public static Mutation refusing(Predicate<RequestView> such, int status, String text) {
    return refusingFirst(view -> view.isEntitled() && such.test(view), status, text);
  }

  /** Refuses such a request, whatever else may be wrong with it. */
  public static Mutation refusingFirst(Predicate<RequestView> such, int status, String text) {
    return Mutation.answers(
        (genuine, context) ->
            request ->
                such.test(view(request, context))
                    ? MockOperation.at(request.path()).refusal(status, text)
                    : genuine.answer(request));
  }

  /** Takes what it would refuse with that status, if it is such: as if a valid request had come. */
  public static Mutation taking(int status, Predicate<RequestView> such) {
    return taking(hasStatus(status), such);
  }

  /** Takes what it would refuse, if it is such: as if a valid request had come. */
  public static Mutation taking(Predicate<MockResponse> refusal, Predicate<RequestView> such) {
    return Mutation.answers(
        (genuine, context) ->
            request -> {
              MockResponse response = genuine.answer(request);
              if (!refusal.test(response)) {
                return response;
              }
              RequestView view = view(request, context);
              return such.test(view) ? genuine.answer(view.asValid()) : response;
            });
  }

  /**
   * Takes some wrong values of the header that shows who the client is for right.
   *
   * @param fits is given the header as sent, then the right one
   */
  public static Mutation authorising(String header, BiPredicate<String, String> fits) {
    return authorisingIf(
        header,
        view ->
            view.request()
                .headers()
                .only(header)
                .filter(given -> fits.test(given, view.rightAuthorization()))
                .isPresent());
  }

  /** Takes the header that shows who the client is for right, if the request is such. */
  public static Mutation authorisingIf(String header, Predicate<RequestView> such) {
    return Mutation.answers(
        (genuine, context) ->
            request -> {
              RequestView view = view(request, context);
              return genuine.answer(such.test(view) ? view.authorised(header) : request);
            });
  }

  /** Takes a request for another one. */
  public static Mutation requests(UnaryOperator<MockRequest> change) {
    return Mutation.answers((genuine, context) -> request -> genuine.answer(change.apply(request)));
  }

  /** Answers so whoever fetches a file. */
  public static Mutation fetching(MockResponse response) {
    return Mutation.serves(
        (genuine, context) ->
            request -> request.path().startsWith("/files/") ? response : genuine.answer(request));
  }

  /** Two mutations of responses, the second laid over the first. */
  public static Mutation inTurn(Mutation first, Mutation second) {
    return Mutation.answers(
        (genuine, context) -> second.answering(first.answering(genuine, context), context));
  }

  public static boolean isSuccess(MockResponse response) {
    return response.status() / 100 == 2;
  }

  public static boolean isRefusal(MockResponse response) {
    return response.status() >= 400;
  }

  public static Predicate<MockResponse> hasStatus(int status) {
    return response -> response.status() == status;
  }

  /** Whether its body holds that text. */
  public static Predicate<MockResponse> says(String text) {
    return response -> response.body().lenientText().contains(text);
  }
}
