package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Operation;
import dev.assay.contract.Parameter;
import dev.assay.contract.SecurityScheme;
import dev.assay.contract.path.PathTemplate;
import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes requests of one operation.
 *
 * @param credentials how they show who sends them
 */
record RequestWriter(Operation operation, Service service, List<SecurityScheme> credentials) {

  /** A request with these parameters and that body, whatever they are. */
  Request written(Map<Parameter, JsonNode> parameters, Body body) {
    Request request =
        new Request(
            operation.method(),
            uri(parameters),
            query(parameters),
            List.of(),
            body,
            Request.Framing.SIZED);
    for (SecurityScheme scheme : credentials) {
      request = authenticated(request, scheme);
    }
    for (Map.Entry<Parameter, JsonNode> each : parameters.entrySet()) {
      request = withHeader(request, each.getKey(), each.getValue());
    }
    return body == Body.NONE ? request : request.with("Content-Type", contentType(body));
  }

  private String contentType(Body body) {
    return body instanceof Body.Multipart form
        ? operation.mediaType() + "; boundary=" + form.boundary()
        : operation.mediaType();
  }

  private static Request withHeader(Request request, Parameter parameter, JsonNode value) {
    ParameterStyle style = ParameterStyle.of(parameter);
    return switch (parameter.in()) {
      case "header" -> request.with(parameter.name(), style.single(value));
      case "cookie" -> withCookie(request, String.join("; ", style.pairs(value)));
      default -> request;
    };
  }

  private Request authenticated(Request request, SecurityScheme scheme) {
    Optional<String> mention =
        scheme.value().flatMap(service::mention).map(scheme.kind().prefix()::concat);
    return switch (scheme.in()) {
      case "header" -> mention.map(value -> request.with(scheme.name(), value)).orElse(request);
      case "cookie" ->
          mention.map(value -> withCookie(request, scheme.name() + "=" + value)).orElse(request);
      default -> request;
    };
  }

  /** All cookies go into one header (RFC 6265, section 5.4). */
  private static Request withCookie(Request request, String pairs) {
    String before = request.header("Cookie").map(cookies -> cookies + "; ").orElse("");
    return request.with("Cookie", before + pairs);
  }

  private URI uri(Map<Parameter, JsonNode> parameters) {
    Map<String, String> values = new HashMap<>();
    for (Map.Entry<Parameter, JsonNode> each : parameters.entrySet()) {
      if (each.getKey().in().equals("path")) {
        values.put(each.getKey().name(), ParameterStyle.of(each.getKey()).single(each.getValue()));
      }
    }
    return URI.create(service.baseUrl() + PathTemplate.of(operation.path()).sent(values));
  }

  private Optional<String> query(Map<Parameter, JsonNode> parameters) {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<Parameter, JsonNode> each : parameters.entrySet()) {
      if (each.getKey().in().equals("query")) {
        pairs.addAll(ParameterStyle.of(each.getKey()).pairs(each.getValue()));
      }
    }
    for (SecurityScheme scheme : credentials) {
      if (scheme.in().equals("query")) {
        scheme
            .value()
            .flatMap(service::mention)
            .ifPresent(value -> pairs.add(ParameterStyle.encoded(scheme.name()) + "=" + value));
      }
    }
    return Optional.of(String.join("&", pairs)).filter(query -> !query.isEmpty());
  }
}
