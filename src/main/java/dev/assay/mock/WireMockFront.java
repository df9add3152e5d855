package dev.assay.mock;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty.JettyFaultInjectorFactory;
import com.github.tomakehurst.wiremock.jetty.JettyHttpUtils;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpUtils;
import com.github.tomakehurst.wiremock.servlet.FaultInjectorFactory;
import com.github.tomakehurst.wiremock.servlet.WireMockHandlerDispatchingServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.server.ConnectionLimit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.handler.DefaultHandler;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/**
 * WireMock's HTTP server with its dispatching servlet, and one handler of ours behind that.
 *
 * <p>WireMock's own stub handler is left out on purpose: it parses every multipart body before a
 * stub is asked, which answers 500 where a body is malformed and keeps several copies of a large
 * one. Its admin pages are left out too. Its responses, with their faults and delays, are all
 * there.
 */
final class WireMockFront extends Jetty11HttpServer {

  private static final int INPUT_BUFFER = 1 << 16;
  private static final int FEWEST_CONNECTIONS = 200;
  private static final int MOST_CONNECTIONS = 10_000;

  /**
   * One that is yet to be started.
   *
   * @param heapBytes what it may occupy; a quarter is for connections, of which it takes 200 in any
   *     case
   */
  WireMockFront(Options options, RequestHandler handler, List<Filter> filters, long heapBytes) {
    super(options, null, null);
    compareHeadersExactly();
    jettyServer.addBean(new ConnectionLimit(connections(heapBytes), httpConnector));
    http().setInputBufferSize(INPUT_BUFFER);
    jettyServer.setHandler(context(handler, filters));
  }

  /** Those beyond wait to be accepted; thousands at once would fill the heap with their buffers. */
  private static int connections(long heapBytes) {
    return (int)
        Math.max(FEWEST_CONNECTIONS, Math.min(MOST_CONNECTIONS, heapBytes / 4 / INPUT_BUFFER));
  }

  /**
   * Jetty otherwise remembers a connection's header values and takes one that differs only in case
   * for the same: a token in the wrong case would pass.
   */
  private void compareHeadersExactly() {
    http().getHttpConfiguration().setHeaderCacheCaseSensitive(true);
  }

  private HttpConnectionFactory http() {
    return httpConnector.getConnectionFactory(HttpConnectionFactory.class);
  }

  /** Called by the super class's constructor: a place holder until ours has run. */
  @Override
  protected Handler createHandler(
      Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    return new DefaultHandler();
  }

  private static ServletContextHandler context(RequestHandler handler, List<Filter> filters) {
    JettyHttpUtils jetty = new Jetty11HttpUtils();
    ServletContextHandler context = new ServletContextHandler();
    context.setAttribute(JettyHttpUtils.class.getName(), jetty);
    context.setAttribute(
        JettyFaultInjectorFactory.class.getName(), new JettyFaultInjectorFactory(jetty));
    context.setAttribute(RequestHandler.class.getName(), handler);
    context.addServlet(servlet(), "/*");
    for (Filter filter : filters) {
      context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
    }
    return context;
  }

  private static ServletHolder servlet() {
    ServletHolder servlet = new ServletHolder(new WireMockHandlerDispatchingServlet());
    servlet.setInitParameter(RequestHandler.HANDLER_CLASS_KEY, RequestHandler.class.getName());
    servlet.setInitParameter(
        FaultInjectorFactory.INJECTOR_CLASS_KEY, JettyFaultInjectorFactory.class.getName());
    servlet.setInitOrder(1);
    return servlet;
  }
}
