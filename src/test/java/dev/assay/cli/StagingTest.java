package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service behind all that stands between it and whoever checks it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StagingTest {

  private Path folder;
  private Staging staging;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    staging = Staging.in(folder);
  }

  @AfterAll
  void stop() throws Exception {
    staging.close();
  }

  private Outcome assay(String command, Path target, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command, "--target", target.toString()));
    arguments.addAll(List.of(more));
    return staging.assay(arguments.toArray(String[]::new));
  }

  @Test
  void a_doctor_finds_the_way_and_shows_no_secret() throws Exception {
    Outcome outcome = assay("doctor", staging.file("whole", Map.of()));
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    assertThat(outcome.out())
        .contains("goes through the proxy http://127.0.0.1:", "connects to 127.0.0.9:443")
        .contains("trusts CN=Test CA besides the platform's authorities")
        .contains("sends x-api-key: $GATEWAY_KEY with every request")
        .contains("ok   tunnel      the proxy lets through to 127.0.0.9:443")
        .containsPattern("ok   TLS         TLSv1\\.3, CN=leaf, issued by CN=Test CA")
        .contains("ok   token       fetched from OAuth 2.0 client credentials")
        .containsPattern("ok   upload-file answers its documented request with 200");
    assertThat(outcome.out()).doesNotContain(Staging.CANARIES);
  }

  @Test
  void a_contract_run_goes_the_same_way_to_a_verdict() throws Exception {
    Path report = folder.resolve("report");
    Outcome outcome =
        assay("contract", staging.file("all", Map.of()), "--report", report.toString());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(Files.readString(report.resolve("contract.json")))
        .contains("haptik: connects to 127.0.0.9:443 for api.corp.test")
        .contains("haptik: takes its token from OAuth 2.0 client credentials");
    staging.assertNoSecretIn(report);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "proxy | none | 127.0.0.9:443, which services.rooms.connectTo gives for api.corp.test, cannot be reached",
        "proxy | http://127.0.0.1:1 | the proxy http://127.0.0.1:1 on the way to",
        "connectTo | '' | does not let through to api.corp.test:443 (403 Forbidden)",
        "tls | '' | its certificate (CN=leaf) was issued by CN=Test CA, which this Java does not know",
        "tls | { trust: ca.pem } | tls.certificate and tls.key",
        "headers | '' | refuses the documented request with 401 {\"message\":\"No API key found in request\"}",
        "auth | { file: nowhere.txt } | nowhere.txt cannot be read",
        "auth | { oauth2: { tokenUrl: \"http://127.0.0.1:1\", clientId: a, clientSecret: \"${SECRET}\" } } | gives no token for services.haptik.auth.oauth2"
      })
  void without_one_part_both_say_what_to_do(String key, String value, String says)
      throws Exception {
    Path target = staging.file("lacking", Map.of(key, value));
    Outcome doctor = assay("doctor", target);
    assertThat(doctor.exitCode()).as(doctor.toString()).isEqualTo(2);
    assertThat(doctor.out()).contains("FAIL").contains(says).doesNotContain(Staging.CANARIES);
    Outcome contract =
        assay("contract", target, "--report", folder.resolve("lacking-report").toString());
    assertThat(contract.exitCode()).as(contract.toString()).isEqualTo(2);
    assertThat(contract.out() + contract.err()).contains(says).doesNotContain(Staging.CANARIES);
  }

  /** The lines of docs/targets.md: a proxy that is given another password. */
  @Test
  void a_doctor_says_what_the_page_shows() throws Exception {
    String proxy = "\"http://jo:${SECRET}@localhost:" + staging.proxyPort() + "\"";
    Path target = staging.file("shown", Map.of("proxy", proxy, "connectTo", ""));
    String said =
        assay("doctor", target)
            .out()
            .replaceAll("127\\.0\\.0\\.1|localhost/127.0.0.1", "10.0.0.9")
            .replace("localhost:" + staging.proxyPort(), "proxy.corp.test:3128")
            .replace(":" + staging.proxyPort(), ":3128")
            .replace("localhost", "proxy.corp.test");
    String page = Files.readString(Path.of("docs/targets.md"));
    int from = page.indexOf("rooms at https://api.corp.test\n");
    List<String> lines = page.substring(from, page.indexOf("```", from)).lines().toList();
    assertThat(lines).hasSize(6);
    for (String line : lines) {
      assertThat(said).contains(line.replace("…", "").replace("staging cannot", "shown cannot"));
    }
  }

  @Test
  void a_plan_tells_the_way_and_goes_none_of_it() throws Exception {
    Path target =
        staging.file(
            "planned", Map.of("auth", "{ command: [no-such-program] }", "proxy", "http://h:1"));
    Outcome load =
        staging.assay("load", "message", "--rate", "5", "--plan", "--target", target.toString());
    for (Outcome outcome : List.of(assay("contract", target, "--plan"), load)) {
      assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
      assertThat(outcome.out())
          .contains("rooms: goes through the proxy http://h:1 (services.rooms.proxy)")
          .contains("rooms: takes its token from what the command no-such-program prints")
          .doesNotContain(Staging.CANARIES);
    }
  }
}
