package dev.assay.suite.run;

import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.exchange.client.Client;
import dev.assay.suite.OperationSuite;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether what answered is the documented service at all. By three signs: members that the
 * documents name; a refusal of whoever shows no credentials; and that it knows the documented path,
 * and others not.
 *
 * @param client sends what else has to be asked
 */
record Recognition(OperationSuite suite, Client client) {

  private static final Pattern LAST_WORD = Pattern.compile("(.*/)([^/{}]+)(/[^/]*\\{.*|/*)");
  private static final String NOWHERE = "-that-nobody-documents";

  /** What tells of a path that is there: it was taken, or it broke, or another method is needed. */
  private static final Set<Integer> OF_A_KNOWN_PATH = Set.of(405, 500, 501);

  /** Whether the answer to the documented request comes from it. */
  boolean isService(Request request, Response answer) {
    return isKnown(answer)
        || isKnownWithoutToken(request, answer)
        || (tellsOfItsPath(answer) && hasNothingElsewhere(request));
  }

  private boolean isKnown(Response answer) {
    return suite.refusals().resembles(answer) || suite.sign().isIn(answer);
  }

  /** A gateway, too, may ask everybody to log in, with a page. */
  private boolean isKnownWithoutToken(Request request, Response before) {
    boolean page = InTheWay.isPage(before);
    return client
        .send(suite.anonymous(request))
        .response()
        .filter(
            answer ->
                (answer.status() == 401 && !(page && InTheWay.isPage(answer))) || isKnown(answer))
        .isPresent();
  }

  private static boolean tellsOfItsPath(Response answer) {
    return !InTheWay.isPage(answer)
        && (answer.isSuccess() || OF_A_KNOWN_PATH.contains(answer.status()));
  }

  /** What answers every path alike may be anything. */
  private boolean hasNothingElsewhere(Request request) {
    return elsewhere(request)
        .flatMap(other -> client.send(other).response())
        .filter(answer -> answer.status() == 404)
        .isPresent();
  }

  /** A request for a neighbour of the documented path; nothing that could remove or replace. */
  private Optional<Request> elsewhere(Request request) {
    Matcher word = LAST_WORD.matcher(suite.operation().path());
    if (!word.matches()) {
      return Optional.empty();
    }
    String here = "/" + word.group(2);
    String uri = request.uri().toString();
    int at = uri.lastIndexOf(here);
    if (at < 0) {
      return Optional.empty();
    }
    int end = at + here.length();
    boolean reads = Set.of("GET", "HEAD", "OPTIONS").contains(request.method());
    return Optional.of(
        request
            .withMethod(reads ? request.method() : "POST")
            .withUri(URI.create(uri.substring(0, end) + NOWHERE + uri.substring(end)))
            .withBody(Body.NONE)
            .without("Content-Type"));
  }
}
