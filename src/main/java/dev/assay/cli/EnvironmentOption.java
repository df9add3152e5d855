package dev.assay.cli;

import dev.assay.app.Targets;
import dev.assay.exchange.target.EnvironmentFile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that names files of environment variables. */
final class EnvironmentOption {

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description =
          "Takes the variables of target files from FILE too, KEY=value a line (docs/targets.md)."
              + " May be repeated: the last goes before the others, and the environment before all.")
  private List<Path> files = List.of();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** The target files, with these variables. */
  Targets targets() {
    Targets targets = Targets.ofThisProcess().with(files);
    files.stream()
        .filter(EnvironmentFile::isOpenToOthers)
        .forEach(
            file ->
                spec.commandLine()
                    .getErr()
                    .printf(
                        "assay: every user of this machine may read %s; if there are secrets in it, chmod 600 it%n",
                        file));
    return targets;
  }
}
