package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Checkout;
import dev.assay.LoggedProcess;
import dev.assay.mock.service.TestAccounts;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The package for Gatling Enterprise, with nothing else than what Gatling itself brings there. Its
 * plugin has no part in the build, so Maven may have to fetch it first.
 */
@Tag("slow")
class EnterprisePackageSelfTest {

  /** The jars of Gatling and of what it is made of, by the beginnings of their names. */
  private static final String GATLING =
      "(gatling|netty|scala|logback|slf4j-api|jul-to-slf4j|jackson-(core|databind|annotations)|jmespath|jodd"
          + "|Saxon|xmlresolver|brotli4j|native|service|boopickle|caffeine|cfor|config|elasticsearch-tdigest"
          + "|jspecify|lightning-csv|pebble|scopt|sfm-util|typetools|unbescape)[-_].*\\.jar";

  private static final String TOKEN = "PACKAGED_TOKEN";

  @TempDir private static Path elsewhere;
  private static SlowServer server;

  @BeforeAll
  static void packaged() throws Exception {
    server = SlowServer.atOnce(1);
    Checkout checkout = Checkout.in(elsewhere);
    String target = Files.readString(server.targetFile(elsewhere));
    Files.writeString(
        elsewhere.resolve("contracts/targets/packaged.yaml"),
        target.replace(TestAccounts.sample().haptikToken(), "${" + TOKEN + "}"));
    LoggedProcess.Ended build =
        checkout.run(
            List.of("sh", "mvnw", "-q", "-B", "-Dmaven.test.skip", "gatling:enterprisePackage"));
    assertThat(build.exitCode()).as(build.said()).isZero();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static Path jar() throws Exception {
    try (Stream<Path> made = Files.list(elsewhere.resolve("target"))) {
      return made.filter(file -> file.toString().endsWith("-shaded.jar")).findFirst().orElseThrow();
    }
  }

  /** The package first, then what is there already. */
  private static List<Path> classPath() throws Exception {
    List<Path> jars = new ArrayList<>(List.of(jar()));
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(file -> file.getFileName().toString().matches(GATLING))
        .forEach(jars::add);
    assertThat(jars).hasSizeGreaterThan(40);
    return jars;
  }

  @Test
  void its_manifest_names_the_simulations_and_the_gatling_that_they_need() throws Exception {
    try (JarFile jar = new JarFile(jar().toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Gatling-Version")).startsWith("3.");
      assertThat(manifest.getValue("Gatling-Packager")).isEqualTo("maven");
      assertThat(manifest.getValue("Gatling-Simulations").split(","))
          .contains("dev.assay.simulations.ScenarioSimulation");
      assertThat(jar.getEntry("contracts/targets/packaged.yaml")).isNotNull();
      assertThat(jar.getEntry("io/gatling/app/Gatling.class")).isNull();
      assertThat(jar.stream().map(entry -> entry.getName()))
          .noneMatch(name -> name.startsWith("com/microsoft/playwright/"));
    }
  }

  @Test
  void its_classes_load_with_nothing_else() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Path path : classPath()) {
      urls.add(path.toUri().toURL());
    }
    List<String> names;
    try (JarFile jar = new JarFile(jar().toFile())) {
      names =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(
                  name -> name.matches("dev/assay/(simulations|load|exchange|contract)/.*class"))
              .map(name -> name.replace('/', '.').replaceFirst("\\.class$", ""))
              .toList();
    }
    assertThat(names).hasSizeGreaterThan(80);
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      for (String name : names) {
        Class<?> loaded = Class.forName(name, false, loader);
        assertThat(loaded.getClassLoader()).isSameAs(loader);
        assertThat(loaded.getDeclaredMethods()).isNotNull();
        assertThat(loaded.getDeclaredFields()).isNotNull();
      }
    }
  }

  @Test
  void its_simulation_sends_what_the_environment_asks_for() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of("-Xmx256m", "--add-opens=java.base/java.lang=ALL-UNNAMED"));
    command.add("-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider");
    command.add("-Dlogback.configurationFile=load/logback.xml");
    command.add("-Dgatling.data.enableAnalytics=false");
    command.add("-Djava.io.tmpdir=" + elsewhere);
    command.addAll(List.of("-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=1"));
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath().stream().map(Path::toString).toList()));
    command.addAll(List.of("io.gatling.app.Gatling", "--no-reports"));
    command.addAll(List.of("--simulation", "dev.assay.simulations.ScenarioSimulation"));
    command.addAll(List.of("--results-folder", elsewhere.resolve("results").toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("ASSAY_SCENARIO", "message");
    builder.environment().put("ASSAY_TARGET", "packaged");
    builder.environment().put("ASSAY_RATE", "10");
    builder.environment().put("ASSAY_DURATION", "2s");
    builder.environment().put(TOKEN, TestAccounts.sample().haptikToken());
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(server.received()).as(said).isEqualTo(40);
    assertThat(said)
        .doesNotContain("@assay")
        .containsPattern("log-message *\\| *40 \\| *40 \\| *0\n");
  }
}
