package dev.assay.load.record;

import dev.assay.load.record.Flaw.Kind;
import dev.assay.load.request.RequestTemplate;
import java.net.URI;

/** What is wrong with a response that has another status than the documented one. */
final class Refusals {

  /** Only a proxy asks who one is with it (RFC 9110, section 15.5.8). */
  private static final int OF_PROXY = 407;

  private Refusals() {}

  /** The flaw of such an answer to a request of that template. */
  static Flaw flaw(RequestTemplate template, ReceivedResponse answer) {
    String status = "status " + answer.status();
    if (answer.redirects()) {
      String host = host(template.url(), answer.header("Location").orElse(""));
      return new Flaw(Kind.REDIRECTED, "%s (redirect to %s)".formatted(status, host), "");
    }
    if (answer.asksToWait()) {
      return new Flaw(Kind.HELD_BACK, status + ", asks to wait", answer.text());
    }
    if (answer.status() == 401) {
      return new Flaw(Kind.TOKEN_REFUSED, status, answer.text());
    }
    if (answer.status() == OF_PROXY) {
      return new Flaw(Kind.TURNED_AWAY, status + ", from a proxy", answer.text());
    }
    boolean ofService = answer.isObjectWithText(template.rules().errorMember());
    if (ofService) {
      return answer.status() == 403
          ? new Flaw(Kind.REFUSED, status, answer.text())
          : new Flaw(Kind.WRONG, status, answer.text());
    }
    return answer.status() == 403
        ? new Flaw(Kind.TURNED_AWAY, status + ", not from the service", answer.text())
        : new Flaw(Kind.STRANGE, status, answer.text());
  }

  /**
   * Where a redirect leads: its host and port, which is what matters to whoever holds a credential,
   * with the scheme where that is another.
   *
   * @param from the URL that was asked
   * @param location may be relative to it
   */
  private static String host(String from, String location) {
    try {
      URI asked = URI.create(from);
      URI leads = asked.resolve(URI.create(location.strip()));
      if (leads.getRawAuthority() == null) {
        return "no host";
      }
      String host = leads.getRawAuthority().replaceFirst("^.*@", "");
      return leads.getScheme().equalsIgnoreCase(asked.getScheme())
          ? host
          : leads.getScheme() + "://" + host;
    } catch (IllegalArgumentException e) {
      return "no valid URL";
    }
  }
}
