package dev.assay.compare.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contract.Clause;
import dev.assay.contract.ClauseId;
import dev.assay.contract.Level;
import dev.assay.contract.Source;
import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.RawServer;
import dev.assay.exchange.Request;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Evidence;
import dev.assay.verdict.ResponseExpectations;
import dev.assay.verdict.TestEvidence;
import dev.assay.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same server, started again: what comes in another order or with other values by chance. */
class RestartTest {

  private static final String BODY = "{\"error_message\": \"method not allowed\"}";

  private static final Clause SILENT =
      new Clause(
          ClauseId.of("a/silent/headers"),
          Level.SILENT,
          "says",
          new Source("Document", "Section"),
          Optional.empty(),
          Optional.empty());

  /** What one start of a server answers to every request. */
  private record Answer(List<String> headers, String body, boolean zipped, boolean chunked) {

    static Answer with(String... headers) {
      return new Answer(List.of(headers), BODY, false, false);
    }

    void write(RawServer.Connection connection) throws IOException {
      connection.readRequest();
      byte[] plain = body.getBytes(StandardCharsets.UTF_8);
      byte[] sent = zipped ? zip(plain) : plain;
      String coding = zipped ? "Content-Encoding: gzip\r\nVary: Accept-Encoding\r\n" : "";
      String framing = chunked ? "Transfer-Encoding: chunked" : "content-length: " + sent.length;
      connection.write(
          "HTTP/1.1 405 Not Allowed\r\n%s%s\r\n%s\r\n\r\n"
              .formatted(coding, framing, String.join("\r\n", headers)));
      connection.write(chunked ? "%x\r\n".formatted(sent.length) : "");
      connection.write(sent);
      connection.write(chunked ? "\r\n0\r\n\r\n" : "");
    }
  }

  private static Map<String, String> described(Answer answer) throws IOException {
    return observed(answer).described();
  }

  private static String recorded(Answer answer) throws IOException {
    return observed(answer).describe(Observation.recorded(SILENT.id().value()));
  }

