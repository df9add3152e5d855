package dev.assay.proof.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What answers gave ids and names, and what answers to the same requests call them now: a later
 * request that takes one of them up has to ask for the other.
 */
final class Renaming {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{4,}");
  private static final int LONGEST = 1 << 20;

  private final Map<String, String> names = new HashMap<>();

  /** Two answers to the same request, which differ in what is another each time. */
  void learn(MockResponse then, MockResponse now) {
    learn(text(then.body()), text(now.body()));
    then.headers().forEach((name, value) -> learn(value, now.headers().getOrDefault(name, "")));
  }

  private void learn(String then, String now) {
    List<String> before = names(then);
    List<String> after = names(now);
    if (before.size() == after.size()) {
      Iterator<String> others = after.iterator();
      before.forEach(name -> put(name, others.next()));
    }
  }

  private void put(String name, String other) {
    if (!name.equals(other)) {
      names.put(name, other);
    }
  }

  private static List<String> names(String text) {
    return NAME.matcher(text).results().map(MatchResult::group).toList();
  }

  private static String text(Bytes bytes) {
    return bytes.length() > LONGEST ? "" : new String(bytes.toArray(), ISO_8859_1);
  }

  /** The request as it would have been sent now. */
  MockRequest renamed(MockRequest request) {
    if (names.isEmpty()) {
      return request;
    }
    boolean bodyToo = request.body().length() <= LONGEST;
    return new MockRequest(
        request.method(),
        renamed(request.path()),
        renamed(request.query()),
        request.headers(),
        request.connection(),
        bodyToo ? Bytes.of(renamed(text(request.body())).getBytes(ISO_8859_1)) : request.body());
  }

  private String renamed(String text) {
    return NAME.matcher(text).replaceAll(found -> names.getOrDefault(found.group(), found.group()));
  }
}
