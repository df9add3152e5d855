package dev.assay.load.plan;

import dev.assay.UserException;
import dev.assay.exchange.target.Target;
import dev.assay.load.request.LoadRequest;
import dev.assay.load.request.Operations;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a target can be loaded with: the scenarios of a file, and each of its operations alone.
 *
 * @param settings that were read from the file
 * @param target what is loaded
 */
public record ScenarioChoice(LoadSettings settings, Target target) {

  /** The scenario that has each operation once. */
  private static final String EVERYTHING = "everything";

  /** What others change or remove, they do but once. */
  private static final Set<String> REPEATABLE = Set.of("GET", "POST");

  /**
   * The scenario of that name, or the operation of that id.
   *
   * @param fileBytes the size of the file, of an operation that takes one
   * @throws UserException naming the known ones, or the request that the target has no operation
   *     for, with file and line
   */
  public Scenario named(String word, Optional<Long> fileBytes) {
    Scenario scenario = settings.scenarios().get(word);
    if (scenario != null) {
      if (fileBytes.isPresent()) {
        throw new UserException(
            "a size is given for the file of a single operation; `%s` is a scenario"
                .formatted(word));
      }
      scenario.requests().forEach(request -> requireOperation(request.slug()));
      return scenario;
    }
    return operations()
        .find(word)
        .map(found -> alone(found.request(fileBytes)))
        .orElseThrow(
            () ->
                new UserException(
                    "unknown scenario or operation `%s`; scenarios are %s; operations of the target `%s` are %s"
                        .formatted(
                            word,
                            String.join(", ", settings.scenarios().keySet()),
                            target.name(),
                            operations().names())));
  }

  private static Scenario alone(LoadRequest request) {
    return new Scenario(request.slug(), List.of(new Scenario.Share(request, 1)));
  }

  private void requireOperation(String slug) {
    DeclaredRequest declared = settings.requests().get(slug);
    if (operations().find(declared.request().operation()).isEmpty()) {
      throw declared
          .operation()
          .flaw(
              "names %s, which is no operation of the target `%s`; it has %s"
                  .formatted(declared.request().operation(), target.name(), operations().names()));
    }
  }

  /**
   * The first of the scenarios for which the target has all, and of whose services no other has
   * more; if there is none, each operation that can be asked again and again.
   *
   * @throws UserException if there is no such operation either
   */
  public Scenario widest() {
    Scenario widest = null;
    for (Scenario scenario : settings.scenarios().values()) {
      if (isPossible(scenario)
          && (widest == null || services(scenario).size() > services(widest).size())) {
        widest = scenario;
      }
    }
    return widest == null ? everything() : widest;
  }

  private Scenario everything() {
    List<Scenario.Share> shares =
        operations().all().stream()
            .filter(each -> REPEATABLE.contains(each.operation().method()))
            .map(each -> new Scenario.Share(each.request(Optional.empty()), 1))
            .toList();
    if (shares.isEmpty()) {
      throw new UserException(
          "no scenario of the profiles file is for the operations of the target `%s` alone; add one"
              .formatted(target.name()));
    }
    return new Scenario(EVERYTHING, shares);
  }

  private boolean isPossible(Scenario scenario) {
    return scenario.requests().stream()
        .allMatch(request -> operations().find(request.operation()).isPresent());
  }

  private Set<String> services(Scenario scenario) {
    return scenario.requests().stream()
        .flatMap(request -> operations().find(request.operation()).stream())
        .map(found -> found.service().name())
        .collect(Collectors.toSet());
  }

  /** The names of all requests that there may be objectives for. */
  public Set<String> requests() {
    Set<String> names = new LinkedHashSet<>(settings.requests().keySet());
    operations().all().forEach(each -> names.add(each.operation().id()));
    return names;
  }

  private Operations operations() {
    return Operations.of(target);
  }
}
