package dev.assay.contract.path;

import dev.assay.contract.Operation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which operation a method and a path lead to (OpenAPI, Path Templating Matching).
 *
 * @param entries the most specific paths first
 */
public record OperationPaths(List<Entry> entries) {

  /** An operation and where it is. */
  record Entry(PathTemplate template, Operation operation) {}

  /**
   * Where a request leads.
   *
   * @param values of the parameters in its path, as they are sent
   */
  public record Found(Operation operation, Map<String, String> values) {}

  /** Those of these operations. */
  public static OperationPaths of(Collection<Operation> operations) {
    return new OperationPaths(
        operations.stream()
            .map(operation -> new Entry(PathTemplate.of(operation.path()), operation))
            .sorted(Comparator.comparing(Entry::template, PathTemplate.MOST_SPECIFIC_FIRST))
            .toList());
  }

  /**
   * The operation of that method and path; none if there is none.
   *
   * @param path below the base URL, as sent
   */
  public Optional<Found> find(String method, String path) {
    return entries.stream()
        .filter(entry -> entry.operation().method().equals(method))
        .flatMap(
            entry ->
                entry.template().values(path).stream()
                    .map(values -> new Found(entry.operation(), values)))
        .findFirst();
  }

  /** The methods of the operations at that path; none where it is not known. */
  public Set<String> methods(String path) {
    return entries.stream()
        .filter(entry -> entry.template().values(path).isPresent())
        .map(entry -> entry.operation().method())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
