package dev.assay.mock;

import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.Headers;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Lets mutants answer before the body is read; nobody reads it then, and Jetty hangs up. */
final class EarlyAnswer implements Filter {

  private final CurrentServing current;

  EarlyAnswer(CurrentServing current) {
    this.current = current;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<MockResponse> early = current.get().early(head((HttpServletRequest) request));
    if (early.isPresent()) {
      write(early.get(), (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static MockRequest head(HttpServletRequest request) {
    Map<String, List<String>> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(
          name.toLowerCase(Locale.ROOT), List.copyOf(Collections.list(request.getHeaders(name))));
    }
    return new MockRequest(
        request.getMethod(),
        request.getRequestURI(),
        Objects.requireNonNullElse(request.getQueryString(), ""),
        new Headers(headers),
        request.getRemotePort(),
        Bytes.utf8(""));
  }

  private static void write(MockResponse mockResponse, HttpServletResponse response)
      throws IOException {
    response.setStatus(mockResponse.status());
    mockResponse.headers().forEach(response::setHeader);
    response.setHeader("Connection", "close");
    response.setContentLength(mockResponse.body().length());
    mockResponse.body().stream().transferTo(response.getOutputStream());
  }
}
