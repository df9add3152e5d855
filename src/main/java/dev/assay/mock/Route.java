package dev.assay.mock;

import java.util.List;

/**
 * Where an endpoint is.
 *
 * @param methods that it serves
 * @param path all of it, or its beginning and a star
 */
record Route(List<String> methods, String path, ErrorKey errors, Endpoint endpoint) {

  static Route post(String path, Endpoint endpoint) {
    return new Route(List.of("POST"), path, ErrorKey.of(path), endpoint);
  }

  static Route get(String path, Endpoint endpoint) {
    return new Route(List.of("GET", "HEAD"), path, ErrorKey.of(path), endpoint);
  }

  boolean leadsTo(String sought) {
    return path.endsWith("*")
        ? sought.startsWith(path.substring(0, path.length() - 1))
        : sought.equals(path);
  }

  /** Never fails: a request that nobody foresaw is a bad request. */
  Reply answer(Call call) {
    if (!methods.contains(call.method())) {
      return errors.reply(405, "method not allowed").with("Allow", String.join(", ", methods));
    }
    try {
      return endpoint.answer(call);
    } catch (Refusal refusal) {
      return errors.reply(refusal.status(), refusal.getMessage());
    } catch (RuntimeException unforeseen) {
      return errors.reply(400, "the request could not be understood");
    }
  }
}