  private static Observation observed(Answer answer) throws IOException {
    try (RawServer server = RawServer.start((connection, number) -> answer.write(connection));
        Client client =
            ServiceClient.overApache(
                ServiceAccess.direct(server.uri(), Secrets.of("Sesame-Open-42", "client-77-xyz")),
                Limits.unpaced())) {
      Exchange exchange =
          client.send(Request.post(server.uri().resolve("/x"), new Body.Text("{}")));
      Evidence evidence = TestEvidence.received(exchange);
      Verdict recorded =
          Verdict.of(
                  SILENT,
                  ResponseExpectations.headersRecorded(List.of("Content-Type", "Cache-Control")),
                  evidence)
              .orElseThrow();
      CaseResult result =
          new CaseResult(
              "a",
              "a/b",
              "says",
              List.of(SILENT),
              List.of(recorded),
              Optional.empty(),
              evidence,
              exchange.sentAt(),
              Duration.ZERO);
      return Observation.of(result).orElseThrow();
    }
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '#',
      value = {
        "Allow: GET, HEAD, POST # Allow: POST,HEAD , GET",
        "Allow: GET, HEAD # Allow: HEAD, , GET, GET",
        "Vary: Origin, Accept # vary: accept",
        "Access-Control-Allow-Methods: GET, PUT # access-control-allow-methods: PUT,GET",
        "Access-Control-Allow-Headers: X-A, X-B # Access-Control-Allow-Headers: x-b, x-a",
        "Access-Control-Expose-Headers: X-A, X-B # Access-Control-Expose-Headers: X-B, x-a",
        "Cache-Control: no-store, Max-Age=0 # Cache-Control: max-age=0, no-store",
        "Cache-Control: no-cache=\"Set-Cookie\" # cache-control: No-Cache=set-cookie",
        "Connection: Keep-Alive # connection: close",
        "Keep-Alive: timeout=5, max=99 # Keep-Alive: max=98, timeout=5",
        "Accept-Ranges: Bytes # Accept-Ranges: bytes",
        "Accept-Patch: text/a;x=1;y=2, text/b # Accept-Patch: text/b, TEXT/A; Y=2; x=\"1\"",
        "Content-Language: de, en # Content-Language: EN, de",
        "Content-Type: Application/JSON;charset=\"UTF-8\" # Content-Type: application/json; charset=utf-8",
        "Content-Disposition: inline; filename=a; size=3 # Content-Disposition: inline; size=3; FileName=\"a\"",
        "Link: <http://h/a,b>; rel=next; title=x, </c> # Link: </c>, <http://h/a,b>; title=\"x\"; rel=\"next\"",
        "WWW-Authenticate: Basic realm=\"a, b\", charset=\"UTF-8\" # WWW-Authenticate: Basic charset=UTF-8, realm=\"a, b\"",
        "WWW-Authenticate: Basic, Bearer realm=x # WWW-Authenticate: Bearer realm=\"x\", Basic",
        "Strict-Transport-Security: max-age=9; includeSubDomains # Strict-Transport-Security: includesubdomains; max-age=9",
        "Content-Security-Policy: default-src 'self' cdn; img-src * # Content-Security-Policy: img-src *; default-src cdn 'self'",
        "Permissions-Policy: camera=(self \"https://a\"), usb=() # Permissions-Policy: usb=(), camera=(self \"https://a\")",
        "X-Features: one, two # X-Features: two,one",
        "X-Features: one;b=1;a=2 # X-Features: one; a=2; b=1",
        "ETag: \"a\" # ETag: W/\"b\"",
        "Last-Modified: Fri, 20 Nov 2026 10:15:30 GMT # Last-Modified: Sat, 21 Nov 2026 10:15:30 GMT",
        "Expires: Friday, 20-Nov-26 10:15:30 GMT # Expires: Fri Nov 20 10:15:30 2026",
        "Age: 7 # age: 1",
        "X-Request-Id: 7f # x-request-id: 2e5b",
        "traceparent: 00-1-2-01 # traceparent: 00-3-4-01",
        "Server-Timing: db;dur=53, app;dur=47.2 # Server-Timing: app;dur=3",
        "X-Runtime: 0.0123 # X-Runtime: 1.5",
        "X-Response-Time: 12ms # X-Response-Time: 7ms",
        "X-Served-By: pod-x # X-Served-By: pod-y",
        "X-RateLimit-Remaining: 57 # X-RateLimit-Remaining: 3",
        "Set-Cookie: sid=abc; Path=/; HttpOnly; SameSite=Lax # set-cookie: sid=xyz; samesite=lax; httponly; path=/",
        "Set-Cookie: a=1; Expires=Fri, 20-Nov-2026 10:15:30 GMT # Set-Cookie: a=2; expires=Sat, 21 Nov 2026 10:15:30 GMT",
      })
  void the_same_in_another_order_or_of_another_moment_is_no_difference(String one, String other)
      throws IOException {
    assertThat(described(Answer.with(one))).isEqualTo(described(Answer.with(other)));
  }

  @ParameterizedTest(name = "{0} is not {1}")
  @CsvSource(
      delimiter = '#',
      value = {
        "Allow: GET, POST # Allow: GET, PUT",
        "Allow: GET, POST # Allow: get, POST",
        "Cache-Control: no-store # Cache-Control: no-cache",
        "Cache-Control: max-age=60 # Cache-Control: max-age=600",
        "Access-Control-Allow-Origin: * # Access-Control-Allow-Origin: null",
        "Content-Type: application/json # Content-Type: text/json",
        "Content-Disposition: inline; filename=a # Content-Disposition: attachment; filename=a",
        "Link: </a>; rel=next # Link: </a>; rel=prev",
        "Location: http://h/?a,b # Location: http://h/?b,a",
        "X-Note: Sorry, not today # X-Note: not today, Sorry",
        "X-Features: One, two # X-Features: one, two",
        "Strict-Transport-Security: max-age=9 # Strict-Transport-Security: max-age=8",
        "Set-Cookie: sid=a; HttpOnly # Set-Cookie: sid=a",
        "Set-Cookie: sid=a # Set-Cookie: other=a",
        "Set-Cookie: sid=a; Path=/A # Set-Cookie: sid=a; Path=/a",
        "ETag: \"a\" # X-Other: \"a\"",
      })
  void what_says_something_else_is_a_difference(String one, String other) throws IOException {
    assertThat(described(Answer.with(one))).isNotEqualTo(described(Answer.with(other)));
  }

