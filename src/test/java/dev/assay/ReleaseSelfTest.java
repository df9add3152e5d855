package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A release that was unpacked is all that people need besides a JRE. */
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
class ReleaseSelfTest {

  private static final Path PROFILES = Path.of("simulations/profiles.yaml");
  private static final Path OBJECTIVES = Path.of("contracts/objectives.yaml");

  private UnpackedRelease release;

  @BeforeAll
  void unpack(@TempDir Path folder) throws Exception {
    release = UnpackedRelease.in(folder);
  }

  private void says(LoggedProcess.Ended ended, String... texts) {
    assertThat(ended.exitCode()).as(ended.said()).isZero();
    assertThat(ended.said()).contains(texts);
  }

  @Test
  void has_the_files_that_people_read_and_no_target_of_ours() throws Exception {
    assertThat(release.files())
        .contains("LICENSE", "third-party-licences.txt", "Dockerfile", "contracts/objectives.yaml")
        .contains("recipes/kubernetes/gatling.sh", "docs/targets.md")
        .filteredOn(file -> file.startsWith("contracts/targets/"))
        .containsExactly("contracts/targets/example.yaml");
  }

  /** Whoever builds these sources gets these bytes (see reproducible-builds.org). */
  @Test
  void its_jar_was_built_in_another_folder_and_is_the_one_of_this_build() {
    assertThat(release.home().resolve("assay.jar"))
        .hasSameBinaryContentAs(Path.of("target/assay.jar"));
  }

  @Test
  void tells_its_version_and_what_it_can_do() throws Exception {
    says(release.assay("--version"), "assay " + version());
    says(release.assay("--help"), "Usage: assay", "gate", "cutover");
  }

  private static String version() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    return pom.replaceAll("(?s).*?<artifactId>assay</artifactId>\\s*<version>([^<]+)<.*", "$1");
  }

  @Test
  void a_target_is_found_where_people_work_and_beside_the_release() throws Exception {
    Path targets = Files.createDirectories(release.work().resolve("contracts/targets"));
    Files.writeString(
        targets.resolve("mine.yaml"),
        "name: mine\nservices: { rooms: { baseUrl: 'http://127.0.0.1:9', token: abc4711, memberRoom: r1, foreignRoom: r2 } }\n");
    says(release.assay("contract", "--target", "mine", "--plan"), "Nothing was sent.");
    LoggedProcess.Ended unknown = release.assay("contract", "--target", "nowhere");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.said())
        .contains("no contracts/targets/nowhere.yaml or ")
        .contains("known names are embedded, example, mine");
  }

  private static LoggedProcess.Ended measured(UnpackedRelease release, String... command)
      throws Exception {
    return BusyMachine.measured(() -> release.assay(command), LoggedProcess.Ended::said);
  }

  /** With profiles and objectives of their own, which lie where they work. */
  @Test
  void decides_by_a_gate_with_a_short_load_and_writes_where_people_work() throws Exception {
    own(PROFILES, "duration: 8s", "duration: 3s");
    own(OBJECTIVES, "(p95, bound: \"<=) 500", "$1 50000");
    List<String> before = release.files();
    LoggedProcess.Ended gate = measured(release, "gate", "--report", "reports/gate");
    says(gate, "contract  conforms", "load      met       30 requests", "proof     proven", "GO");
    Path report = release.work().resolve("reports/gate");
    assertThat(report.resolve("evidence.zip")).isNotEmptyFile();
    assertThat(report.resolve("load.json")).isNotEmptyFile();
    assertThat(release.files()).isEqualTo(before);
  }

  private void own(Path file, String ours, String theirs) throws IOException {
    Path own = release.work().resolve(file);
    Files.createDirectories(own.getParent());
    Files.writeString(own, Files.readString(file).replaceAll(ours, theirs));
  }

  private static List<Path> newerJavas() throws IOException {
    Path all = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(all)) {
      return found.filter(ReleaseSelfTest::isNewer).sorted().toList();
    }
  }

  private static boolean isNewer(Path java) {
    try {
      return Files.readString(java.resolve("release"))
          .matches("(?s).*JAVA_VERSION=\"(1[89]|[2-9]\\d)\\b.*");
    } catch (IOException noJava) {
      return false;
    }
  }

  /** What a Java does not like of older libraries stands where errors do. */
  @Test
  void runs_on_each_newer_java_of_the_machine_without_its_warnings() throws Exception {
    List<Path> javas = newerJavas();
    assumeThat(javas).as("Java 18 or newer in /usr/lib/jvm").isNotEmpty();
    for (Path java : javas) {
      UnpackedRelease newer = release.on(java);
      LoggedProcess.Ended contract = newer.assay("contract", "--report", "reports/newer");
      says(contract, "conforms");
      LoggedProcess.Ended load =
          measured(
              newer,
              "load",
              "message",
              "--report",
              "reports/newer-load",
              "--rate",
              "5",
              "--duration",
              "2s");
      says(load, "10 of 10 requests");
      assertThat(contract.said() + load.said()).doesNotContain("WARNING");
    }
  }
}
