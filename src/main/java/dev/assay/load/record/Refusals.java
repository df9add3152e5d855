package dev.assay.load.record;

import dev.assay.load.plan.LoadRequest;
import dev.assay.load.record.Flaw.Kind;

/** What an answer with another status than the documented one tells. */
final class Refusals {

  private Refusals() {}

  /**
   * The flaw of such an answer.
   *
   * @param url that was asked
   */
  static Flaw flaw(LoadRequest request, String url, Answer answer) {
    String status = "status " + answer.status();
    if (answer.redirects()) {
      String host = Redirect.host(url, answer.header("Location").orElse(""));
      return new Flaw(Kind.REDIRECTED, "%s (redirect to %s)".formatted(status, host), "");
    }
    if (answer.asksToWait()) {
      return new Flaw(Kind.HELD_BACK, status + ", asks to wait", answer.text());
    }
    boolean ofService = answer.isObjectWithText(request.errorMember());
    if (answer.status() == 401 || (answer.status() == 403 && ofService)) {
      return new Flaw(Kind.REFUSED, status, answer.text());
    }
    if (ofService) {
      return new Flaw(Kind.WRONG, status, answer.text());
    }
    return answer.status() == 403
        ? new Flaw(Kind.TURNED_AWAY, status + ", not from the service", answer.text())
        : new Flaw(Kind.STRANGE, status, answer.text());
  }
}
