package dev.assay.suite;

import static dev.assay.verdict.Answers.anything;
import static dev.assay.verdict.Answers.anythingWithout;

import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import dev.assay.exchange.Request.Framing;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** What no document speaks of and every HTTP service meets: methods, slashes, types, framing. */
final class TransportProbes {

  private final CaseList cases;
  private final Request good;

  TransportProbes(CaseList cases, Request good) {
    this.cases = cases;
    this.good = good;
  }

  /**
   * @param members of a documented success, with which no other method should be answered
   */
  void methods(List<String> members) {
    for (String method : List.of("GET", "HEAD", "OPTIONS", "DELETE")) {
      Request bare = good.withMethod(method).withBody(Body.NONE).without("Content-Type");
      method(bare, " on the path", members);
    }
    for (String method : List.of("PUT", "PATCH")) {
      method(good.withMethod(method), " with the documented body", members);
    }
  }

  private void method(Request request, String says, List<String> members) {
    cases.add(
        "silent/methods/" + request.method().toLowerCase(Locale.ROOT),
        request.method() + says,
        Script.once(request),
        cases.that("silent/methods", anythingWithout(members)));
  }

  void trailingSlash() {
    String path = good.uri().toString();
    boolean has = path.endsWith("/");
    URI other = URI.create(has ? path.substring(0, path.length() - 1) : path + "/");
    probe(
        "trailing-slash",
        has ? "removed" : "added",
        "the path with the slash at its end " + (has ? "removed" : "added"),
        good.withUri(other),
        false);
  }

  /** A request whose media type is another, or none, with the documented body all the same. */
  void contentType(String name, String says, Request request, boolean unreadable) {
    probe("content-type", name, "a request " + says, request, unreadable);
  }

  void framing() {
    probe("transfer", "chunked", "a chunked request", good.framed(Framing.CHUNKED), false);
    probe(
        "transfer",
        "expect-continue",
        "a request that waits for 100 Continue",
        good.framed(Framing.EXPECT_CONTINUE),
        false);
  }

  void malformed(String name, String says, Body body, boolean unreadable) {
    probe("malformed-body", name, says, good.withBody(body), unreadable);
  }

  /** One silent probe under the clause of that name. */
  void probe(String clause, String name, String says, Request request, boolean unnatural) {
    cases.add(
        "silent/" + clause + "/" + name,
        says,
        Script.once(request),
        cases.that("silent/" + clause, anything(unnatural)));
  }
}
