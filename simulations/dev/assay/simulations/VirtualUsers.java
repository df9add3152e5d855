package dev.assay.simulations;

import static io.gatling.javaapi.core.CoreDsl.bodyBytes;
import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.core.CoreDsl.stopLoadGeneratorIf;
import static io.gatling.javaapi.http.HttpDsl.flushCookieJar;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.assay.exchange.target.GivenCredentials;
import dev.assay.load.plan.Arrivals;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.WorkloadModel;
import dev.assay.load.record.Recording;
import dev.assay.load.record.SentRequest;
import dev.assay.load.request.LoadRequest;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.CoreDsl;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;

/**
 * The virtual users, who report what they send: one request each in an open workload, and as many
 * as they come to in a closed one.
 */
final class VirtualUsers {

  private static final String CURRENT = "current";
  private static final String ARRIVAL = "arrival";

  private final LoadPlan plan;
  private final RequestBuilder builder;
  private final ServiceTls tls;
  private final Recording recording;
  private final FailureLog failures = FailureLog.attached();
  private final RequestMarks marks;

  VirtualUsers(LoadPlan plan, GivenCredentials credentials, LoadFiles files, Recording recording) {
    this.plan = plan;
    this.builder = new RequestBuilder(plan, credentials, files, VirtualUsers::current);
    this.tls = new ServiceTls(plan, credentials.connections());
    this.recording = recording;
    this.marks = new RequestMarks(plan.run());
  }

  ScenarioBuilder scenario() {
    ScenarioBuilder scenario = CoreDsl.scenario(plan.scenario().name());
    if (plan.profile().model() == WorkloadModel.OPEN) {
      return scenario.exec(early(), once());
    }
    ChainBuilder again = exec(flushCookieJar()).exec(come(), once());
    Duration think = Duration.ofNanos(Math.round(plan.profile().users().thinkSeconds() * 1e9));
    return scenario
        .asLongAs(session -> !recording.isOver())
        .on(think.isZero() ? again : again.pause(think));
  }

  private ChainBuilder once() {
    return exec(this::start)
        .exec(requests())
        .exec(this::finish)
        .exec(
            stopLoadGeneratorIf(
                session -> recording.whyStopped(), session -> recording.mustStop()));
  }

  private Session start(Session session) {
    SentRequest sent = recording.start(arrival(session));
    return tls.of(sent.template().service(), session)
        .set(CURRENT, new VirtualUserRequest(sent, marks.of(sent.arrival().number())));
  }

  private ChainBuilder come() {
    return exec(session -> session.markAsSucceeded().set(ARRIVAL, recording.come()));
  }

  /** Those of an open workload come before the time. */
  private ChainBuilder early() {
    return come().pause(session -> Duration.ofMillis(recording.millisUntilDue(arrival(session))));
  }

  private static Arrivals.Arrival arrival(Session session) {
    return session.<Arrivals.Arrival>get(ARRIVAL);
  }

  private ChainBuilder requests() {
    List<LoadRequest> requests = plan.scenario().requests();
    if (requests.size() == 1) {
      return exec(checked(builder.build(requests.get(0))));
    }
    return doSwitch(session -> current(session).sent().request().slug())
        .on(
            requests.stream()
                .map(request -> onCase(request.slug()).then(exec(checked(builder.build(request)))))
                .toArray(Choice.WithKey[]::new));
  }

  private HttpRequestActionBuilder checked(HttpRequestActionBuilder request) {
    return request
        .transformResponse(
            (response, session) -> {
              current(session)
                  .answeredWith(response.status(), response.headers(), NoResendHandler.sentWhole());
              return response;
            })
        .check(status().exists()) // of its own Gatling would judge it
        .check(bodyBytes().validate("the documented answer", this::judged));
  }

  /**
   * The body, if it is as documented; Gatling's own report then shows the same failures, in words
   * without credentials.
   */
  private byte[] judged(byte[] body, Session session) {
    VirtualUserRequest current = current(session);
    recording
        .flaw(current.sent(), current.answer(body == null ? new byte[0] : body), current.mark())
        .ifPresent(
            flaw -> {
              current.failedBecause(flaw);
              throw new IllegalStateException(recording.words(flaw));
            });
    return body;
  }

  private Session finish(Session session) {
    VirtualUserRequest current = current(session);
    if (session.isFailed() && current.failure().isEmpty()) {
      current.failedBecause(failures.flaw(session.userId()));
    }
    recording.finish(current.sent(), current.failure(), current.sentWhole());
    return session;
  }

  private static VirtualUserRequest current(Session session) {
    return session.<VirtualUserRequest>get(CURRENT);
  }
}
