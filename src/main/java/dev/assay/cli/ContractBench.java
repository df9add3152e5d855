package dev.assay.cli;

import dev.assay.report.ReportFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How long whole processes of Assay take. */
final class ContractBench implements BenchCommand.Bench {

  private static final long PATIENCE_SECONDS = 120;

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
        row("`assay contract` on the mock, whole process", contract),
        row("`assay --help`, whole process", help));
  }

  private static BenchRow row(String what, List<Double> seconds) {
    String figure = String.format(Locale.ROOT, "%.2f s", BenchRow.median(seconds));
    return new BenchRow(what, figure, "", true);
  }

  private static double seconds(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
    command.addAll(List.of("-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider"));
    command.add("-Dassay.home=" + System.getProperty("assay.home", "."));
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
