package dev.assay.mock;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.Container;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockApp;
import com.github.tomakehurst.wiremock.http.HttpResponder;
import com.github.tomakehurst.wiremock.http.ImmutableRequest;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import com.github.tomakehurst.wiremock.standalone.MappingFileException;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.assay.UserException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * People's own WireMock stubs, laid over the services: what no stub is for, they answer. WireMock's
 * admin API is there only where it was asked for.
 */
final class StubLayer implements RequestHandler {

  private final RequestHandler services;
  private final RequestHandler stubs;
  private final RequestHandler admin;

  private StubLayer(RequestHandler services, RequestHandler stubs, RequestHandler admin) {
    this.services = services;
    this.stubs = stubs;
    this.admin = admin;
  }

  /**
   * The services with the stubs that the setup names, if it names any.
   *
   * @param options with the setup's stubs
   * @throws UserException if a stub cannot be read
   */
  static RequestHandler over(RequestHandler services, MockSetup setup, Options options) {
    if (setup.mappings().isEmpty() && !setup.admin()) {
      return services;
    }
    setup.mappings().ifPresent(StubLayer::requireStubs);
    try {
      WireMockApp app = new WireMockApp(options, new Unstoppable());
      RequestHandler admin = setup.admin() ? app.buildAdminRequestHandler() : services;
      return new StubLayer(services, app.buildStubRequestHandler(), admin);
    } catch (MappingFileException | FatalStartupException e) {
      throw new UserException("a stub cannot be read: " + e.getMessage(), e);
    }
  }

  private static void requireStubs(Path root) {
    if (!Files.isDirectory(root.resolve(WireMockApp.MAPPINGS_ROOT))) {
      throw new UserException(
          "%s is no folder of WireMock: stubs are JSON files in its folder `mappings`, and long bodies files in `__files`"
              .formatted(root));
    }
  }

  @Override
  public void handle(Request request, HttpResponder responder, ServeEvent none) {
    RequestHandler first =
        request.getUrl().startsWith(WireMockApp.ADMIN_CONTEXT_ROOT + "/") ? admin : stubs;
    if (first == services) {
      services.handle(request, responder, none);
      return;
    }
    first.handle(
        whole(request),
        (any, response, attributes) -> {
          if (response.wasConfigured()) {
            responder.respond(any, response, attributes);
          } else {
            services.handle(request, responder, none);
          }
        },
        none);
  }

  /** With the body, as sent; its parts are not taken apart, as a malformed one would fail. */
  private static Request whole(Request request) {
    return ImmutableRequest.create()
        .withAbsoluteUrl(request.getAbsoluteUrl())
        .withMethod(request.getMethod())
        .withProtocol(request.getProtocol())
        .withClientIp(request.getClientIp())
        .withHeaders(request.getHeaders())
        .withBody(request.getOriginalRequest().orElseThrow().getBody())
        .build();
  }

  /** It is stopped by the mock, and not by its admin API. */
  private static final class Unstoppable implements Container {

    @Override
    public int port() {
      return 0;
    }

    @Override
    public void shutdown() {}
  }
}
