package dev.assay.simulations;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.List;
import java.util.Map;

/** How load is sent: as a backend's client sends it, and without what a browser would add. */
final class Protocol {

  private Protocol() {}

  /**
   * No redirect is followed: Gatling would hand the credentials to wherever it leads. A service's
   * own User-Agent stands before this one.
   *
   * @param aliases addresses of names that are not looked up
   */
  static HttpProtocolBuilder plain(Map<String, List<String>> aliases) {
    return http.shareConnections()
        .disableCaching()
        .disableFollowRedirect()
        .disableAutoReferer()
        .disableAutoOrigin()
        .hostNameAliases(aliases)
        .userAgentHeader("assay");
  }
}
