package dev.assay.suite;

import dev.assay.contract.Clause;
import dev.assay.contract.ClauseId;
import java.util.List;
import java.util.Optional;

/**
 * One concrete request, or a short scripted exchange, and what it must show.
 *
 * @param id path-like, beginning with its operation
 * @param description what is fact where the case passes
 * @param interaction what is sent
 * @param checks what is expected, clause by clause
 * @param skipped why this target cannot be asked, if it cannot
 * @param role when it runs
 * @param base the case whose request it differs from in one thing; it tells nothing where that is
 *     not accepted
 */
public record ConformanceCase(
    String id,
    String description,
    Interaction interaction,
    List<ClauseCheck> checks,
    Optional<String> skipped,
    Role role,
    Optional<String> base) {

  /** One that rests on no other case than the precondition. */
  public ConformanceCase(
      String id,
      String description,
      Interaction interaction,
      List<ClauseCheck> checks,
      Optional<String> skipped,
      Role role) {
    this(id, description, interaction, checks, skipped, role, Optional.empty());
  }

  /** When a case runs. */
  public enum Role {
    /** First: the plain success, without which nothing else proves anything. */
    PRECONDITION,
    /** Beside others. */
    PARALLEL,
    /** After the others and by itself, because it compares what a room holds before and after. */
    EXCLUSIVE
  }

  /** Whether it decides the clause at that path below its operation. */
  public boolean decides(String clausePath) {
    return checks.stream().anyMatch(check -> check.clause().id().path().equals(clausePath));
  }

  /** Whether the prefix names it, a clause that it decides, or a whole segment path above. */
  boolean isUnder(String prefix) {
    return ClauseId.isUnder(id, prefix)
        || checks.stream().anyMatch(check -> check.clause().id().isUnder(prefix));
  }

  /** Whether the documents promise success, so that each request creates a message. */
  public boolean promisesSuccess() {
    return decides("200/status") || decides("200/message-id-unique");
  }

  /** Whether the documents promise a refusal. */
  public boolean promisesRefusal() {
    return checks.stream().map(ClauseCheck::clause).anyMatch(ConformanceCase::isAboutRefusal);
  }

  /** Whether the clause says which requests are refused, or how. */
  public static boolean isAboutRefusal(Clause clause) {
    return clause.id().path().matches("4\\d\\d/.+");
  }
}
