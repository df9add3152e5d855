package dev.assay.verdict;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a case found out about a clause, the least telling first. */
public enum Outcome {
  /** The documents are silent; what happened is recorded. */
  INFO,
  /** It holds. */
  PASS,
  /** The target file declares that it cannot be checked there. */
  SKIP,
  /** It is broken, as a baseline says: somebody owns it, and it has a date. */
  KNOWN,
  /** An implied clause is broken, or an answer is unnatural where the documents are silent. */
  WARN,
  /** The harness or the connection could not decide. */
  ERROR,
  /** A stated clause is broken. */
  FAIL;

  /** The most telling of them, if there is any. */
  public static Optional<Outcome> worst(Collection<Outcome> outcomes) {
    return outcomes.stream().max(Comparator.naturalOrder());
  }
}
