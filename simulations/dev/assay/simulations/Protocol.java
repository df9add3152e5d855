package dev.assay.simulations;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.http.HttpProtocolBuilder;

/** How load is sent: as a backend's client sends it, and without what a browser would add. */
final class Protocol {

  private Protocol() {}

  /** No redirect is followed: Gatling would hand the credentials to wherever it leads. */
  static HttpProtocolBuilder plain() {
    return http.shareConnections()
        .disableCaching()
        .disableFollowRedirect()
        .disableAutoReferer()
        .disableAutoOrigin()
        .userAgentHeader("assay");
  }
}
