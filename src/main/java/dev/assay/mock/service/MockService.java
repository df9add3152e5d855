package dev.assay.mock.service;

import dev.assay.mock.http.ErrorFormat;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import java.util.List;

/** The whole stand-in: every path that it serves. */
public record MockService(List<Route> routes) implements MockEndpoint {

  public MockService {
    routes = List.copyOf(routes);
  }

  /** What the route of this path says; 404 where there is none. */
  @Override
  public MockResponse answer(MockRequest request) {
    return routes.stream()
        .filter(route -> route.leadsTo(request.path()))
        .findFirst()
        .map(route -> route.answer(request))
        .orElseGet(
            () -> ErrorFormat.of(request.path()).response(404, "nothing is served at this path"));
  }
}
