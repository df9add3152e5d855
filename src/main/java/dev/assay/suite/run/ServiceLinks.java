package dev.assay.suite.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.contract.Contract.LinkSource;
import dev.assay.contract.Operation;
import dev.assay.contract.Parameter;
import dev.assay.contract.TargetValue;
import dev.assay.contract.schema.SchemaRules;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.target.Linked;
import dev.assay.exchange.target.Service;
import dev.assay.request.DocumentedRequests;
import dev.assay.request.LinkChoice;
import dev.assay.request.RuntimeExpression;
import dev.assay.request.TestData;
import dev.assay.suite.derive.DerivedSuite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Follows the links of one service. What changes nothing shares one answer of each operation that
 * leads to it; whatever changes something gets a thing of its own, so that it is not what others
 * read.
 */
final class ServiceLinks {

  private final Service service;
  private final TestData data;
  private final Client client;
  private final Journal journal;
  private final Map<String, Linked> learned = new LinkedHashMap<>();
  private final Map<String, Answer> shared = new HashMap<>();

  /** Of a service that does not answer, nothing more is asked. */
  private Optional<Answer> silent = Optional.empty();

  /** What came of asking an operation, or why nothing did. */
  private record Answer(Optional<Exchange> exchange, String why) {

    static Answer none(String why) {
      return new Answer(Optional.empty(), why);
    }
  }

  ServiceLinks(Service service, TestData data, Client client, Journal journal) {
    this.service = service;
    this.data = data;
    this.client = client;
    this.journal = journal;
  }

  /** The service with what links gave for those operations. */
  Service followed(List<Operation> operations) {
    operations.forEach(operation -> learn(operation, List.of()));
    return service.with(learned);
  }

  /**
   * Learns what a request of that operation needs.
   *
   * @param way the operations that need it in turn
   */
  private void learn(Operation operation, List<String> way) {
    if (learned.containsKey(operation.id())) {
      return;
    }
    LinkChoice choice = new LinkChoice(service, operation);
    List<Linked> failed = new ArrayList<>();
    for (LinkSource source : choice.all()) {
      Linked linked =
          choice
              .objection(source)
              .map(why -> Linked.missing(choice.says(source), why))
              .orElseGet(() -> linked(choice, source, way));
      if (linked.missing().isEmpty()) {
        learned.put(operation.id(), linked);
        return;
      }
      if (choice.isNeeded(source.link())) {
        failed.add(linked);
      }
    }
    failed.stream().findFirst().ifPresent(linked -> learned.put(operation.id(), linked));
  }

  private Linked linked(LinkChoice choice, LinkSource source, List<String> way) {
    String says = choice.says(source);
    Answer answer = answer(choice.operation(), source.operation(), way);
    if (answer.exchange().isEmpty()) {
      return Linked.missing(says, answer.why());
    }
    RuntimeExpression.Source from =
        new RuntimeExpression.Source(
            source.operation(), service.baseUrl(), answer.exchange().get());
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Parameter parameter : choice.operation().parameters()) {
      Optional<JsonNode> written = source.link().gives(parameter);
      Optional<JsonNode> value =
          written
              .flatMap(expression -> value(expression, parameter.schema(), from))
              .filter(found -> !parameter.in().equals("path") || !leadsElsewhere(found));
      value.ifPresent(found -> values.put(parameter.key(), found));
      if (value.isEmpty() && written.isPresent() && parameter.required()) {
        return Linked.missing(says, notFound(source.operation(), written.get(), parameter));
      }
    }
    Optional<JsonNode> body =
        source
            .link()
            .body()
            .flatMap(written -> value(written, choice.operation().requestSchema(), from));
    return new Linked(says, values, body, Optional.empty());
  }

  private static String notFound(Operation source, JsonNode written, Parameter parameter) {
    return "the answer of %s has no `%s` that %s may be"
        .formatted(
            source.id(), written.isTextual() ? written.textValue() : written, parameter.says());
  }

  /** The value, where the schema allows it; a credential is none. */
  private Optional<JsonNode> value(
      JsonNode written, JsonNode schema, RuntimeExpression.Source from) {
    SchemaRules rules = SchemaRules.of(schema);
    return new RuntimeExpression(written)
        .in(from).stream()
            .filter(value -> !mentionsCredential(value.toString()))
            .flatMap(ServiceLinks::readings)
            .filter(rules::allow)
            .findFirst();
  }

  /** Such a segment of a path makes it another path (RFC 3986, section 5.2.4). */
  private static boolean leadsElsewhere(JsonNode value) {
    return value.isValueNode() && value.asText().strip().matches("\\.{0,2}");
  }

  /** What a text or a number may stand for in a URL or a header, where all is text. */
  private static Stream<JsonNode> readings(JsonNode value) {
    Stream<JsonNode> asText =
        value.isValueNode()
            ? Stream.of(JsonNodeFactory.instance.textNode(value.asText()))
            : Stream.empty();
    Stream<JsonNode> asNumber =
        value.isTextual() && value.textValue().matches("-?\\d{1,18}")
            ? Stream.of(JsonNodeFactory.instance.numberNode(Long.parseLong(value.textValue())))
            : Stream.empty();
    return Stream.concat(Stream.of(value), Stream.concat(asText, asNumber));
  }

  private boolean mentionsCredential(String text) {
    return service.contract().values().stream()
        .filter(TargetValue::secret)
        .map(TargetValue::placeholder)
        .anyMatch(name -> text.contains("$" + name) || text.contains("${" + name));
  }

  private Answer answer(Operation dependent, Operation source, List<String> way) {
    List<String> longer = Stream.concat(way.stream(), Stream.of(dependent.id())).toList();
    if (longer.contains(source.id())) {
      return Answer.none(
          "these links lead in a circle: %s, %s".formatted(String.join(", ", longer), source.id()));
    }
    if (!dependent.isSafe()) {
      return asked(source, "link-" + dependent.id(), longer);
    }
    Answer known = shared.get(source.id());
    if (known == null) {
      known = asked(source, "link", longer);
      shared.put(source.id(), known);
    }
    return known;
  }

  private Answer asked(Operation source, String purpose, List<String> way) {
    learn(source, way);
    Service with = service.with(learned);
    Optional<String> obstacle =
        with.linked(source)
            .flatMap(Linked::missing)
            .or(() -> DerivedSuite.leftOut(source, with, data));
    if (obstacle.isPresent()) {
      return Answer.none("%s was not asked: %s".formatted(source.id(), obstacle.get()));
    }
    if (silent.isPresent()) {
      return silent.get();
    }
    Exchange exchange = client.send(new DocumentedRequests(source, with, data).plain(purpose));
    journal.saw(service.name(), source.id(), source.id() + "/" + purpose, exchange);
    if (exchange.failure().isPresent()) {
      silent = Optional.of(Answer.none(exchange.failure().get().detail()));
      return silent.get();
    }
    return exchange.succeeded()
        ? new Answer(Optional.of(exchange), "")
        : Answer.none(
            "%s answered its documented request with %s"
                .formatted(source.id(), exchange.response().orElseThrow().status()));
  }
}
