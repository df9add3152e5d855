package dev.assay.mock;

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
    list.add("slow", "answers every tenth request after 300 ms", Twist.answers(slow()));
    connections(list);
    limits(list);
    early(list);
    encodings(list);
    methods(list);
  }

  private static Twist.Answering slow() {
    return (genuine, scene) -> {
      AtomicInteger count = new AtomicInteger();
      return call -> {
        if (count.incrementAndGet() % 10 == 0) {
          Pause.millis(SLOW_MILLIS);
        }
        return genuine.answer(call);
      };
    };
  }

  private static void connections(VariantList list) {
    list.replies(
        "connection-closed-each-time",
        "closes the connection after each answer",
        reply -> reply.with("Connection", "close"));
    list.add(
        "connection-closed-now-and-then",
        "closes the connection after every third success",
        Twists.everySuccess(3, reply -> reply.with("Connection", "close")));
  }

  private static void limits(VariantList list) {
    waits(list, "rate-limited", "answers 429 to every tenth request", 10, 429, "0");
    waits(list, "rate-limited-for-a-second", "asks to wait for a second", 150, 429, "1");
    waits(list, "unavailable-for-a-second", "is away for a second now and then", 150, 503, "1");
    list.add(
        "rate-limited-without-a-time",
        "answers 429 to every twenty-fifth request and names no time",
        Twist.answers(away(25, call -> refusal(call, 429))));
    waits(list, "quota-answered-403", "answers 403 to every twentieth request", 20, 403, "0");
    overloads(list);
  }

  private static void overloads(VariantList list) {
    list.add(
        "overloaded-now-and-then",
        "answers 503 to every sixtieth request and names no time",
        Twist.answers(away(60, call -> refusal(call, 503))));
    list.add(
        "overloaded-by-many-at-once",
        "answers 503 while it has more than ten requests",
        Twist.answers(
            (genuine, scene) -> {
              AtomicInteger inside = new AtomicInteger();
              return call -> {
                try {
                  return inside.incrementAndGet() > 10 ? refusal(call, 503) : genuine.answer(call);
                } finally {
                  inside.decrementAndGet();
                }
              };
            }));
    list.add(
        "behind-a-nervous-firewall",
        "has every fortieth request refused by a page",
        Twist.answers(
            away(
                40,
                call ->
                    Rewrite.media("text/html", "<html>Request blocked</html>")
                        .apply(refusal(call, 403)))));
  }

  private static void waits(
      VariantList list, String id, String says, int n, int status, String seconds) {
    list.add(
        id,
        says,
        Twist.answers(away(n, call -> refusal(call, status).with("Retry-After", seconds))));
  }

  private static Reply refusal(Call call, int status) {
    return Operation.at(call.path()).refusal(status, "come back later");
  }

  private static Twist.Answering away(int n, Function<Call, Reply> instead) {
    return (genuine, scene) -> {
      AtomicInteger count = new AtomicInteger();
      return call -> count.incrementAndGet() % n == 0 ? instead.apply(call) : genuine.answer(call);
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

  private static Twist early(Function<Call, Optional<Reply>> answer) {
    return new Twist() {
      @Override
      public Optional<Reply> early(Call head) {
        return answer.apply(head);
      }
    };
  }

  private static Optional<Reply> tooLong(Call head) {
    Operation operation = Operation.at(head.path());
    long length = head.headers().only("content-length").map(Long::parseLong).orElse(0L);
    boolean haptik = operation.isHaptik();
    boolean tooLong = length > (haptik ? 10 : 24) * MIB + OVERHEAD;
    boolean entitled = head.headers().has("authorization");
    return tooLong && entitled
        ? Optional.of(operation.refusal(haptik ? 413 : 400, "File size exceeds the 24MB limit"))
        : Optional.empty();
  }

  private static Optional<Reply> withoutToken(Call head) {
    Operation operation = Operation.at(head.path());
    String text =
        operation.isHaptik() ? "invalid authorization details" : "Invalid token or token missing";
    return head.headers().has("authorization")
        ? Optional.empty()
        : Optional.of(operation.refusal(401, text));
  }

  private static void encodings(VariantList list) {
    list.add("gzip", "compresses its answers where the client allows it", Twist.answers(gzip()));
    list.replies(
        "chunked",
        "sends its answers in chunks",
        reply -> reply.with("Transfer-Encoding", "chunked"));
    list.replies("odd-header-case", "writes header names in odd letters", TransportVariants::odd);
    list.replies(
        "more-headers",
        "adds headers that nobody asked for",
        reply ->
            reply
                .with("Set-Cookie", "session=abc; Path=/")
                .with("Cache-Control", "no-store")
                .with("Strict-Transport-Security", "max-age=31536000")
                .with("X-Request-Id", String.valueOf(reply.hashCode())));
  }

  private static Twist.Answering gzip() {
    return (genuine, scene) ->
        call -> {
          Reply reply = genuine.answer(call);
          boolean allowed =
              call.headers().only("accept-encoding").filter(v -> v.contains("gzip")).isPresent();
          return allowed ? zipped(reply) : reply;
        };
  }

  private static Reply zipped(Reply reply) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      reply.body().stream().transferTo(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Rewrite.body(reply.with("Content-Encoding", "gzip"), bytes.toByteArray());
  }

  private static Reply odd(Reply reply) {
    Map<String, String> headers = new TreeMap<>(reply.headers());
    String type = headers.remove("Content-Type");
    if (type != null) {
      headers.put("cOnTeNt-TyPe", type);
    }
    return new Reply(reply.status(), headers, reply.body());
  }

  private static void methods(VariantList list) {
    list.add(
        "methods-not-implemented",
        "answers 501 to other methods",
        Twists.replies(Twists.hasStatus(405), reply -> Rewrite.status(reply, 501)));
    list.add(
        "documentation-page",
        "answers 200 and a page of documentation to GET and HEAD",
        Twist.answers(
            (genuine, scene) ->
                call -> {
                  Reply reply = genuine.answer(call);
                  boolean page = call.method().equals("GET") || call.method().equals("HEAD");
                  return page
                      ? Rewrite.media("text/html", "<h1>Help</h1>").apply(ok(reply))
                      : reply;
                }));
    list.add(
        "options-answered",
        "answers 204 to OPTIONS",
        Twist.answers(
            (genuine, scene) ->
                call -> {
                  Reply reply = genuine.answer(call);
                  return call.method().equals("OPTIONS") ? Rewrite.status(reply, 204) : reply;
                }));
  }

  private static Reply ok(Reply reply) {
    return Rewrite.status(reply, 200);
  }
}
