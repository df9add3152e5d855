package dev.assay.suite.derive;

import dev.assay.contract.DocumentedResponse.Occasion;
import dev.assay.contract.Field;
import dev.assay.contract.Operation;
import dev.assay.contract.TargetValue;
import dev.assay.exchange.BodySource;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Service;
import dev.assay.request.DocumentedRequests;
import dev.assay.request.TestData;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.probe.CredentialPlace;
import dev.assay.suite.probe.FileUrl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the cases of one operation are made with.
 *
 * @param cases those so far
 * @param service of the target
 * @param requests the documented ones
 * @param success what every documented success must show
 * @param fileUrl what stands behind the URL of a file, where one is answered
 * @param data of this run
 */
public record CaseContext(
    CaseList cases,
    Service service,
    DocumentedRequests requests,
    SuccessChecks success,
    Optional<FileUrl> fileUrl,
    TestData data) {

  /**
   * Those of that operation.
   *
   * @param fileHosts hosts from which a file may be fetched, besides the service's own
   * @param skew how far the service's clock may be off
   */
  static CaseContext of(
      Operation operation, Service service, Set<String> fileHosts, Duration skew, TestData data) {
    CaseList cases = new CaseList(operation);
    SuccessChecks success = new SuccessChecks(cases, skew);
    Optional<FileUrl> fileUrl =
        success.with("x-serves").stream()
            .map(member -> new FileUrl(member.name(), service.baseUrl(), fileHosts))
            .findFirst();
    return new CaseContext(
        cases, service, new DocumentedRequests(operation, service, data), success, fileUrl, data);
  }

  /** The operation. */
  public Operation operation() {
    return cases.operation();
  }

  /** The documented request, given for what purpose it is sent. */
  public Request plain(String purpose) {
    return requests.plain(purpose);
  }

  /** Where requests carry the credential that has to be there, if the target gives one. */
  public Optional<CredentialPlace> credential() {
    return credentials().stream().findFirst();
  }

  /** The same of each, where several have to be there. */
  List<CredentialPlace> credentials() {
    if (operation().alternatives().contains(List.of())) {
      return List.of();
    }
    return requests.credentials().stream()
        .flatMap(
            scheme ->
                scheme
                    .value()
                    .flatMap(service.contract()::value)
                    .map(TargetValue::placeholder)
                    .filter(service.secrets()::has)
                    .map(
                        placeholder ->
                            new CredentialPlace(scheme, operation().security(), placeholder))
                    .stream())
        .toList();
  }

  /** The request, and what its answer's URL serves, where one is answered. */
  Interaction fetched(Request request) {
    return fileUrl.map(url -> url.thenFetched(request)).orElseGet(() -> Interaction.once(request));
  }

  /** That the answer's URL serves that content, where one is answered. */
  List<ClauseCheck> served(BodySource content) {
    return fileUrl.stream()
        .map(url -> success.about("/" + url.member() + "/content", url.serves(content)))
        .toList();
  }

  /** The field that carries a file, if one does. */
  Optional<Field> file() {
    return operation().body().file();
  }

  /** Each change to the documented request that provokes a documented refusal. */
  List<Refusal> refusals() {
    return operation().responses().stream()
        .filter(response -> !response.isSuccess())
        .flatMap(
            response ->
                response.occasions().stream()
                    .map(occasion -> new Refusal(response.status(), occasion)))
        .filter(refusal -> field(refusal.occasion()).isPresent())
        .toList();
  }

  /** The field that is changed. */
  Optional<Field> field(Occasion occasion) {
    return operation().body().field(occasion.field());
  }

  /** A request that is refused, by a change to one of its fields. */
  record Refusal(int status, Occasion occasion) {

    String reason() {
      return occasion.name();
    }
  }
}
