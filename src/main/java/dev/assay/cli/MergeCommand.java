package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.app.Home;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.judge.Objective;
import dev.assay.load.merge.InjectorMerge;
import dev.assay.load.plan.LoadSettings;
import dev.assay.load.study.LoadReport;
import dev.assay.report.Report;
import dev.assay.report.ReportFolder;
import dev.assay.report.console.LoadConsole;
import dev.assay.report.page.PageContent;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay merge}: one verdict over the runs of several injectors. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Judges the load runs of several injectors as one.",
    footer = {
      "",
      "Exit codes: 0 objectives met, 1 missed, 2 they could not be judged.",
      "",
      "Example: assay merge reports/one reports/two --report reports/both"
    })
final class MergeCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "Reports of `assay load --injector K/N`, one folder for each K.")
  private List<Path> folders;

  @Option(
      names = "--objectives",
      paramLabel = "FILE",
      description = "Objectives to judge by (contracts/objectives.yaml).")
  private Path objectivesFile;

  @Mixin private ReportOptions reports;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    InjectorMerge merge = InjectorMerge.of(folders);
    List<Objective> objectives = LoadOptions.objectives(objectivesFile, requests(merge));
    ReportFolder folder = reports.folder(merge.plan().target());
    for (Path each : folders) {
      if (each.toRealPath().equals(folder.path().toRealPath())) {
        throw new UserException("--report must be another folder than those that are merged");
      }
    }
    LoadResult result = merge.judge(objectives, folder.path(), OptionalLong.empty());
    folder.write(Report.ofLoad(result.created()));
    folder.write(Report.of(LoadReport.of(result)));
    folder.write(PageContent.of(CommandText.of(spec), LoadReport.of(result)));
    new LoadConsole(spec.commandLine().getOut()).result(result, reports.quiet());
    reports.tellCi(folder.path(), spec.commandLine().getOut(), "load");
    return result.conclusion().exitCode();
  }

  /** Those that were sent, and all others that there are. */
  private static Set<String> requests(InjectorMerge merge) {
    Set<String> names =
        new LinkedHashSet<>(LoadSettings.read(Home.ofThisProcess().profiles()).requests().keySet());
    names.addAll(merge.plan().templates().keySet());
    return names;
  }
}
