package dev.assay.suite;

import dev.assay.contract.Clause;
import dev.assay.contract.ClauseId;
import dev.assay.contract.Operation;
import dev.assay.exchange.Request;
import dev.assay.request.AnonymousRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All cases of one operation.
 *
 * @param operation what is checked
 * @param clauses the clauses that its cases are to decide, in document order
 * @param cases in document order; the first is the precondition
 * @param refusals what the documents say of refusals
 * @param sign by what the service is recognised
 * @param reviews what only all of its cases together show
 * @param unlinked why nothing can be asked of it though it should be, if a link gave no value
 */
public record OperationSuite(
    Operation operation,
    List<Clause> clauses,
    List<ConformanceCase> cases,
    DocumentedErrors refusals,
    SuccessSign sign,
    List<Review> reviews,
    Optional<String> unlinked) {

  /** One that can be asked, or is left out. */
  public OperationSuite(
      Operation operation,
      List<Clause> clauses,
      List<ConformanceCase> cases,
      DocumentedErrors refusals,
      SuccessSign sign,
      List<Review> reviews) {
    this(operation, clauses, cases, refusals, sign, reviews, Optional.empty());
  }

  /** The plain success, without which nothing else proves anything. */
  public ConformanceCase precondition() {
    return cases.get(0);
  }

  /** Why nothing is asked of it, if nothing is: its only case is skipped. */
  public Optional<String> leftOut() {
    return precondition().skipped();
  }

  /** The request without what shows who sends it. */
  public Request anonymous(Request request) {
    return AnonymousRequest.of(request, operation.security());
  }

  /** All of those cases, which decide the clauses of their operation. */
  public static OperationSuite whole(CaseList cases, List<Review> reviews) {
    Operation operation = cases.decided();
    return new OperationSuite(
        operation,
        operation.clauses(),
        cases.toList(),
        DocumentedErrors.of(operation),
        SuccessSign.of(operation),
        reviews);
  }

  /** The same, of which nothing can be asked for that reason. */
  public OperationSuite unlinked(String why) {
    return new OperationSuite(operation, clauses, cases, refusals, sign, reviews, Optional.of(why));
  }

  /** The cases under one of the prefixes, by their own id or by a clause, and the precondition. */
  OperationSuite selected(List<String> prefixes) {
    boolean mayBeMeant = prefixes.stream().anyMatch(p -> ClauseId.isUnder(p, operation.id()));
    if (unlinked.isPresent() && mayBeMeant) {
      return this;
    }
    List<ConformanceCase> chosen =
        cases.stream().filter(c -> prefixes.stream().anyMatch(c::isUnder)).toList();
    return of(chosen, clause -> prefixes.stream().anyMatch(clause.id()::isUnder));
  }

  /** The cases that are wanted, and the precondition. */
  OperationSuite keeping(Predicate<ConformanceCase> wanted) {
    return of(cases.stream().filter(wanted).toList(), clause -> false);
  }

  /**
   * These cases with the precondition; their clauses are what they decide and what is asked for
   * anyway.
   */
  private OperationSuite of(List<ConformanceCase> chosen, Predicate<Clause> anyway) {
    Set<ClauseId> decided =
        chosen.stream()
            .flatMap(c -> c.checks().stream())
            .map(check -> check.clause().id())
            .collect(Collectors.toSet());
    List<Clause> shorter =
        clauses.stream()
            .filter(clause -> decided.contains(clause.id()) || anyway.test(clause))
            .toList();
    return new OperationSuite(
        operation, shorter, withPrecondition(chosen), refusals, sign, reviews, unlinked);
  }

  private List<ConformanceCase> withPrecondition(List<ConformanceCase> chosen) {
    if (chosen.isEmpty() || chosen.contains(precondition())) {
      return chosen;
    }
    List<ConformanceCase> all = new ArrayList<>(List.of(precondition()));
    all.addAll(chosen);
    return List.copyOf(all);
  }
}
