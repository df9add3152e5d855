package dev.assay.mock.derived;

import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.MediaContent;
import dev.assay.contract.Operation;
import dev.assay.contract.Parameter;
import dev.assay.contract.RequestBody;
import dev.assay.mock.derived.Occasions.Given;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.http.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers one operation as its contract says.
 *
 * @param operation that contract
 * @param values of the target, by the names under which the contract refers to them
 */
record DerivedEndpoint(
    Operation operation,
    Map<String, String> values,
    SchemaMemory schemas,
    AnswerMaker answers,
    AnswerTraits traits) {

  private static final String URL_ENCODED = "application/x-www-form-urlencoded";
  private static final List<Integer> BAD_REQUEST = List.of(400, 422);

  MockResponse answer(MockRequest request, Map<String, String> inPath) {
    CredentialCheck credentials = new CredentialCheck(operation.alternatives(), values);
    Occasions occasions = new Occasions(operation, values, schemas);
    if (!credentials.passes(request)) {
      return occasions
          .ofCredentials(credentials, credentials.areSent(request))
          .map(given -> given(given, request))
          .orElseGet(() -> unauthorized(request, credentials));
    }
    SentParameters parameters = new SentParameters(request, inPath);
    try {
      SentBody body = body(request);
      return occasions
          .of(parameters, body)
          .map(given -> given(given, request))
          .orElseGet(() -> checked(request, parameters, body));
    } catch (Refusal refusal) {
      return refused(request, refusal);
    }
  }

  private MockResponse checked(MockRequest request, SentParameters parameters, SentBody body) {
    operation.parameters().forEach(parameter -> require(parameter, parameters));
    require(request, body);
    DocumentedResponse success = success();
    int status = success.status() == 0 ? 200 : success.status();
    return answers.answer(success, status, request, value -> traits.on(value, success, body));
  }

  private DocumentedResponse success() {
    return operation
        .ifSuccess()
        .or(() -> operation.allResponses().min(Comparator.comparing(DocumentedResponse::status)))
        .orElseGet(
            () -> new DocumentedResponse("200", List.of(), List.of(), List.of(), List.of(), ""));
  }

  private void require(Parameter parameter, SentParameters sent) {
    Optional<SentValue> value = sent.of(parameter);
    if (value.isEmpty() && parameter.required()) {
      throw new Refusal(400, parameter.says() + " is missing");
    }
    if (value.isPresent() && !isValid(value.get(), parameter)) {
      throw new Refusal(400, parameter.says() + " is not valid");
    }
  }

  private boolean isValid(SentValue value, Parameter parameter) {
    return parameter.style().equals("content")
        ? schemas.allows(parameter.schema(), SentBody.json(value.text().orElse("")))
        : value.as(parameter.schema(), schemas).isPresent();
  }

  private SentBody body(MockRequest request) {
    RequestBody documented = operation.body();
    if (!documented.isPresent() || isAbsent(request)) {
      return SentBody.NONE;
    }
    if (request.headers().has("content-encoding")) {
      throw new Refusal(415, "compressed bodies are not supported: send no Content-Encoding");
    }
    return SentBody.read(request, content(request), schemas);
  }

  /** A form of no pairs is a body of no bytes. */
  private static boolean isAbsent(MockRequest request) {
    return request.body().length() == 0
        && request.headers().only("content-type").filter(URL_ENCODED::equals).isEmpty();
  }

  private MediaContent content(MockRequest request) {
    Optional<String> type = request.headers().only("content-type");
    return type.flatMap(
            sent ->
                operation.body().contents().stream()
                    .filter(content -> content.covers(sent))
                    .findFirst()
                    .map(content -> content.as(sent)))
        .orElseThrow(() -> new Refusal(415, "the body must be " + operation.mediaType()));
  }

  private void require(MockRequest request, SentBody body) {
    RequestBody documented = operation.body();
    if (!documented.isPresent()) {
      return;
    }
    if (isAbsent(request)) {
      if (documented.required()) {
        throw new Refusal(400, "a body is missing");
      }
      return;
    }
    if (!body.value().isMissingNode() && !schemas.allows(content(request).schema(), body.value())) {
      throw new Refusal(400, "the body is not valid");
    }
  }

  private MockResponse given(Given given, MockRequest request) {
    return answers.refusal(given.response(), given.response().status(), request, given.text());
  }

  private MockResponse unauthorized(MockRequest request, CredentialCheck credentials) {
    MockResponse response =
        refused(request, List.of(401, 403), "the credentials are missing or wrong");
    return response.status() == 401 && !response.headers().containsKey("WWW-Authenticate")
        ? response.with("WWW-Authenticate", credentials.challenge())
        : response;
  }

  private MockResponse refused(MockRequest request, Refusal refusal) {
    List<Integer> statuses = refusal.status() == 400 ? BAD_REQUEST : List.of(refusal.status());
    return refused(request, statuses, refusal.getMessage());
  }

  private MockResponse refused(MockRequest request, List<Integer> statuses, String text) {
    List<DocumentedResponse> documented = operation.allResponses().toList();
    return AnswerMaker.documented(documented, statuses)
        .map(
            response ->
                answers.refusal(
                    response,
                    response.isExact() ? response.status() : statuses.get(0),
                    request,
                    Optional.empty()))
        .orElseGet(() -> AnswerMaker.plain(statuses.get(0), text));
  }
}
