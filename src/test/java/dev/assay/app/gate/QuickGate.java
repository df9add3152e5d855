package dev.assay.app.gate;

import dev.assay.BusyMachine;
import dev.assay.app.Home;
import dev.assay.app.ProgressDisplay;
import dev.assay.app.Targets;
import dev.assay.app.proof.ProofCheck;
import dev.assay.gate.Gate;
import dev.assay.mock.mutation.Mutant;
import dev.assay.proof.ProofSubject;
import dev.assay.proof.defect.Defects;
import dev.assay.report.PublishedSchema;
import dev.assay.report.console.GateConsole;
import dev.assay.suite.run.Cancellation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/**
 * A gate whose load is as ours but shorter, with bounds that a busy machine keeps too, and whose
 * proof has one defect: seconds instead of minutes.
 *
 * @param home with that load and those bounds
 * @param printed what it says
 */
public record QuickGate(Home home, StringWriter printed) {

  static final Mutant DEFECT = Defects.named("log-message-200-answered-201").orElseThrow();

  private static final String PROFILES = "simulations/profiles.yaml";
  private static final String OBJECTIVES = "contracts/objectives.yaml";

  /** One with its files in that folder. */
  public static QuickGate in(Path folder) throws IOException {
    write(folder, PROFILES, "duration: 8s", "duration: 3s");
    write(folder, OBJECTIVES, "(p\\d+, bound: \"<=) \\d+", "$1 60000");
    return new QuickGate(new Home(List.of(folder)), new StringWriter());
  }

  private static void write(Path folder, String name, String ours, String theirs)
      throws IOException {
    String text = Files.readString(Path.of(name));
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text.replaceAll(ours, theirs));
  }

  /** Decides about a target, and reports into that folder. */
  public Gate decide(Targets targets, String target, Optional<Path> baseline, Path report)
      throws Exception {
    int from = printed.getBuffer().length();
    return BusyMachine.measured(
        () -> {
          printed.getBuffer().setLength(from);
          return once(targets, target, baseline, report);
        },
        gate -> printed.toString());
  }

  private Gate once(Targets targets, String target, Optional<Path> baseline, Path report)
      throws Exception {
    ProofCheck proof =
        new ProofCheck(
            ProofSubject.SHIPPED, List.of(DEFECT), List.of(), false, ProgressDisplay.NONE);
    Gate gate =
        new GateCheck(proof, baseline, home, ProgressDisplay.NONE)
            .run(
                "assay gate",
                targets,
                target,
                Optional.of(report),
                new GateConsole(new PrintWriter(printed, true), Ansi.AUTO, false),
                Cancellation.onRequest());
    PublishedSchema.holdFilesOf(List.of("--report", report.toString()), 0);
    return gate;
  }
}
