package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Parameter;
import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as its values, each of which can be another, before it is written.
 *
 * @param requests whose it is
 * @param parameters the values outside the body
 * @param body what the body says; none for no body
 */
public record RequestValues(
    DocumentedRequests requests, Map<Parameter, JsonNode> parameters, Optional<JsonNode> body) {

  /** With that value of that parameter. */
  public RequestValues with(Parameter parameter, JsonNode value) {
    Map<Parameter, JsonNode> more = new LinkedHashMap<>(parameters);
    more.put(parameter, value);
    return new RequestValues(requests, more, body);
  }

  /** Without that parameter. */
  public RequestValues without(Parameter parameter) {
    Map<Parameter, JsonNode> fewer = new LinkedHashMap<>(parameters);
    fewer.remove(parameter);
    return new RequestValues(requests, fewer, body);
  }

  /** With that body. */
  public RequestValues withBody(JsonNode value) {
    return new RequestValues(requests, parameters, Optional.of(value));
  }

  /** With no body. */
  public RequestValues withoutBody() {
    return new RequestValues(requests, parameters, Optional.empty());
  }

  /** The request. */
  public Request request() {
    return requests.of(
        parameters, body.map(value -> new BodyWriter(requests).written(value)).orElse(Body.NONE));
  }
}
