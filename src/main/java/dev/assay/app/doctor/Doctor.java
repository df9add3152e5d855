package dev.assay.app.doctor;

import dev.assay.RunInfo;
import dev.assay.UserException;
import dev.assay.app.Version;
import dev.assay.contract.Operation;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Response;
import dev.assay.exchange.auth.Authenticator;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.client.WayCheck;
import dev.assay.exchange.client.WayCheck.Step;
import dev.assay.exchange.record.Recorder;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.Target;
import dev.assay.request.TestData;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.suite.run.Links;
import dev.assay.suite.run.Progress;
import dev.assay.suite.run.SuiteRunner;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Run;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out what keeps a target from being checked: it goes the way to each service step by step,
 * and then sends the plain documented request of each of its operations.
 *
 * @param target as its file describes it
 * @param listener is given each step
 */
public record Doctor(Target target, Listener listener) {

  /** Hears of each step. */
  public interface Listener {

    /** The way to that service begins. */
    void service(String service, URI baseUrl, List<String> way);

    /** A step was taken. */
    void step(Step step);
  }

  /**
   * Examines all services; of each as much as can be reached.
   *
   * @return whether every operation answered its documented request as its documents say
   */
  public boolean examine() throws InterruptedException {
    boolean well = true;
    for (Service service : target.services()) {
      listener.service(service.name(), service.baseUrl(), service.access().described());
      well &= examined(service.name(), service.access());
    }
    return well;
  }

  private boolean examined(String service, ServiceAccess access) throws InterruptedException {
    WayCheck way = new WayCheck(access.connection(), target.limits().timeout());
    if (!way.to(access.baseUrl(), listener::step)) {
      return false;
    }
    Optional<Target> authenticated = authenticated(service, access);
    return authenticated.isPresent() && operations(service, authenticated.get());
  }

  /** With a token for this service; those of others do not matter here. */
  private Optional<Target> authenticated(String service, ServiceAccess access) {
    if (access.authentication().isEmpty()) {
      return Optional.of(target);
    }
    try {
      Target with = Authenticator.authenticated(target, service);
      listener.step(new Step("token", true, "fetched from " + access.authentication().get()));
      return Optional.of(with);
    } catch (UserException e) {
      String detail = new Recorder(access.secrets(), target.ids()).text(e.getMessage());
      listener.step(new Step("token", false, detail));
      return Optional.empty();
    }
  }

  private boolean operations(String service, Target with) throws InterruptedException {
    boolean well = true;
    TestData data = new TestData(System.nanoTime());
    Target linked = Links.of(data, ServiceClient::overRestAssured).followed(with, ids(service));
    for (ServiceSuite suite : ServiceSuites.of(linked, data)) {
      for (OperationSuite operation :
          suite.service().equals(service) ? suite.operations() : List.<OperationSuite>of()) {
        well &= isWell(suite, operation, linked);
      }
    }
    return well;
  }

  private Set<String> ids(String service) {
    return target.service(service).orElseThrow().contract().operations().stream()
        .map(Operation::id)
        .collect(Collectors.toSet());
  }

  /** What is left out for a reason is no trouble. */
  private boolean isWell(ServiceSuite suite, OperationSuite operation, Target with)
      throws InterruptedException {
    Optional<String> leftOut = operation.leftOut();
    leftOut.ifPresent(
        reason ->
            listener.step(new Step(operation.operation().id(), true, "not asked: " + reason)));
    return leftOut.isPresent() || isAccepted(suite, operation.precondition(), with);
  }

  /** Each by itself, so that what is wrong is said of the right one. */
  private boolean isAccepted(ServiceSuite suite, ConformanceCase precondition, Target with)
      throws InterruptedException {
    Run run =
        new SuiteRunner(with, Progress.NONE)
            .run(
                List.of(suite.keeping(precondition::equals)),
                RunInfo.starting(Version.number(), with.name()),
                false);
    List<CaseResult> asked =
        run.cases().stream().filter(result -> result.id().equals(precondition.id())).toList();
    asked.stream().map(result -> step(result, run)).forEach(listener::step);
    return run.problems().isEmpty() && asked.stream().allMatch(Doctor::isAccepted);
  }

  private static boolean isAccepted(CaseResult result) {
    return result.evidence().received().stream().anyMatch(Exchange::succeeded);
  }

  private static Step step(CaseResult result, Run run) {
    String operation = result.operation();
    Optional<Exchange> exchange = result.evidence().received().stream().findFirst();
    Optional<Response> answer = exchange.flatMap(Exchange::response);
    if (isAccepted(result)) {
      return new Step(
          operation,
          true,
          "answers its documented request with %s in %s ms"
              .formatted(
                  answer.map(Response::status).orElse(0), exchange.get().duration().toMillis()));
    }
    String problem =
        run.problems().stream()
            .findFirst()
            .orElseGet(
                () ->
                    "answers its documented request with %s; `assay contract` says what it should be"
                        .formatted(answer.map(Response::status).orElse(0)));
    return new Step(operation, false, problem);
  }
}
