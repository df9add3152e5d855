package dev.assay.suite.run;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers that tell of something in front of a service, or of a wrong way to it, and not of the
 * service.
 *
 * @param service its key in target files
 */
record InTheWay(String service) {

  private static final int SHOWN = 80;
  private static final Pattern PLAIN_TO_TLS =
      Pattern.compile(
          "plain HTTP (request )?(was sent )?to (an? )?(HTTPS|SSL)"
              + "|HTTP request to an HTTPS server|requires TLS",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LOGIN =
      Pattern.compile(
          "log-?in|sign-?in|\\bsso\\b|oauth|openid|saml|\\bauth\\b|authorize|accounts?\\.|okta|adfs",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HTML =
      Pattern.compile("(?i)\\s*(<!--.*?-->\\s*)*<(!doctype html|html|head)\\b.*", Pattern.DOTALL);
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>([^<]*)", Pattern.CASE_INSENSITIVE);

  /** Whether it is a page for people. */
  static boolean isPage(Response answer) {
    boolean html =
        answer
            .header("Content-Type")
            .filter(type -> type.toLowerCase(Locale.ROOT).contains("html"))
            .isPresent();
    return answer.json().isEmpty() && (html || HTML.matcher(answer.text()).matches());
  }

  /** What the answer says of the way, if it says anything. */
  Optional<String> sentence(Exchange exchange, Response answer) {
    String asked = exchange.request().uri() + " answered the documented request with ";
    if (isForTls(exchange, answer)) {
      return Optional.of(
          asked
              + "%s: it expects TLS there; write https:// in services.%s.baseUrl."
                  .formatted(answer.status(), service));
    }
    if (answer.status() == 426 || answer.status() == 505) {
      return Optional.of(
          asked
              + "%s: it does not take HTTP/1.1, which Assay speaks, and HTTP/2 only perhaps; let it accept that too, or name in services.%s.baseUrl a port that does."
                  .formatted(answer.status(), service));
    }
    return Optional.of(answer)
        .filter(InTheWay::isPage)
        .map(
            page ->
                asked
                    + "%s and the page `%s`, as a firewall, gateway or login in front of it does; have this machine let through there, add what it asks for under services.%s.headers, or check services.%s.baseUrl."
                        .formatted(page.status(), title(page), service, service));
  }

  /** Servers of TLS answer in plain text where they were spoken to so. */
  private static boolean isForTls(Exchange exchange, Response answer) {
    return "http".equalsIgnoreCase(exchange.request().uri().getScheme())
        && answer.status() == 400
        && PLAIN_TO_TLS.matcher(answer.text()).find();
  }

  /** What more is to be said of a redirect. */
  static String ofRedirect(Response answer) {
    return answer.header("Location").filter(to -> LOGIN.matcher(to).find()).isPresent()
        ? " That looks like the login of a gateway in front of it: have this machine let through there, or add what it asks for under `headers`."
        : "";
  }

  private static String title(Response page) {
    Matcher title = TITLE.matcher(page.text());
    String text =
        title.find() && !title.group(1).isBlank()
            ? title.group(1)
            : page.text().replaceAll("<[^>]*>", " ");
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
