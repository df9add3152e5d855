package dev.assay.suite;

import dev.assay.contract.Operation;
import java.util.List;
import java.util.Set;

/**
 * All cases of one operation.
 *
 * @param operation what is checked
 * @param cases in document order; the first is the control
 * @param refusals what the documents say of refusals
 * @param successMembers the members of a documented success, by which the service is recognised
 * @param uniqueMember the member that must differ between all answers of a run, or empty
 */
public record OperationSuite(
    Operation operation,
    List<ConformanceCase> cases,
    DocumentedRefusals refusals,
    Set<String> successMembers,
    String uniqueMember) {

  /** The plain success, without which nothing else proves anything. */
  ConformanceCase control() {
    return cases.get(0);
  }

  /** The cases under one of the prefixes, by their own id or by a clause, and the control. */
  OperationSuite selected(List<String> prefixes) {
    List<ConformanceCase> chosen =
        cases.stream()
            .filter(c -> prefixes.stream().anyMatch(prefix -> isUnder(c, prefix)))
            .toList();
    if (chosen.isEmpty() || chosen.contains(control())) {
      return with(chosen);
    }
    List<ConformanceCase> all = new java.util.ArrayList<>(List.of(control()));
    all.addAll(chosen);
    return with(all);
  }

  private static boolean isUnder(ConformanceCase c, String prefix) {
    String path = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    return c.id().equals(path)
        || c.id().startsWith(path + "/")
        || c.checks().stream().anyMatch(check -> check.clause().id().isUnder(path));
  }

  private OperationSuite with(List<ConformanceCase> chosen) {
    return new OperationSuite(operation, chosen, refusals, successMembers, uniqueMember);
  }
}
