package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AnsweringServer.Answer;
import dev.assay.exchange.Certificates;
import dev.assay.exchange.Hostility;
import dev.assay.exchange.RawServer;
import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the pages promise of secrets, hosts, redirects, sending again, TLS, limits and time, a row
 * for each sentence, and a column for each way of sending. Hosts and certificates of other names
 * are in {@link NetworkSelfTest}, forms of answers in {@link AnswerFormsSelfTest}.
 */
@Tag("slow")
class PromisesSelfTest {

  private static final String REFUSAL = "{\"error_message\":\"invalid authorization details\"}";

  @TempDir private Path folder;

  @SuppressWarnings("ImmutableEnumChecker")
  private enum Way {
    CONTRACT("contract", "--select", "log-message/200", "--deadline", "90s"),
    LOAD("load", "message", "--rate", "20", "--duration", "2s");

    private final List<String> command;

    Way(String... command) {
      this.command = List.of(command);
    }
  }

  /** A row. */
  private record Promise(String sentence, Check check) {}

  /** Makes sure that a way of sending keeps a promise. */
  private interface Check {
    void of(Way way, Path folder) throws IOException;
  }

  private static final List<Promise> PROMISES =
      List.of(
          row("sends credentials to the service's own hosts only", PromisesSelfTest::redirected),
          row(
              "Redirects are never followed: before anything is judged they are undecided",
              PromisesSelfTest::redirected),
          row("later a wrong status", PromisesSelfTest::redirectedLater),
          row("Wrong credentials and a wrong address are told apart", PromisesSelfTest::refused),
          row("never blamed on it", PromisesSelfTest::somewhereElse),
          row(
              "in what is shown and written, tokens and client ids are placeholders",
              PromisesSelfTest::sentBack),
          row("TLS certificates and host names are verified", PromisesSelfTest::selfSigned),
          row("refused connections", PromisesSelfTest::nobodyThere),
          row("27 ways to break an exchange", PromisesSelfTest::broken),
          row("An exchange ends after twice `limits.timeoutSeconds`", PromisesSelfTest::endless),
          row("At most 32 MiB of an answer are read", PromisesSelfTest::tooLong));

  private static Promise row(String sentence, Check check) {
    return new Promise(sentence, check);
  }

  @TestFactory
  Stream<DynamicTest> what_the_pages_promise_is_kept() throws IOException {
    String pages = pages();
    return PROMISES.stream()
        .flatMap(
            promise ->
                Stream.of(Way.values())
                    .map(
                        way ->
                            DynamicTest.dynamicTest(
                                "%s · %s".formatted(promise.sentence(), way),
                                () -> {
                                  assertThat(pages).contains(promise.sentence());
                                  promise.check().of(way, Files.createTempDirectory(folder, "row"));
                                })));
  }

  private static String pages() throws IOException {
    StringBuilder pages = new StringBuilder();
    for (String page : List.of("runs", "load", "reliability")) {
      pages.append(Files.readString(Path.of("docs", page + ".md")));
    }
    return pages.toString().replaceAll("\\s+", " ");
  }

  private static Outcome run(Way way, Path folder, URI uri) throws IOException {
    return run(way, TargetFile.haptik(folder, uri, 20), folder);
  }

  private static Outcome run(Way way, Path target, Path folder) throws IOException {
    List<String> command = new ArrayList<>(way.command);
    command.addAll(List.of("--target", target.toString()));
    command.addAll(List.of("--report", folder.resolve("report").toString()));
    return Outcome.ofCommand(command.toArray(String[]::new));
  }

  private static String undecided(Way way, Path folder, URI uri) throws IOException {
    return undecided(run(way, folder, uri));
  }

  /** The same by somebody without patience. */
  private static String undecidedSoon(Way way, Path folder, URI uri) throws IOException {
    return undecided(run(way, TargetFile.haptik(folder, uri, 1), folder));
  }

  private static String undecided(Outcome outcome) {
    String said = outcome.out() + outcome.err();
    assertThat(outcome.exitCode()).as(said).isEqualTo(2);
    assertThat(said).doesNotContain("\tat ").doesNotContain("Exception");
    return said;
  }

