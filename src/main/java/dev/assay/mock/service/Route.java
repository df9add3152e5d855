package dev.assay.mock.service;

import dev.assay.mock.http.ErrorFormat;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.http.Refusal;
import java.util.List;

/**
 * Where an endpoint is.
 *
 * @param methods that it serves
 * @param path all of it, or its beginning and a star
 */
public record Route(List<String> methods, String path, ErrorFormat errors, MockEndpoint endpoint) {

  public static Route post(String path, MockEndpoint endpoint) {
    return new Route(List.of("POST"), path, ErrorFormat.of(path), endpoint);
  }

  public static Route get(String path, MockEndpoint endpoint) {
    return new Route(List.of("GET", "HEAD"), path, ErrorFormat.of(path), endpoint);
  }

  boolean leadsTo(String sought) {
    return path.endsWith("*")
        ? sought.startsWith(path.substring(0, path.length() - 1))
        : sought.equals(path);
  }

  /** Never fails: a request that nobody foresaw is a bad request. */
  MockResponse answer(MockRequest request) {
    if (!methods.contains(request.method())) {
      return errors.response(405, "method not allowed").with("Allow", String.join(", ", methods));
    }
    try {
      return endpoint.answer(request);
    } catch (Refusal refusal) {
      return errors.response(refusal.status(), refusal.getMessage());
    } catch (RuntimeException unforeseen) {
      return errors.response(400, "the request could not be understood");
    }
  }
}
