package dev.assay.load.request;

import dev.assay.UserException;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Operation;
import dev.assay.contract.TargetValue;
import dev.assay.contract.path.PathTemplate;
import dev.assay.exchange.Body;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Linked;
import dev.assay.exchange.target.Service;
import dev.assay.request.DocumentedRequests;
import dev.assay.request.Draft;
import dev.assay.request.SampleFile;
import dev.assay.request.SizedFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes templates of the documented requests of an operation.
 *
 * @param service that has it, with the values that make requests valid
 * @param operation of its contract
 */
record TemplateReader(Service service, Operation operation) {

  private static final String CONTENT_TYPE = "Content-Type";

  /**
   * The template of that request.
   *
   * @throws UserException if nothing can be asked of its answers, it may remove things, its path
   *     has a name that no parameter is declared for, or a link gave it no value
   */
  RequestTemplate read(LoadRequest request) {
    if (operation.responses().stream().noneMatch(DocumentedResponse::isSuccess)) {
      throw new UserException(
          "%s: no success of %s is documented, so no answer can be judged; add a response with a status of 2xx"
              .formatted(operation.at(), operation.id()));
    }
    service
        .forbids(operation)
        .or(
            () ->
                PathTemplate.undeclared(operation)
                    .map("the contract declares no parameter %s of its path"::formatted))
        .or(() -> service.linked(operation).flatMap(Linked::missing))
        .ifPresent(
            reason -> {
              throw new UserException("%s is not loaded: %s".formatted(operation.id(), reason));
            });
    Draft draft = draft(request);
    Request documented = service.access().complete(draft.request());
    boolean form = documented.body() instanceof Body.Multipart;
    return new RequestTemplate(
        service.name(),
        operation.id(),
        service.baseUrl() + operation.path(),
        documented.method(),
        documented.uriWithQuery(),
        (form ? documented.without(CONTENT_TYPE) : documented).headers(),
        documented.body() instanceof Body.Text text ? text.text() : "",
        documented.body() instanceof Body.Multipart parts ? parts(parts.parts()) : List.of(),
        documented.body().size(),
        values(),
        new AnswerRulesReader(operation, draft::value).read());
  }

  private List<String> values() {
    return Stream.concat(
            operation.body().fields().stream().flatMap(field -> field.trait("x-value").stream()),
            operation.parameters().stream().flatMap(parameter -> parameter.value().stream()))
        .flatMap(name -> service.contract().value(name).stream())
        .filter(value -> !value.secret())
        .map(TargetValue::at)
        .distinct()
        .toList();
  }

  private Draft draft(LoadRequest request) {
    DocumentedRequests requests = new DocumentedRequests(operation, service, RequestTemplate.DATA);
    Draft draft = requests.draft(RequestTemplate.PURPOSE);
    if (request.fileBytes() == 0) {
      return draft;
    }
    SampleFile sample = SampleFile.named(request.fileType());
    return draft.with(
        sample,
        requests.named(
            RequestTemplate.PURPOSE,
            sample,
            SizedFile.of(request.fileType(), request.fileBytes(), 0)));
  }

  private static List<RequestTemplate.Part> parts(List<FormPart> parts) {
    return parts.stream()
        .map(
            part ->
                new RequestTemplate.Part(
                    part.name(),
                    part.text().orElse(""),
                    part.fileName().orElse(""),
                    part.mediaType().orElse("")))
        .toList();
  }
}
