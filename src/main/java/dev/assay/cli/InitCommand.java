package dev.assay.cli;

import dev.assay.app.init.ContractOutlook;
import dev.assay.app.init.StartFiles;
import dev.assay.contract.Contract;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay init}: what it takes to check a service that has an OpenAPI file. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Writes a target file for a service that has an OpenAPI or Swagger file, with what that file asks for,"
          + " and the skeleton of an overlay beside it.",
      "Says what each operation will be asked, and what cannot be checked, with the reason. Sends"
          + " nothing, and overwrites nothing."
    },
    footer = {
      "",
      "Exit codes: 0 written, 2 the file is no contract, or a file is there already.",
      "",
      "Example: assay init openapi.yaml --base-url http://127.0.0.1:8080"
    })
final class InitCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = "An OpenAPI 3.0 or 3.1 or Swagger 2.0 file, YAML or JSON.")
  private Path file;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where the service is (the first of the file's `servers`, or its `host`).")
  private URI baseUrl;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "",
      description = "Where the target file goes (the current folder).")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    StartFiles files = StartFiles.of(file, Optional.ofNullable(baseUrl), folder);
    Contract contract = files.contract();
    PrintWriter out = spec.commandLine().getOut();
    out.println(contract.title() + ", " + file + ":");
    new ContractOutlook(contract, files.baseUrl())
        .lines()
        .forEach(line -> out.println("  " + line));
    contract.unread().forEach(line -> out.println("  Not checked: " + line));
    files.write().forEach(path -> out.println("Wrote " + path));
    files
        .variables()
        .forEach(
            name ->
                out.println("Set " + name + " in the environment, or in a file for --env-file."));
    out.println("Next: assay contract --target " + files.target());
    out.flush();
    return 0;
  }
}
