package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.AssayProcess.Launch;
import dev.assay.exchange.RawServer;
import dev.assay.exchange.TcpProxy;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of commands that are interrupted, as real processes. */
@Tag("slow")
class InterruptionSelfTest {

  @TempDir private Path folder;

  private Path report() {
    return folder.resolve("report");
  }

  private JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(report().resolve(name).toFile());
  }

  /** A conforming service that takes its time, so that a run is long enough to be interrupted. */
  private record SlowService(MockServer mock, TcpProxy proxy, RawServer server)
      implements AutoCloseable {

    static SlowService start() throws IOException {
      MockServer mock = MockServer.start(TestAccounts.sample());
      TcpProxy proxy = new TcpProxy(mock.baseUri());
      return new SlowService(
          mock, proxy, RawServer.start((c, n) -> proxy.connect(c, up -> up, SlowService::late)));
    }

    private static TcpProxy.Pipe late(TcpProxy.Pipe down) {
      return bytes -> {
        LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        down.take(bytes);
      };
    }

    @Override
    public void close() throws IOException {
      server.close();
      proxy.close();
      mock.close();
    }
  }

  private AssayProcess contract(SlowService slow) throws IOException {
    return start("contract", "--target", target(slow));
  }

  private boolean hasJudged(String name, String list) {
    return has(name, json -> json.path(list).size() > 3);
  }

  private void nothingIsLeftOf(AssayProcess process, String... reports) throws IOException {
    assertThat(process.handle().descendants()).noneMatch(ProcessHandle::isAlive);
    assertThat(names(folder.resolve("tmp"))).isEmpty();
    assertThat(names(report()))
        .filteredOn(
            name -> !name.equals("requests")) // bodies of curl commands, where they are long
        .containsExactlyInAnyOrder(reports);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void a_contract_run_that_is_told_to_end_reports_what_it_judged(String signal) throws Exception {
    try (SlowService slow = SlowService.start();
        AssayProcess assay = contract(slow)) {
      assay.until(() -> hasJudged("contract.json", "cases"));
      assay.signal(signal);
      assertThat(assay.exitCode()).as(assay.err()).isEqualTo(2);
      assertThat(json("contract.json").path("partial").asBoolean()).isTrue();
      assertThat(json("contract.json").path("counts").path("pass").asInt()).isPositive();
      assertThat(json("contract.json").path("counts").path("fail").asInt()).isZero();
      assertThat(assay.out())
          .contains("PARTIAL assay ")
          .contains("the run was interrupted")
          .contains("undecided");
      nothingIsLeftOf(
          assay,
          "contract.json",
          "contract.xml",
          "contract.ctrf.json",
          "created.json",
          "allure-results",
          "index.html");
    }
  }

  @Test
  void what_goes_wrong_while_a_run_is_ended_early_is_told() throws Exception {
    try (SlowService slow = SlowService.start();
        AssayProcess assay = contract(slow)) {
      assay.until(() -> hasJudged("contract.json", "cases"));
      Files.move(report(), folder.resolve("moved"));
      Files.createFile(report());
      assay.signal("TERM");
      assertThat(assay.exitCode()).as(assay.out()).isEqualTo(2);
      assertThat(assay.err()).contains("assay: The reports cannot be written: ");
    }
  }

  @Test
  void a_contract_run_that_is_killed_leaves_what_it_judged_and_the_next_one_works()
      throws Exception {
    try (SlowService slow = SlowService.start()) {
      try (AssayProcess assay = contract(slow)) {
        assay.until(() -> hasJudged("contract.json", "cases"));
        assay.signal("KILL");
        assertThat(assay.exitCode()).isNotZero();
      }
      assertThat(json("contract.json").path("partial").asBoolean()).isTrue();
      assertThat(json("contract.json").path("outcome").asText()).isNotEqualTo("conforms");
      Path target = TargetFile.whole(folder, slow.mock().baseUri(), 20);
      Outcome next =
          Outcome.of(report(), "--target", target.toString(), "--select", "log-message/401");
      assertThat(next.exitCode()).as(next.out()).isZero();
      assertThat(json("contract.json").path("partial").asBoolean()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void a_proof_that_is_told_to_end_reports_what_it_tried(String signal) throws Exception {
    try (AssayProcess assay = prove()) {
      assay.until(() -> hasJudged("prove.json", "defects"));
      assay.signal(signal);
      assertThat(assay.exitCode()).as(assay.out() + assay.err()).isEqualTo(2);
      assertThat(json("prove.json").path("partial").asBoolean()).isTrue();
      assertThat(json("prove.json").path("counts").path("survived").asInt()).isZero();
      assertThat(json("prove.json").path("counts").path("falseAlarms").asInt()).isZero();
      assertThat(assay.out()).contains("PARTIAL assay ").contains("undecided");
      nothingIsLeftOf(assay, "prove.json", "index.html");
    }
  }

  @Test
  void a_proof_that_is_killed_leaves_what_it_tried() throws Exception {
    try (AssayProcess assay = prove()) {
      assay.until(() -> hasJudged("prove.json", "defects"));
      assay.signal("KILL");
      assertThat(assay.exitCode()).isNotZero();
      assertThat(json("prove.json").path("partial").asBoolean()).isTrue();
    }
  }

  private AssayProcess prove() throws IOException {
    return start("prove");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void a_gate_that_is_told_to_end_is_undecided_and_leaves_its_page(String signal) throws Exception {
    try (SlowService slow = SlowService.start();
        AssayProcess assay = start("gate", "--target", target(slow))) {
      assay.until(() -> hasJudged("contract.json", "cases"));
      assay.signal(signal);
      assertThat(assay.exitCode()).as(assay.out() + assay.err()).isEqualTo(2);
      assertThat(json("gate.json").path("outcome").asText()).isEqualTo("UNDECIDED");
      assertThat(json("gate.json").path("partial").asBoolean()).isTrue();
      assertThat(json("contract.json").path("partial").asBoolean()).isTrue();
      assertThat(assay.out()).contains("PARTIAL UNDECIDED").contains("the gate was interrupted");
      nothingIsLeftOf(
          assay,
          "allure-results",
          "contract.json",
          "contract.xml",
          "contract.ctrf.json",
          "created.json",
          "evidence.zip",
          "exchanges.txt",
          "gate.json",
          "index.html");
    }
  }

  @Test
  void a_gate_that_is_interrupted_under_load_leaves_no_process() throws Exception {
    try (AssayProcess assay = start("gate")) {
      assay.until(() -> Files.exists(report().resolve("log-message.hlog")));
      assay.signal("INT");
      assertThat(assay.exitCode()).as(assay.out() + assay.err()).isEqualTo(2);
      assertThat(json("gate.json").path("partial").asBoolean()).isTrue();
      assertThat(json("load.json").path("partial").asBoolean()).isTrue();
      assertThat(json("contract.json").path("outcome").asText()).isEqualTo("conforms");
      assertThat(assay.handle().descendants()).noneMatch(ProcessHandle::isAlive);
      assertThat(names(folder.resolve("tmp"))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void a_cutover_that_is_told_to_end_reports_what_it_compared(String signal) throws Exception {
    try (SlowService slow = SlowService.start();
        AssayProcess assay = start("cutover", "--from", target(slow), "--to", "embedded")) {
      assay.until(() -> hasCompared(3));
      assay.signal(signal);
      assertThat(assay.exitCode()).as(assay.out() + assay.err()).isEqualTo(2);
      assertThat(json("cutover.json").path("partial").asBoolean()).isTrue();
      assertThat(json("cutover.json").path("counts").path("same").asInt()).isPositive();
      assertThat(json("cutover.json").path("counts").path("regressed").asInt()).isZero();
      assertThat(assay.out()).contains("PARTIAL assay ").contains("UNDECIDED");
      assertThat(names(folder.resolve("tmp"))).isEmpty();
    }
  }

  @Test
  void a_cutover_that_is_killed_leaves_what_it_compared() throws Exception {
    try (SlowService slow = SlowService.start();
        AssayProcess assay = start("cutover", "--from", target(slow), "--to", "embedded")) {
      assay.until(() -> hasCompared(3));
      assay.signal("KILL");
      assertThat(assay.exitCode()).isNotZero();
      assertThat(json("cutover.json").path("partial").asBoolean()).isTrue();
    }
  }

  private AssayProcess start(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(args));
    command.addAll(List.of("--report", report().toString()));
    return Launch.in(folder).withHeap("1g").start(command.toArray(String[]::new));
  }

  private String target(SlowService slow) throws IOException {
    return TargetFile.whole(folder, slow.server().uri(), 20).toString();
  }

  private boolean hasCompared(int cases) {
    return has("cutover.json", json -> json.path("cases").asInt() >= cases);
  }

  private boolean has(String name, Predicate<JsonNode> content) {
    try {
      return Files.exists(report().resolve(name)) && content.test(json(name));
    } catch (IOException e) {
      throw new AssertionError("half a report", e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void the_mock_ends_at_once(String signal) throws Exception {
    try (AssayProcess assay = Launch.in(folder).start("mock")) {
      assay.until(() -> assay.out().contains("Ctrl-C"));
      assay.signal(signal);
      assertThat(assay.exitCode()).isNotZero();
      assertThat(assay.err()).isEmpty();
    }
  }

  @Test
  void a_full_disk_is_told_in_a_sentence() throws Exception {
    try (AssayProcess assay =
        Launch.in(folder)
            .after("ulimit -f 32")
            .start("contract", "--report", report().toString(), "--quiet")) {
      assertThat(assay.exitCode()).isEqualTo(2);
      assertThat(assay.err().strip())
          .startsWith("assay: The reports cannot be written: ")
          .endsWith("Name a folder that can be written with --report DIR.")
          .doesNotContain("\n");
      assertThat(report().resolve("contract.json")).doesNotExist();
    }
  }

  @Test
  void a_place_where_nobody_can_write_is_told_before_anything_is_sent() throws Exception {
    try (AssayProcess assay =
        Launch.in(folder).start("contract", "--report", "/proc/assay/report")) {
      assertThat(assay.exitCode()).isEqualTo(2);
      assertThat(assay.out()).isEmpty();
      assertThat(assay.err()).startsWith("assay: The reports cannot be written: /proc/assay");
    }
  }
}
