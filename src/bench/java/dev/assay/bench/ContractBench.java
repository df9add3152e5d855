package dev.assay.bench;

import dev.assay.RunInfo;
import dev.assay.app.Version;
import dev.assay.cli.Main;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import dev.assay.report.ReportFolder;
import dev.assay.request.TestData;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.suite.run.Progress;
import dev.assay.suite.run.SuiteRunner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How long a contract run takes, by the time in which the JDK's bare HTTP client sends the same
 * requests in the same order, as many at once; and how long whole processes of Assay take.
 */
final class ContractBench implements BenchCommand.Bench {

  private static final double MOST = 2;
  private static final long SEED = 1;
  private static final long PATIENCE_SECONDS = 120;
  private static final int WARM_UPS = 4;

  @Override
  public List<BenchRow> run(ReportFolder folder, int rounds) throws Exception {
    List<Double> contract = new ArrayList<>();
    List<Double> help = new ArrayList<>();
    String report = folder.below("contract").path().toString();
    for (int round = 0; round < rounds; round++) {
      help.add(seconds("--help"));
      contract.add(seconds("contract", "--quiet", "--report", report));
    }
    return List.of(
        ratio(rounds),
        row("`assay contract` on the mock, whole process", contract),
        row("`assay --help`, whole process", help));
  }

  /** After start-up: the first runs of each, which load and compile, are not counted. */
  private static BenchRow ratio(int rounds) throws Exception {
    List<Double> ratios = new ArrayList<>();
    List<Double> perSecond = new ArrayList<>();
    long refused = 0;
    try (MockServer mock = MockServer.start(TestAccounts.sample())) {
      Target target = EmbeddedTarget.of(mock);
      for (int round = 1 - WARM_UPS; round <= rounds; round++) {
        RequestReplay replay =
            new RequestReplay(ServiceClient::overRestAssured, TestAccounts.sample());
        List<ServiceSuite> suites = ServiceSuites.of(target, new TestData(SEED));
        mock.startAfresh(List.of());
        long begin = System.nanoTime();
        new SuiteRunner(target, Progress.NONE, replay)
            .run(suites, RunInfo.starting(Version.number(), target.name()), false);
        double ours = (System.nanoTime() - begin) / 1e9;
        mock.startAfresh(List.of());
        double bare = replay.seconds();
        refused = replay.refused();
        if (round > 0) {
          ratios.add(ours / bare);
          perSecond.add(replay.size() / ours);
        }
      }
    }
    double ratio = BenchRow.median(ratios);
    String figure =
        String.format(
            Locale.ROOT,
            "%.2f (%.0f exchanges/s; the bare client refuses %d)",
            ratio,
            BenchRow.median(perSecond),
            refused);
    return BenchRow.bounded(
        "contract run by a bare HTTP client with the same requests",
        figure,
        "at most 2.0",
        ratio <= MOST);
  }

  private static BenchRow row(String what, List<Double> seconds) {
    String figure = String.format(Locale.ROOT, "%.2f s", BenchRow.median(seconds));
    return BenchRow.unbounded(what, figure);
  }

  /** As this process was started. */
  private static double seconds(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(args));
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}
