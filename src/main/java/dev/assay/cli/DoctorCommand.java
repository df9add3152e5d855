package dev.assay.cli;

import dev.assay.app.doctor.Doctor;
import dev.assay.exchange.client.WayCheck.Step;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code assay doctor}: what keeps a target from being checked. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Goes the way to a target step by step, and says where it ends and what to do.",
      "Name, proxy, connection, TLS, token, and then the plain documented request of each operation:"
          + " one request an operation, one more where it is not clear who answers."
    },
    footer = {
      "",
      "Exit codes: 0 the target can be checked, 2 it cannot.",
      "",
      "Example: assay doctor --target staging"
    })
final class DoctorCommand implements Callable<Integer> {

  private static final int CANNOT_BE_CHECKED = 2;

  @Mixin private TargetOption targetOption;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Optional<Target> service = targetOption.running();
    if (service.isPresent()) {
      return examine(service.get());
    }
    try (MockServer mock = MockServer.start(TestAccounts.sample())) {
      return examine(EmbeddedTarget.of(mock));
    }
  }

  private int examine(Target target) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    boolean well = new Doctor(target, new Printer(out)).examine();
    out.println(
        well
            ? target.name() + " can be checked: assay contract --target " + targetOption.name()
            : target.name() + " cannot be checked yet.");
    out.flush();
    return well ? 0 : CANNOT_BE_CHECKED;
  }

  /** Prints each step in a line. */
  private record Printer(PrintWriter out) implements Doctor.Listener {

    @Override
    public void service(String service, URI baseUrl, List<String> way) {
      out.println(service + " at " + baseUrl);
      way.forEach(line -> out.println("       " + line));
      out.flush();
    }

    @Override
    public void step(Step step) {
      out.printf("  %-4s %-11s %s%n", step.good() ? "ok" : "FAIL", step.name(), step.detail());
      out.flush();
    }
  }
}
