package dev.assay.mock;

import java.util.List;

/** The whole stand-in: every path that it serves. */
record Service(List<Route> routes) implements Endpoint {

  Service {
    routes = List.copyOf(routes);
  }

  /** What the route of this path says; 404 where there is none. */
  @Override
  public Reply answer(Call call) {
    return routes.stream()
        .filter(route -> route.leadsTo(call.path()))
        .findFirst()
        .map(route -> route.answer(call))
        .orElseGet(() -> ErrorKey.of(call.path()).reply(404, "nothing is served at this path"));
  }
}
