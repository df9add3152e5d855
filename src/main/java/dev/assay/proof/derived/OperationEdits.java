package dev.assay.proof.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Field;
import dev.assay.contract.MediaContent;
import dev.assay.contract.Operation;
import dev.assay.contract.Parameter;
import dev.assay.contract.RequestBody;
import dev.assay.contract.SecurityScheme;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Ways to read something else in a contract than what is written there. */
final class OperationEdits {

  private OperationEdits() {}

  /** One parameter read otherwise. */
  static UnaryOperator<Operation> parameter(Parameter which, UnaryOperator<Parameter> change) {
    return read ->
        with(
            read,
            read.parameters().stream()
                .map(each -> each.equals(which) ? change.apply(each) : each)
                .toList(),
            read.body(),
            read.responses(),
            read.general(),
            read.alternatives());
  }

  static Parameter with(Parameter parameter, boolean required, JsonNode schema) {
    return new Parameter(
        parameter.name(),
        parameter.in(),
        required,
        schema,
        parameter.value(),
        parameter.examples(),
        parameter.style(),
        parameter.explode());
  }

  /** The body read otherwise. */
  static UnaryOperator<Operation> body(UnaryOperator<RequestBody> change) {
    return read ->
        with(
            read,
            read.parameters(),
            change.apply(read.body()),
            read.responses(),
            read.general(),
            read.alternatives());
  }

  /** The body in that media type read with another schema. */
  static UnaryOperator<Operation> body(MediaContent which, JsonNode schema) {
    return body(
        body ->
            new RequestBody(
                body.required(),
                body.contents().stream()
                    .map(each -> each.sendable().equals(which) ? with(each, schema) : each)
                    .toList()));
  }

  /** What shows who the client is read otherwise. */
  static UnaryOperator<Operation> security(List<List<SecurityScheme>> alternatives) {
    return read ->
        with(read, read.parameters(), read.body(), read.responses(), read.general(), alternatives);
  }

  /** One answer read otherwise. */
  static UnaryOperator<Operation> response(
      DocumentedResponse which, UnaryOperator<DocumentedResponse> change) {
    UnaryOperator<List<DocumentedResponse>> list =
        all -> all.stream().map(each -> each.equals(which) ? change.apply(each) : each).toList();
    return read ->
        with(
            read,
            read.parameters(),
            read.body(),
            list.apply(read.responses()),
            list.apply(read.general()),
            read.alternatives());
  }

  /** One answer before all others. */
  static UnaryOperator<Operation> first(DocumentedResponse response) {
    return read -> {
      List<DocumentedResponse> others =
          read.responses().stream().filter(each -> !each.equals(response)).toList();
      return with(
          read,
          read.parameters(),
          read.body(),
          Stream.concat(Stream.of(response), others.stream()).toList(),
          read.general(),
          read.alternatives());
    };
  }

  /** The same answer with another body, for which nothing is shown. */
  static DocumentedResponse with(DocumentedResponse response, MediaContent which, JsonNode schema) {
    return new DocumentedResponse(
        response.key(),
        response.contents().stream()
            .map(each -> each.equals(which) ? with(each, schema) : each)
            .toList(),
        response.headers(),
        response.links(),
        response.occasions(),
        response.at());
  }

  /** Nothing known of the requests that are shown beside a refusal. */
  static Operation withoutErrorExamples(Operation read) {
    return new Operation(
        read.id(),
        read.method(),
        read.path(),
        read.parameters(),
        read.body(),
        read.responses(),
        read.general(),
        read.alternatives(),
        List.of(),
        read.clauses(),
        read.conflicts(),
        read.at());
  }

  /** The same answer with other headers. */
  static DocumentedResponse with(DocumentedResponse response, List<Field> headers) {
    return new DocumentedResponse(
        response.key(),
        response.contents(),
        headers,
        response.links(),
        response.occasions(),
        response.at());
  }

  /** The same content of another schema. Nothing is shown of it. */
  static MediaContent with(MediaContent content, JsonNode schema) {
    return new MediaContent(content.mediaType(), schema, List.of(), content.encoding());
  }

  /** A schema that shows nothing of its values. */
  static JsonNode unshown(JsonNode schema) {
    if (schema.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      schema
          .properties()
          .forEach(
              each -> {
                if (!List.of("example", "examples", "default").contains(each.getKey())
                    || !isProse(each.getValue())) {
                  copy.set(each.getKey(), unshown(each.getValue()));
                }
              });
      return copy;
    }
    if (schema.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      schema.forEach(each -> copy.add(unshown(each)));
      return copy;
    }
    return schema;
  }

  /** A property can be called example too; its schema says a type then, or refers to one. */
  private static boolean isProse(JsonNode value) {
    return !value.isObject() || !(value.has("type") || value.has("$ref"));
  }

  private static Operation with(
      Operation read,
      List<Parameter> parameters,
      RequestBody body,
      List<DocumentedResponse> responses,
      List<DocumentedResponse> general,
      List<List<SecurityScheme>> alternatives) {
    return new Operation(
        read.id(),
        read.method(),
        read.path(),
        parameters,
        body,
        responses,
        general,
        alternatives,
        read.errorExamples(),
        read.clauses(),
        read.conflicts(),
        read.at());
  }
}