  private static AnsweringServer.Script redirecting(AnsweringServer other, long from) {
    return (n, receipt) ->
        n < from
            ? Answer.json(200, receipt)
            : new Answer(307, Map.of("Location", other.uri() + "/v1.0/there"), "");
  }

  private static void redirected(Way way, Path folder) throws IOException {
    try (AnsweringServer other = AnsweringServer.start((n, receipt) -> Answer.json(200, receipt));
        AnsweringServer server = AnsweringServer.start(redirecting(other, 1))) {
      assertThat(undecided(way, folder, server.uri()))
          .contains(other.authority())
          .contains("status 307")
          .contains("set services.haptik.baseUrl to it");
      assertThat(other.received()).isZero();
      assertThat(server.authorizations()).contains("Bearer " + TestAccounts.sample().haptikToken());
    }
  }

  private static void redirectedLater(Way way, Path folder) throws IOException {
    try (AnsweringServer other = AnsweringServer.start((n, receipt) -> Answer.json(200, receipt));
        AnsweringServer server = AnsweringServer.start(redirecting(other, 5))) {
      Outcome outcome = run(way, folder, server.uri());
      assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(1);
      assertThat(outcome.out()).contains("status 307");
      assertThat(other.received()).isZero();
    }
  }

  private static void refused(Way way, Path folder) throws IOException {
    try (AnsweringServer server =
        AnsweringServer.start((n, receipt) -> Answer.json(401, REFUSAL))) {
      assertThat(undecided(way, folder, server.uri()))
          .contains("401")
          .contains("check the token in services.haptik");
    }
  }

  private static void somewhereElse(Way way, Path folder) throws IOException {
    Answer page = new Answer(404, Map.of("Content-Type", "text/html"), "<h1>Nothing here</h1>");
    try (AnsweringServer server = AnsweringServer.start((n, receipt) -> page)) {
      assertThat(undecided(way, folder, server.uri()))
          .contains("404")
          .contains("check services.haptik.baseUrl");
    }
  }

  private static void sentBack(Way way, Path folder) throws IOException {
    String token = TestAccounts.sample().haptikToken();
    String body = "{\"error_message\":\"%s is not known\"}".formatted(token);
    try (AnsweringServer server = AnsweringServer.start((n, receipt) -> Answer.json(500, body))) {
      assertThat(run(way, folder, server.uri()).out()).contains("$TOKEN is not known");
      try (Stream<Path> files = Files.walk(folder.resolve("report"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
              .as(file.toString())
              .doesNotContain(token);
        }
      }
    }
  }

  private static void selfSigned(Way way, Path folder) throws IOException {
    try (RawServer server =
        RawServer.startTls(
            Certificates.in(folder).selfSigned(), (connection, n) -> connection.readRequest())) {
      assertThat(undecided(way, folder, server.uri()))
          .contains("its certificate (CN=leaf) is self-signed")
          .contains("name the issuer's certificate in the target file");
      assertThat(server.heads()).isEmpty();
    } catch (InterruptedException | GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static void nobodyThere(Way way, Path folder) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(undecided(way, folder, URI.create("http://127.0.0.1:" + port))).contains("refused");
  }

  private static void broken(Way way, Path folder) throws IOException {
    Hostility[] all = Hostility.values();
    try (RawServer server =
        RawServer.start((connection, n) -> all[n % all.length].script().run(connection, n))) {
      assertThat(undecidedSoon(way, folder, server.uri())).doesNotContain("✔ log-message");
    }
  }

  private static void endless(Way way, Path folder) throws IOException {
    try (RawServer server = RawServer.start(Hostility.NEVER_ANSWERS.script())) {
      assertThat(undecidedSoon(way, folder, server.uri()))
          .containsAnyOf("did not answer in time", "timed out");
    }
  }

  private static void tooLong(Way way, Path folder) throws IOException {
    try (RawServer server = RawServer.start(Hostility.endless("{"))) {
      undecided(way, folder, server.uri());
    }
  }
}
