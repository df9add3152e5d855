package dev.assay.cli;

import dev.assay.gate.Gate;
import dev.assay.gate.GateListener;
import dev.assay.gate.GatePart;
import dev.assay.verdict.Run;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Tells a build server what a gate decided, before the console has the last word. */
record CiGateListener(GateListener console, ReportOptions reports, PrintWriter out)
    implements GateListener {

  @Override
  public void contract(Run run) {
    console.contract(run);
  }

  @Override
  public void remark(String line) {
    console.remark(line);
  }

  @Override
  public void part(GatePart part) {
    console.part(part);
  }

  @Override
  public void decided(Gate gate, Path folder) {
    Stream<String> parts =
        gate.parts().stream()
            .filter(part -> part.answer().isPresent())
            .map(part -> part.name().equals("proof") ? "prove" : part.name());
    reports.tellCi(folder, out, Stream.concat(Stream.of("gate"), parts).toArray(String[]::new));
    console.decided(gate, folder);
  }
}
