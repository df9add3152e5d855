package dev.assay.mock.variant;

import static dev.assay.mock.mutation.ResponseEdits.inTurn;
import static dev.assay.mock.mutation.ResponseEdits.media;
import static dev.assay.mock.mutation.ResponseEdits.status;
import static dev.assay.mock.mutation.ResponseEdits.with;

import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.mutation.VariantList;
import dev.assay.mock.service.MockOperation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** What HTTP leaves open: how an answer travels, and when. */
record TransportVariants(VariantList list) {

  private static final Duration SLOW = Duration.ofMillis(300);
  private static final int MIB = 1 << 20;
  private static final int OVERHEAD = 1 << 16;

  static void addTo(VariantList list) {
    TransportVariants variants = new TransportVariants(list);
    variants.connections();
    variants.limits();
    variants.overloads();
    variants.early();
    variants.encodings();
    variants.methods();
  }

  private void connections() {
    list.add(
        "slow",
        "answers every tenth request after 300 ms",
        Mutation.answers(
            (genuine, context) -> {
              Predicate<MockRequest> tenth = Mutations.every(10);
              return request -> {
                if (tenth.test(request)) {
                  context.timing().pause(SLOW);
                }
                return genuine.answer(request);
              };
            }));
    list.responses(
        "connection-closed-each-time",
        "closes the connection after each answer",
        with("Connection", "close"));
    list.add(
        "connection-closed-now-and-then",
        "closes the connection after every third success",
        Mutations.everySuccess(3, with("Connection", "close")));
  }

  private void limits() {
    waits("rate-limited", "answers 429 to every tenth request", 10, 429, "0");
    waits("rate-limited-for-a-second", "asks to wait for a second", 150, 429, "1");
    waits("unavailable-for-a-second", "is away for a second now and then", 150, 503, "1");
    away(
        "rate-limited-without-a-time",
        "answers 429 to every twenty-fifth request and names no time",
        25,
        429,
        UnaryOperator.identity());
    waits("quota-answered-403", "answers 403 to every twentieth request", 20, 403, "0");
  }

  private void overloads() {
    away(
        "overloaded-now-and-then",
        "answers 503 to every sixtieth request and names no time",
        60,
        503,
        UnaryOperator.identity());
    list.add(
        "overloaded-by-many-at-once",
        "answers 503 while it has more than ten requests",
        Mutation.answers(
            (genuine, context) -> {
              AtomicInteger inside = new AtomicInteger();
              return request -> {
                try {
                  return inside.incrementAndGet() > 10
                      ? refusal(request, 503)
                      : genuine.answer(request);
                } finally {
                  inside.decrementAndGet();
                }
              };
            }));
    away(
        "behind-a-nervous-firewall",
        "has every fortieth request refused by a page",
        40,
        403,
        media("text/html", "<html>Request blocked</html>"));
  }

  private void waits(String id, String says, int n, int status, String seconds) {
    away(id, says, n, status, with("Retry-After", seconds));
  }

  private static MockResponse refusal(MockRequest request, int status) {
    return MockOperation.at(request.path()).refusal(status, "come back later");
  }

  /** Refuses every n-th request, which it does not even look at. */
  private void away(String id, String says, int n, int status, UnaryOperator<MockResponse> change) {
    list.add(
        id,
        says,
        Mutation.answers(
            (genuine, context) -> {
              Predicate<MockRequest> turn = Mutations.every(n);
              return request ->
                  turn.test(request)
                      ? change.apply(refusal(request, status))
                      : genuine.answer(request);
            }));
  }

  private void early() {
    early(
        "large-bodies-answered-early",
        "refuses a body that is too long before it is read, and hangs up",
        TransportVariants::tooLong);
    early(
        "missing-tokens-answered-early",
        "refuses a request without a token before its body is read, and hangs up",
        TransportVariants::withoutToken);
  }

  private void early(String id, String says, Function<MockRequest, Optional<MockResponse>> answer) {
    list.add(
        id,
        says,
        new Mutation() {
          @Override
          public Optional<MockResponse> early(MockRequest head) {
            return answer.apply(head);
          }
        });
  }

  private static Optional<MockResponse> tooLong(MockRequest head) {
    MockOperation operation = MockOperation.at(head.path());
    long length = head.headers().only("content-length").map(Long::parseLong).orElse(0L);
    boolean haptik = operation.isHaptik();
    boolean tooLong = length > (haptik ? 10 : 24) * MIB + OVERHEAD;
    return Optional.of(operation.refusal(haptik ? 413 : 400, "File size exceeds the 24MB limit"))
        .filter(refusal -> tooLong && head.headers().has("authorization"));
  }

  private static Optional<MockResponse> withoutToken(MockRequest head) {
    MockOperation operation = MockOperation.at(head.path());
    String text =
        operation.isHaptik() ? "invalid authorization details" : "Invalid token or token missing";
    return Optional.of(operation.refusal(401, text))
        .filter(refusal -> !head.headers().has("authorization"));
  }

  private void encodings() {
    changed(
        "gzip",
        "compresses its answers where the client allows it",
        v -> v.header("accept-encoding").contains("gzip"),
        TransportVariants::zipped);
    list.responses("chunked", "sends its answers in chunks", with("Transfer-Encoding", "chunked"));
    list.responses("odd-header-case", "writes header names in odd letters", TransportVariants::odd);
    list.responses(
        "more-headers",
        "adds headers that nobody asked for",
        response ->
            response
                .with("Set-Cookie", "session=abc; Path=/")
                .with("Cache-Control", "no-store")
                .with("Strict-Transport-Security", "max-age=31536000")
                .with("X-Request-Id", String.valueOf(response.hashCode())));
  }

  private static MockResponse zipped(MockResponse response) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      response.body().stream().transferTo(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEdits.body(
        response.with("Content-Encoding", "gzip"), Bytes.of(bytes.toByteArray()));
  }

  private static MockResponse odd(MockResponse response) {
    String type = response.headers().get("Content-Type");
    return type == null
        ? response
        : inTurn(ResponseEdits.without("Content-Type"), with("cOnTeNt-TyPe", type)).apply(response);
  }

  private void methods() {
    list.add(
        "methods-not-implemented",
        "answers 501 to other methods",
        Mutations.responses(Mutations.hasStatus(405), status(501)));
    changed(
        "documentation-page",
        "answers 200 and a page of documentation to GET and HEAD",
        v -> v.is("GET") || v.is("HEAD"),
        inTurn(status(200), media("text/html", "<h1>Help</h1>")));
    changed("options-answered", "answers 204 to OPTIONS", v -> v.is("OPTIONS"), status(204));
  }

  /** Changes what is answered to such requests. */
  private void changed(
      String id, String says, Predicate<RequestView> such, UnaryOperator<MockResponse> change) {
    list.add(
        id,
        says,
        Mutations.edits((view, response) -> such.test(view) ? change.apply(response) : response));
  }
}
