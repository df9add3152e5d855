package dev.assay.report;

import dev.assay.RunInfo;
import dev.assay.contract.Clause;
import dev.assay.contract.ClauseId;
import dev.assay.contract.Level;
import dev.assay.contract.Source;
import dev.assay.exchange.Body;
import dev.assay.exchange.BodySource;
import dev.assay.exchange.Failure;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.record.CurlCommand;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.exchange.record.RecordedResponse;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Evidence;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.TestEvidence;
import dev.assay.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A small run made by hand, in which every outcome occurs once. */
public final class SampleRun {

  public static final Instant START = Instant.parse("2026-11-20T10:15:30.250Z");

  public static final Clause LOGGED =
      clause("log-message/200/status", Level.STATED, Optional.empty());
  public static final Clause NO_TOKEN =
      clause("log-message/401/missing-header", Level.STATED, Optional.empty());
  static final Clause NO_TOKEN_TYPE =
      clause("log-message/401/media-type", Level.IMPLIED, Optional.empty());
  public static final Clause ODD_MEMBER =
      clause("log-message/request/odd-member", Level.SILENT, Optional.empty());
  static final Clause UPLOADED = clause("upload-file/200/status", Level.STATED, Optional.empty());
  static final Clause ORPHAN = clause("upload-file/404/user", Level.STATED, Optional.empty());
  static final Clause THROTTLED =
      clause("upload-file/429", Level.STATED, Optional.of("the limit is nowhere in numbers"));
  static final Clause NEVER_ASKED = clause("upload-file/403/room", Level.STATED, Optional.empty());

  private SampleRun() {}

  public static Run everyOutcome() {
    return run(
        List.of(passed(), failed(), warned(), observed(), undecided(), skipped()),
        List.of("upload-file: its plain success case did not pass, so nothing is proven."),
        false);
  }

  public static Run run(List<CaseResult> cases, List<String> problems, boolean strict) {
    List<Clause> documented =
        List.of(
            LOGGED, NO_TOKEN, NO_TOKEN_TYPE, ODD_MEMBER, UPLOADED, ORPHAN, THROTTLED, NEVER_ASKED);
    return new Run(info("staging", 6_125), documented, cases, problems, strict);
  }

  /** A run of that target which took so many milliseconds. */
  static RunInfo info(String target, long millis) {
    return new RunInfo(
        "0.1.0", target, START, Duration.ofMillis(millis), false, OptionalLong.empty(), List.of());
  }

  public static CaseResult passed() {
    RecordedExchange ok = exchange(200, "{\"message_id\": 7}");
    Verdict verdict =
        new Verdict(LOGGED, Outcome.PASS, "status 200", "status 200", Optional.empty());
    return result("log-message/plain", "a text message is logged", List.of(verdict), ok);
  }

  public static CaseResult failed() {
    RecordedExchange wrong = exchange(200, "{\"message_id\": 8}");
    return result(
        "log-message/without-token",
        "a message without Authorization is refused",
        List.of(
            new Verdict(NO_TOKEN, Outcome.FAIL, "status 401", "status 200", Optional.of(wrong)),
            new Verdict(
                NO_TOKEN_TYPE,
                Outcome.WARN,
                "Content-Type application/json",
                "Content-Type text/html",
                Optional.of(wrong))),
        wrong);
  }

  public static CaseResult warned() {
    RecordedExchange wrong = exchange(500, "oops <&> \u001b[31mred \u202e\u0000]]>");
    Verdict verdict =
        new Verdict(
            ODD_MEMBER,
            Outcome.WARN,
            "no document says; anything but a 5xx",
            "status 500, " + wrong.response().orElseThrow().text(),
            Optional.of(wrong));
    return result("log-message/odd/number", "a number as odd member", List.of(verdict), wrong);
  }

  public static CaseResult observed() {
    RecordedExchange answer = exchange(400, "");
    Verdict verdict =
        new Verdict(
            ODD_MEMBER,
            Outcome.INFO,
            "no document says; anything but a 5xx",
            "status 400, no body",
            Optional.of(answer));
    return result("log-message/odd/text", "a text as odd member", List.of(verdict), answer);
  }

  public static CaseResult undecided() {
    String why = "No answer within 30 s from chat.example.com:443; is the service up?";
    Request request =
        Request.post(URI.create("https://chat.example.com/api/upload_file"), form())
            .with("Authorization", "$TOKEN");
    RecordedExchange silence =
        new RecordedExchange(
            request,
            CurlCommand.of(
                "printf %s 'hi' | curl -i -X POST 'https://chat.example.com/api/upload_file'"),
            Optional.empty(),
            Optional.of(new Failure(Failure.Kind.TIMEOUT, why)),
            START,
            START.plusMillis(30_000));
    Verdict verdict = new Verdict(UPLOADED, Outcome.ERROR, "status 200", why, Optional.of(silence));
    return result("upload-file/plain", "a small file is kept", List.of(verdict), silence);
  }

  public static CaseResult skipped() {
    return new CaseResult(
        "upload-file",
        "upload-file/orphan",
        "a token whose user is gone is refused",
        List.of(ORPHAN),
        List.of(),
        Optional.of("the target file has no orphanToken"),
        Evidence.none(),
        START.plusMillis(6_000),
        Duration.ZERO);
  }

  public static CaseResult result(
      String id, String description, List<Verdict> verdicts, RecordedExchange... exchanges) {
    return new CaseResult(
        id.split("/", 2)[0],
        id,
        description,
        verdicts.stream().map(Verdict::clause).distinct().toList(),
        verdicts,
        Optional.empty(),
        TestEvidence.recorded(exchanges),
        START.plusMillis(100),
        Duration.ofMillis(42));
  }

  public static RecordedExchange exchange(int status, String body) {
    Request request =
        Request.post(
                URI.create("https://haptik.example.com/v1.0/log_message_from_user/"),
                new Body.Text("{\"message_body\": \"Hello\"}"))
            .with("Authorization", "Bearer $TOKEN")
            .with("Content-Type", "application/json");
    RecordedResponse response =
        new RecordedResponse(
            status,
            List.of(new Header("Content-Type", "application/json")),
            body,
            body.length(),
            BodySource.of(body).fingerprint());
    return new RecordedExchange(
        request,
        CurlCommand.of(
            "curl -i -X POST 'https://haptik.example.com/v1.0/log_message_from_user/' -H "
                + "'Authorization: Bearer '\"$HAPTIK_TOKEN\" --data-binary '{\"message_body\": \"Hello\"}'"),
        Optional.of(response),
        Optional.empty(),
        START.plusMillis(100),
        START.plusMillis(140));
  }

  private static Body form() {
    return new Body.Multipart(
        "b0undary",
        List.of(
            FormPart.field("room_id", "room lounge"),
            FormPart.file("file", "a.txt", "text/plain", BodySource.of("hi"))));
  }

  static Clause clause(String id, Level level, Optional<String> untested) {
    return new Clause(
        ClauseId.of(id),
        level,
        "what " + id + " promises",
        new Source("Log messages", "Errors"),
        Optional.empty(),
        untested);
  }
}
