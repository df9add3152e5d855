package dev.assay.load.merge;

import dev.assay.UserException;
import dev.assay.load.plan.Injector;
import dev.assay.load.run.InjectorRun;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The rule that runs are merged only if they are all the parts of one plan, each once.
 *
 * @param folders where they are
 * @param runs in the same order
 */
record PlanCompatibility(List<Path> folders, List<InjectorRun> runs) {

  void require() {
    if (runs.isEmpty()) {
      throw new UserException("there is no run to merge");
    }
    same("target", run -> run.plan().target() + " " + run.plan().addresses());
    same("scenario", run -> run.plan().scenario().name());
    same("mixture of the scenario", run -> run.plan().scenario());
    same("profile", run -> run.plan().profile().name());
    same("shape of the profile", run -> run.plan().profile());
    same("number of injectors", run -> run.injector().count());
    same("version of Assay", InjectorRun::version);
    eachOnce();
  }

  private void same(String what, Function<InjectorRun, Object> of) {
    Object first = of.apply(runs.get(0));
    for (int i = 1; i < runs.size(); i++) {
      Object other = of.apply(runs.get(i));
      if (!other.equals(first)) {
        throw new UserException(
            "runs of different plans cannot be merged: the %s of %s is %s, and that of %s is %s"
                .formatted(what, folders.get(0), first, folders.get(i), other));
      }
    }
  }

  private void eachOnce() {
    Map<Injector, Path> seen = new TreeMap<>(Comparator.comparing(Injector::number));
    for (int i = 0; i < runs.size(); i++) {
      Path other = seen.put(runs.get(i).injector(), folders.get(i));
      if (other != null) {
        throw new UserException(
            "%s and %s are both of the injector %s"
                .formatted(other, folders.get(i), runs.get(i).injector().word()));
      }
    }
    for (Injector each : Injector.all(runs.get(0).injector().count())) {
      if (!seen.containsKey(each)) {
        throw new UserException(
            "the run of the injector %s is missing; only all of them together are the plan"
                .formatted(each.word()));
      }
    }
  }
}
