package dev.assay.mock.derived;

import dev.assay.contract.Contract;
import dev.assay.contract.Operation;
import dev.assay.mock.http.MockRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which operation a request is for.
 *
 * @param entries the most specific paths first
 */
record Routing(List<Entry> entries) {

  /** An operation and where it is. */
  record Entry(PathTemplate template, Operation operation) {}

  /**
   * Where a request leads.
   *
   * @param values of the parameters in its path, as they are sent
   */
  record Found(Operation operation, Map<String, String> values) {}

  static Routing of(Contract contract) {
    return new Routing(
        contract.operations().stream()
            .map(operation -> new Entry(PathTemplate.of(operation.path()), operation))
            .sorted(Comparator.comparing(Entry::template, PathTemplate.MOST_SPECIFIC_FIRST))
            .toList());
  }

  /** The operation of that request; HEAD leads where GET does, unless it is documented itself. */
  Optional<Found> find(MockRequest request) {
    Optional<Found> found = find(request.method(), request.path());
    return found.isPresent() || !request.method().equals("HEAD")
        ? found
        : find("GET", request.path());
  }

  private Optional<Found> find(String method, String path) {
    return entries.stream()
        .filter(entry -> entry.operation().method().equals(method))
        .flatMap(
            entry ->
                entry.template().values(path).stream()
                    .map(values -> new Found(entry.operation(), values)))
        .findFirst();
  }

  /** The methods that are served at that path; none where it is not known. */
  Set<String> methods(String path) {
    Set<String> methods = new TreeSet<>();
    entries.stream()
        .filter(entry -> entry.template().values(path).isPresent())
        .forEach(entry -> methods.add(entry.operation().method()));
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    if (!methods.isEmpty()) {
      methods.add("OPTIONS");
    }
    return methods;
  }
}