  @Test
  void headers_that_a_clause_records_are_compared_by_what_they_mean_too() throws IOException {
    String some = recorded(Answer.with("Content-Type: A/B", "Cache-Control: private, no-store"));
    assertThat(some)
        .isEqualTo(recorded(Answer.with("cache-control: no-store,private", "Content-Type: a/b")))
        .isNotEqualTo(recorded(Answer.with("Content-Type: A/B", "Cache-Control: no-store")))
        .isNotEqualTo(recorded(Answer.with("Content-Type: A/B")));
    assertThat(recorded(Answer.with("X-Other: 1"))).isEqualTo("(none)");
  }

  @Test
  void lines_of_one_name_are_one_list_in_any_order_and_cookies_are_not() throws IOException {
    Map<String, String> one =
        described(Answer.with("Allow: GET", "Set-Cookie: a=1", "allow: PUT, POST"));
    assertThat(one)
        .isEqualTo(
            described(Answer.with("Set-Cookie: a=7", "Allow: PUT", "ALLOW: POST", "Allow: GET")))
        .containsEntry("header allow", "GET, POST, PUT");
    assertThat(described(Answer.with("Set-Cookie: a=1, b; Path=/", "Set-Cookie: c=2")))
        .containsEntry("header set-cookie", "a=*; path=/ | c=*");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void a_server_that_shuffles_all_of_it_on_every_start_is_the_same_server(long seed)
      throws IOException {
    assertThat(described(shuffled(new Random(seed)))).isEqualTo(described(shuffled(new Random(0))));
  }

  private static Answer shuffled(Random chance) {
    List<String> members =
        mixed(
            chance,
            "\"error_message\": \"no\"",
            "\"request_id\": " + chance.nextInt(1_000),
            "\"at\": \"2026-11-20T10:15:30.%03dZ\"".formatted(chance.nextInt(1_000)),
            "\"more\": {" + String.join(",", mixed(chance, "\"a\":1", "\"b\":[true]")) + "}");
    String blanks = " ".repeat(chance.nextInt(4));
    String body = "{" + blanks + String.join("," + blanks, members) + "}";
    List<String> headers =
        new ArrayList<>(
            mixed(
                chance,
                "Allow: " + String.join(", ", mixed(chance, "GET", "HEAD", "OPTIONS", "POST")),
                anyCase(chance, "Content-Type") + ": application/json",
                "Cache-Control: " + String.join(",", mixed(chance, "no-store", "private")),
                "Set-Cookie: sid=%x; %s"
                    .formatted(
                        chance.nextLong(),
                        String.join("; ", mixed(chance, "HttpOnly", "Path=/", "Secure"))),
                "ETag: \"%x\"".formatted(chance.nextLong()),
                "X-Request-Id: %x".formatted(chance.nextLong()),
                "Age: " + chance.nextInt(90),
                "Server-Timing: app;dur=" + chance.nextInt(90),
                anyCase(chance, "Connection") + ": close",
                "Keep-Alive: timeout=" + chance.nextInt(9)));
    return new Answer(headers, body, chance.nextBoolean(), chance.nextBoolean());
  }

  private static List<String> mixed(Random chance, String... some) {
    List<String> all = new ArrayList<>(List.of(some));
    Collections.shuffle(all, chance);
    return all;
  }

  private static String anyCase(Random chance, String name) {
    return name.chars()
        .map(c -> chance.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static byte[] zip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(plain);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest(name = "{0}: {1} is described as {2}")
  @CsvSource(
      delimiter = '#',
      value = {
        "header allow # POST,GET # GET, POST",
        "then header allow # POST, GET # GET, POST",
        "header allow # (none) # (none)",
        "header etag # \"a\" # (entity tag)",
        "header set-cookie # b=1; Path=/ | a=1 # a=* | b=*; path=/",
        "body.error # \"b, a\" # \"b, a\"",
        "status # 405 # 405",
        "header server-timing # app;dur=3 # ''",
      })
  void what_an_earlier_edition_pinned_is_told_as_it_is_now(String place, String then, String now) {
    assertThat(Observation.asDescribedNow(place, then).orElse("")).isEqualTo(now);
    assertThat(Observation.asDescribedNow(place, now.isEmpty() ? then : now).orElse(""))
        .isEqualTo(now);
  }
}
