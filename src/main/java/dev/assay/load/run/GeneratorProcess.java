package dev.assay.load.run;

import dev.assay.load.plan.LoadPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM in which Gatling runs.
 *
 * @param folder where its files go
 * @param simulation the name of a class of the simulations
 */
record GeneratorProcess(LoadPlan plan, Path folder, String simulation) {

  static final String RESULTS = "gatling-results";

  /** Named by whoever runs it: options of this JVM, separated by blanks. */
  private static final String OPTIONS = "ASSAY_GENERATOR_OPTS";

  private static final String SIMULATIONS = "dev.assay.simulations.";

  Process start(Path planFile) throws IOException {
    NetworkOptions network = NetworkOptions.ofThisJvm();
    List<String> command = new ArrayList<>(command(planFile));
    if (!network.given().isEmpty()) {
      network.write(options());
      command.add(
          1, "@" + options()); // first, for those of the command line to count if they differ
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.start();
  }

  /** A file that is there while it runs. */
  Path options() {
    return folder.resolve("jvm-options").toAbsolutePath();
  }

  List<String> command(Path planFile) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm());
    command.addAll(asked());
    command.addAll(gatling());
    command.add("-Dassay.plan=" + planFile.toAbsolutePath());
    command.add("-Dassay.folder=" + folder.toAbsolutePath());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.gatling.app.Gatling"));
    command.addAll(List.of("--simulation", SIMULATIONS + simulation));
    command.addAll(List.of("--results-folder", folder.resolve(RESULTS).toString()));
    command.addAll(List.of("--run-description", plan.scenario().name()));
    return command;
  }

  private static List<String> jvm() {
    return List.of(
        "-Xmx1g",
        // A heap that shrinks, and metaspace that fills, would call the collector in mid-run.
        "-Xms512m",
        "-XX:MetaspaceSize=128m",
        // At modest rates Gatling's code would stay cold for minutes, and be slow in every latency.
        "-XX:CompileThresholdScaling=0.1",
        "-Dfile.encoding=UTF-8",
        "-Duser.language=en",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "-Dslf4j.internal.verbosity=WARN",
        "-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider",
        "-Dlogback.configurationFile=load/logback.xml");
  }

  /** More of them, as people ask: where two differ, a JVM takes the last. */
  private static List<String> asked() {
    String options = System.getenv().getOrDefault(OPTIONS, "").strip();
    return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
  }

  /** Gatling's settings; by its own it would phone out and trust every certificate. */
  private static List<String> gatling() {
    List<String> options = new ArrayList<>();
    options.add("-Dgatling.http.warmUpUrl=");
    // Lets the simulations' own Netty extension in, which keeps requests from being sent twice.
    options.add("-Dio.netty.bootstrap.extensions=serviceload");
    options.add("-Dgatling.data.enableAnalytics=false");
    // The version check goes through the JVM's proxy, which is nobody; requests do not.
    options.add("-Dhttps.proxyHost=127.0.0.1");
    options.add("-Dhttps.proxyPort=1");
    options.add("-Dgatling.ssl.useInsecureTrustManager=false");
    options.add("-Dgatling.http.enableHostnameVerification=true");
    // The TLS of the JDK, as in a contract run, with all that its options and its trust store say.
    options.add("-Dgatling.ssl.useOpenSsl=false");
    options.add("-Dgatling.data.console.writePeriod=60");
    return options;
  }
}
