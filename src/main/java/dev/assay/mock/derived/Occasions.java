package dev.assay.mock.derived;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.DocumentedResponse.ErrorExample;
import dev.assay.contract.DocumentedResponse.Occasion;
import dev.assay.contract.Field;
import dev.assay.contract.FileKinds;
import dev.assay.contract.Operation;
import dev.assay.contract.Parameter;
import dev.assay.mock.http.ReceivedPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The refusals of which a contract says when they are given (the trait x-when).
 *
 * @param values of the target, to which occasions refer
 */
record Occasions(Operation operation, Map<String, String> values, SchemaMemory schemas) {

  /** A documented answer, and what its error says if the contract tells. */
  record Given(DocumentedResponse response, Optional<String> text) {}

  /** The refusal for credentials that are missing or wrong. */
  Optional<Given> ofCredentials(CredentialCheck check, boolean sent) {
    return first(
        occasion ->
            check.isCredential(occasion.field())
                && occasion.becomes().equals(sent ? "invalid" : "absent"));
  }

  /** The refusal for what was sent, whatever else is wrong with it. */
  Optional<Given> of(SentParameters parameters, SentBody body) {
    return first(occasion -> isMet(occasion, parameters, body))
        .or(() -> ofExample(parameters, body));
  }

  /** The refusal that is shown for just this request. */
  private Optional<Given> ofExample(SentParameters parameters, SentBody body) {
    return operation.errorExamples().stream()
        .filter(example -> isSent(example, parameters, body))
        .flatMap(example -> operation.response(example.status()).stream())
        .map(response -> new Given(response, Optional.empty()))
        .findFirst();
  }

  private boolean isSent(ErrorExample example, SentParameters parameters, SentBody body) {
    return example.body().filter(shown -> !isSame(shown, body.value())).isEmpty()
        && example.parameters().entrySet().stream()
            .allMatch(
                shown ->
                    sent(shown.getKey(), parameters)
                        .filter(value -> isSame(shown.getValue(), value))
                        .isPresent());
  }

  /** A number is the same however it is kept. */
  private static boolean isSame(JsonNode one, JsonNode other) {
    return one.equals(
        (a, b) ->
            a.isNumber() && b.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue())
                : a.equals(b) ? 0 : 1,
        other);
  }

  private Optional<Given> first(Predicate<Occasion> met) {
    return operation
        .allResponses()
        .flatMap(
            response ->
                response.occasions().stream()
                    .filter(met)
                    .map(occasion -> new Given(response, occasion.text())))
        .findFirst();
  }

  private boolean isMet(Occasion occasion, SentParameters parameters, SentBody body) {
    Optional<Field> field = operation.body().field(occasion.field());
    if (field.isPresent()) {
      return field.get().isFile()
          ? isMet(occasion, field.get(), body)
          : isMet(occasion, field.get(), field.get().in(body.value()));
    }
    return operation.parameters().stream()
        .filter(parameter -> parameter.name().equalsIgnoreCase(occasion.field()))
        .findFirst()
        .filter(parameter -> isMet(occasion, parameter.field(), sent(parameter, parameters)))
        .isPresent();
  }

  private Optional<JsonNode> sent(Parameter parameter, SentParameters parameters) {
    return parameters.of(parameter).map(value -> value.likely(parameter.schema(), schemas));
  }

  private boolean isMet(Occasion occasion, Field field, Optional<JsonNode> value) {
    return switch (occasion.becomes()) {
      case "absent" -> value.isEmpty();
      case "empty" -> value.filter(sent -> sent.asText("x").isEmpty()).isPresent();
      case "invalid" -> value.filter(sent -> !schemas.allows(field.schema(), sent)).isPresent();
      default -> {
        String known = values.get(occasion.becomes());
        yield value.filter(sent -> sent.asText().equals(known)).isPresent();
      }
    };
  }

  private static boolean isMet(Occasion occasion, Field field, SentBody body) {
    List<ReceivedPart> files =
        body.parts().stream().filter(part -> part.name().equals(field.name())).toList();
    return switch (occasion.becomes()) {
      case "absent" -> files.isEmpty();
      case "empty" -> files.stream().anyMatch(file -> file.content().length() == 0);
      case "unnamed" -> files.stream().anyMatch(file -> file.fileName().orElse("").isEmpty());
      case "too-large" -> files.stream().anyMatch(file -> isTooLarge(field, file));
      default -> files.stream().anyMatch(file -> isOfOtherKind(field, file));
    };
  }

  private static boolean isTooLarge(Field field, ReceivedPart file) {
    return field
        .limit()
        .filter(limit -> file.content().length() > limit.refusedAbove())
        .isPresent();
  }

  private static boolean isOfOtherKind(Field field, ReceivedPart file) {
    return field
        .kinds()
        .map(FileKinds::all)
        .filter(all -> !all.contains(file.extension()))
        .isPresent();
  }
}
