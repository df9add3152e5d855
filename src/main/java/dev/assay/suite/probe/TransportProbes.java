package dev.assay.suite.probe;

import static dev.assay.verdict.ResponseExpectations.anything;
import static dev.assay.verdict.ResponseExpectations.anythingWithout;

import dev.assay.contract.Level;
import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import dev.assay.exchange.Request.Framing;
import dev.assay.suite.CaseList;
import dev.assay.suite.Interaction;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What no document speaks of and every HTTP service meets: methods, slashes, types, framing. */
public final class TransportProbes {

  /** Those that are tried where nothing has them. */
  public static final List<String> METHODS =
      List.of("GET", "HEAD", "OPTIONS", "DELETE", "PUT", "PATCH");

  private static final Set<String> WITH_BODY = Set.of("PUT", "PATCH");

  private final CaseList cases;
  private final Request good;

  public TransportProbes(CaseList cases, Request good) {
    this.cases = cases;
    this.good = good;
  }

  /**
   * Other methods than the documented ones.
   *
   * @param methods which of {@link #METHODS}
   * @param members of a documented success, with which no other method should be answered
   */
  public void methods(List<String> methods, List<String> members) {
    for (String method : methods) {
      if (WITH_BODY.contains(method)) {
        method(good.withMethod(method), " with the documented body", members);
      } else {
        Request bare = good.withMethod(method).withBody(Body.NONE).without("Content-Type");
        method(bare, " on the path", members);
      }
    }
  }

  private void method(Request request, String says, List<String> members) {
    cases.add(
        "silent/methods/" + request.method().toLowerCase(Locale.ROOT),
        request.method() + says,
        Interaction.once(request),
        cases.about(
            "silent/methods",
            Level.SILENT,
            members.isEmpty() ? anything(false) : anythingWithout(members)));
  }

  public void trailingSlash() {
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
  public void contentType(String name, String says, Request request, boolean unreadable) {
    probe("content-type", name, "a request " + says, request, unreadable);
  }

  public void framing() {
    probe("transfer", "chunked", "a chunked request", good.framed(Framing.CHUNKED), false);
    probe(
        "transfer",
        "expect-continue",
        "a request that waits for 100 Continue",
        good.framed(Framing.EXPECT_CONTINUE),
        false);
  }

  public void malformed(String name, String says, Body body, boolean unreadable) {
    probe("malformed-body", name, says, good.withBody(body), unreadable);
  }

  /** One silent probe under the clause of that name. */
  public void probe(String clause, String name, String says, Request request, boolean unnatural) {
    cases.add(
        "silent/" + clause + "/" + name,
        says,
        Interaction.once(request),
        cases.about("silent/" + clause, Level.SILENT, anything(unnatural)));
  }
}
