package dev.assay.simulations;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.assay.exchange.target.GivenCredentials;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.record.Snapshot;
import dev.assay.load.request.RequestTemplate;
import io.gatling.javaapi.core.Simulation;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The message scenario as one would write it with Gatling alone, for the benchmark: the same
 * request and checks as in a closed workload without thinking, and nothing measured but how many
 * there were.
 */
public final class BareSimulation extends Simulation {

  private static final String TEXT = "text";
  private static final String MEMBER = "\"message_body\":\"";

  private final LoadPlan plan;
  private final RequestTemplate template;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong judged = new AtomicLong();
  private final AtomicLong first = new AtomicLong();

  /** Reads the plan and takes the credentials from standard input. */
  public BareSimulation() {
    try {
      plan = LoadPlan.read(Path.of(System.getProperty("assay.plan")));
      BufferedReader input =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      GivenCredentials credentials = GivenCredentials.receive(input);
      template = plan.templates().get("log-message");
      setUp(
              scenario("bare")
                  .asLongAs(session -> elapsed() < plan.profile().warmUpSeconds() + seconds())
                  .on(
                      exec(session -> session.set(TEXT, Long.toString(next())))
                          .exec(
                              http("log-message")
                                  .post(template.url())
                                  .headers(headers(credentials))
                                  .requestTimeout(Duration.ofMillis(plan.timeoutMillis()))
                                  .body(StringBody(session -> body(session.getString(TEXT))))
                                  .check(status().is(200))
                                  .check(jmesPath("message_id").exists())
                                  .check(jmesPath("created_at").exists())
                                  .check(jmesPath("message_type").is("0"))
                                  .check(
                                      jmesPath("message_body")
                                          .is(session -> sentence(session.getString(TEXT))))))
                  .injectOpen(rampUsers(plan.profile().users().count()).during(1)))
          .protocols(Protocol.plain(Map.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double seconds() {
    return plan.profile().seconds();
  }

  private String body(String text) {
    return RequestTemplate.own(template.body(), text);
  }

  private Map<String, String> headers(GivenCredentials credentials) {
    Map<String, String> headers = new HashMap<>();
    template
        .headers()
        .forEach(
            each ->
                headers.put(each.name(), credentials.filledIn(template.service(), each.value())));
    return headers;
  }

  private String sentence(String text) {
    String body = body(text);
    int from = body.indexOf(MEMBER) + MEMBER.length();
    return body.substring(from, body.indexOf('"', from));
  }

  private double elapsed() {
    first.compareAndSet(0, System.nanoTime());
    return (System.nanoTime() - first.get()) / 1e9;
  }

  private long next() {
    if (elapsed() >= plan.profile().warmUpSeconds()) {
      judged.incrementAndGet();
    }
    return sent.incrementAndGet();
  }

  @Override
  public void after() {
    long count = sent.get();
    Map<String, Snapshot.Counts> none = Map.of();
    Snapshot last =
        new Snapshot(
            count,
            count,
            judged.get(),
            0,
            seconds(),
            seconds(),
            none,
            Map.of(),
            0,
            0,
            0,
            0,
            0,
            0,
            "",
            true);
    new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
        .println(last.line());
  }
}
