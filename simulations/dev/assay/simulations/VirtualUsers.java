package dev.assay.simulations;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyBytes;
import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.core.CoreDsl.stopLoadGeneratorIf;
import static io.gatling.javaapi.http.HttpDsl.RawFileBodyPart;
import static io.gatling.javaapi.http.HttpDsl.StringBodyPart;
import static io.gatling.javaapi.http.HttpDsl.flushCookieJar;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.assay.exchange.target.GivenCredentials;
import dev.assay.load.plan.Arrivals;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.LoadRequest;
import dev.assay.load.plan.WorkloadModel;
import dev.assay.load.record.Flaw;
import dev.assay.load.record.Recording;
import dev.assay.load.record.SentRequest;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.CoreDsl;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.BodyPart;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The virtual users, who report what they send: one request each in an open workload, and as many
 * as they come to in a closed one.
 */
final class VirtualUsers {

  private static final String CURRENT = "current";
  private static final String ARRIVAL = "arrival";

  private final LoadPlan plan;
  private final GivenCredentials credentials;
  private final ServiceTls tls;
  private final LoadFiles files;
  private final Recording recording;
  private final FailureLog failures = FailureLog.attached();
  private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

  VirtualUsers(LoadPlan plan, GivenCredentials credentials, LoadFiles files, Recording recording) {
    this.plan = plan;
    this.credentials = credentials;
    this.tls = new ServiceTls(credentials.connections());
    this.files = files;
    this.recording = recording;
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
    String service = sent.request().service();
    return tls.of(service, session)
        .set(CURRENT, new VirtualUserRequest(sent, credentials.headers(service), run));
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
      return exec(request(requests.get(0)));
    }
    return doSwitch(session -> current(session).sent().request().slug())
        .on(
            requests.stream()
                .map(request -> onCase(request.slug()).then(exec(request(request))))
                .toArray(Choice.WithKey[]::new));
  }

  private HttpRequestActionBuilder request(LoadRequest request) {
    HttpRequestActionBuilder post =
        withCredentials(request, http(request.slug()).post(plan.urls().get(request.operation())))
            .requestTimeout(plan.timeout(request));
    return checked(
        switch (request) {
          case LOG_MESSAGE ->
              json(post, text -> MessageJson.of(plan.user(), plan.businessId(), text));
          case LOG_FILE_SMALL, LOG_FILE_1MB, LOG_FILE_10MB -> logFile(post, request);
          case UPLOAD_SMALL, UPLOAD_1MB, UPLOAD_24MIB -> upload(post, request);
        });
  }

  /** As they are: a text alone would be searched for Gatling's expressions. */
  private HttpRequestActionBuilder withCredentials(
      LoadRequest request, HttpRequestActionBuilder post) {
    HttpRequestActionBuilder with = post;
    for (String header : credentials.headers(request.service()).keySet()) {
      with = with.header(header, session -> current(session).asked(header));
    }
    return with;
  }

  /**
   * A request in JSON.
   *
   * @param body what is sent around a text that no other request carries
   */
  private static HttpRequestActionBuilder json(
      HttpRequestActionBuilder post, UnaryOperator<String> body) {
    return post.header("Content-Type", "application/json")
        .body(StringBody(session -> body.apply(current(session).text())));
  }

  private HttpRequestActionBuilder logFile(HttpRequestActionBuilder post, LoadRequest request) {
    return post.asMultipartForm()
        .bodyParts(
            StringBodyPart("auth_id", session -> plan.user()),
            StringBodyPart("business_id", session -> Long.toString(plan.businessId())),
            StringBodyPart(
                "message_type", session -> Integer.toString(current(session).messageType())),
            StringBodyPart("message_body", session -> current(session).text()),
            file(request));
  }

  private HttpRequestActionBuilder upload(HttpRequestActionBuilder post, LoadRequest request) {
    return post.asMultipartForm()
        .bodyParts(file(request), StringBodyPart("room_id", session -> plan.room()));
  }

  private BodyPart file(LoadRequest request) {
    return RawFileBodyPart("file", files.of(request).toString())
        .fileName(session -> current(session).fileName())
        .contentType(request.isImage() ? "image/jpeg" : "text/csv");
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
        .flaw(
            current.sent(),
            current.answer(body == null ? new byte[0] : body),
            current.text(),
            current.messageType())
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
      current.failedBecause(Flaw.noAnswer(failures.reason(session.userId())));
    }
    recording.finish(current.sent(), current.failure(), current.sentWhole());
    return session;
  }

  private static VirtualUserRequest current(Session session) {
    return session.<VirtualUserRequest>get(CURRENT);
  }
}
