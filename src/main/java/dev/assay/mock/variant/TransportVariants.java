package dev.assay.mock.variant;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.Pause;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.mutation.VariantList;
import dev.assay.mock.service.MockOperation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** What HTTP leaves open: how an answer travels, and when. */
final class TransportVariants {

  private static final long SLOW_MILLIS = 300;
  private static final int MIB = 1 << 20;
  private static final int OVERHEAD = 1 << 16;

  private TransportVariants() {}

  static void addTo(VariantList list) {
    list.add("slow", "answers every tenth request after 300 ms", Mutation.answers(slow()));
    connections(list);
    limits(list);
    early(list);
    encodings(list);
    methods(list);
  }

  private static Mutation.Answering slow() {
    return (genuine, context) -> {
      AtomicInteger count = new AtomicInteger();
      return request -> {
        if (count.incrementAndGet() % 10 == 0) {
          Pause.millis(SLOW_MILLIS);
        }
        return genuine.answer(request);
      };
    };
  }

  private static void connections(VariantList list) {
    list.replies(
        "connection-closed-each-time",
        "closes the connection after each answer",
        response -> response.with("Connection", "close"));
    list.add(
        "connection-closed-now-and-then",
        "closes the connection after every third success",
        Mutations.everySuccess(3, response -> response.with("Connection", "close")));
  }

  private static void limits(VariantList list) {
    waits(list, "rate-limited", "answers 429 to every tenth request", 10, 429, "0");
    waits(list, "rate-limited-for-a-second", "asks to wait for a second", 150, 429, "1");
    waits(list, "unavailable-for-a-second", "is away for a second now and then", 150, 503, "1");
    list.add(
        "rate-limited-without-a-time",
        "answers 429 to every twenty-fifth request and names no time",
        Mutation.answers(away(25, request -> refusal(request, 429))));
    waits(list, "quota-answered-403", "answers 403 to every twentieth request", 20, 403, "0");
    overloads(list);
  }

  private static void overloads(VariantList list) {
    list.add(
        "overloaded-now-and-then",
        "answers 503 to every sixtieth request and names no time",
        Mutation.answers(away(60, request -> refusal(request, 503))));
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
    list.add(
        "behind-a-nervous-firewall",
        "has every fortieth request refused by a page",
        Mutation.answers(
            away(
                40,
                request ->
                    ResponseEdits.media("text/html", "<html>Request blocked</html>")
                        .apply(refusal(request, 403)))));
  }

  private static void waits(
      VariantList list, String id, String says, int n, int status, String seconds) {
    list.add(
        id,
        says,
        Mutation.answers(
            away(n, request -> refusal(request, status).with("Retry-After", seconds))));
  }

  private static MockResponse refusal(MockRequest request, int status) {
    return MockOperation.at(request.path()).refusal(status, "come back later");
  }

  private static Mutation.Answering away(int n, Function<MockRequest, MockResponse> instead) {
    return (genuine, context) -> {
      AtomicInteger count = new AtomicInteger();
      return request ->
          count.incrementAndGet() % n == 0 ? instead.apply(request) : genuine.answer(request);
    };
  }

  private static void early(VariantList list) {
    list.add(
        "large-bodies-answered-early",
        "refuses a body that is too long before it is read, and hangs up",
        early(TransportVariants::tooLong));
    list.add(
        "missing-tokens-answered-early",
        "refuses a request without a token before its body is read, and hangs up",
        early(TransportVariants::withoutToken));
  }

  private static Mutation early(Function<MockRequest, Optional<MockResponse>> answer) {
    return new Mutation() {
      @Override
      public Optional<MockResponse> early(MockRequest head) {
        return answer.apply(head);
      }
    };
  }

  private static Optional<MockResponse> tooLong(MockRequest head) {
    MockOperation operation = MockOperation.at(head.path());
    long length = head.headers().only("content-length").map(Long::parseLong).orElse(0L);
    boolean haptik = operation.isHaptik();
    boolean tooLong = length > (haptik ? 10 : 24) * MIB + OVERHEAD;
    boolean entitled = head.headers().has("authorization");
    return tooLong && entitled
        ? Optional.of(operation.refusal(haptik ? 413 : 400, "File size exceeds the 24MB limit"))
        : Optional.empty();
  }

  private static Optional<MockResponse> withoutToken(MockRequest head) {
    MockOperation operation = MockOperation.at(head.path());
    String text =
        operation.isHaptik() ? "invalid authorization details" : "Invalid token or token missing";
    return head.headers().has("authorization")
        ? Optional.empty()
        : Optional.of(operation.refusal(401, text));
  }

  private static void encodings(VariantList list) {
    list.add("gzip", "compresses its answers where the client allows it", Mutation.answers(gzip()));
    list.replies(
        "chunked",
        "sends its answers in chunks",
        response -> response.with("Transfer-Encoding", "chunked"));
    list.replies("odd-header-case", "writes header names in odd letters", TransportVariants::odd);
    list.replies(
        "more-headers",
        "adds headers that nobody asked for",
        response ->
            response
                .with("Set-Cookie", "session=abc; Path=/")
                .with("Cache-Control", "no-store")
                .with("Strict-Transport-Security", "max-age=31536000")
                .with("X-Request-Id", String.valueOf(response.hashCode())));
  }

  private static Mutation.Answering gzip() {
    return (genuine, context) ->
        request -> {
          MockResponse response = genuine.answer(request);
          boolean allowed =
              request.headers().only("accept-encoding").filter(v -> v.contains("gzip")).isPresent();
          return allowed ? zipped(response) : response;
        };
  }

  private static MockResponse zipped(MockResponse response) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      response.body().stream().transferTo(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEdits.body(response.with("Content-Encoding", "gzip"), bytes.toByteArray());
  }

  private static MockResponse odd(MockResponse response) {
    Map<String, String> headers = new TreeMap<>(response.headers());
    String type = headers.remove("Content-Type");
    if (type != null) {
      headers.put("cOnTeNt-TyPe", type);
    }
    return new MockResponse(response.status(), headers, response.body());
  }

  private static void methods(VariantList list) {
    list.add(
        "methods-not-implemented",
        "answers 501 to other methods",
        Mutations.replies(
            Mutations.hasStatus(405), response -> ResponseEdits.status(response, 501)));
    list.add(
        "documentation-page",
        "answers 200 and a page of documentation to GET and HEAD",
        Mutation.answers(
            (genuine, context) ->
                request -> {
                  MockResponse response = genuine.answer(request);
                  boolean page = request.method().equals("GET") || request.method().equals("HEAD");
                  return page
                      ? ResponseEdits.media("text/html", "<h1>Help</h1>").apply(ok(response))
                      : response;
                }));
    list.add(
        "options-answered",
        "answers 204 to OPTIONS",
        Mutation.answers(
            (genuine, context) ->
                request -> {
                  MockResponse response = genuine.answer(request);
                  return request.method().equals("OPTIONS")
                      ? ResponseEdits.status(response, 204)
                      : response;
                }));
  }

  private static MockResponse ok(MockResponse response) {
    return ResponseEdits.status(response, 200);
  }
}
