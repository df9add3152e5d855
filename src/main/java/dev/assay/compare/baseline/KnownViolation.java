package dev.assay.compare.baseline;

import dev.assay.compare.observation.Change;
import dev.assay.compare.observation.Observation;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A clause that one environment is known to break.
 *
 * @param clause its id
 * @param caseId the only case in which it may be broken; every case of the clause without one
 * @param owner who is to mend it
 * @param reason why it is not mended yet
 * @param expires the last day, in UTC, on which it is forgiven
 * @param seen how it showed itself, place by place; empty if however it does is known
 * @param place file and line
 */
public record KnownViolation(
    String clause,
    Optional<String> caseId,
    String owner,
    String reason,
    LocalDate expires,
    Map<String, String> seen,
    String place) {

  /** Keeps a copy. */
  public KnownViolation {
    seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
  }

  boolean isExpired(LocalDate today) {
    return today.isAfter(expires);
  }

  boolean covers(String clauseId, String id) {
    return clause.equals(clauseId) && caseId.map(id::equals).orElse(true);
  }

  /** What shows itself in another way than when it became known. */
  List<Change> changes(Observation now) {
    return Change.inPart(seen, now);
  }

  String remark() {
    return "%s, until %s: %s".formatted(owner, expires, reason);
  }

  String where() {
    return clause + caseId.map(id -> " in " + id).orElse("");
  }
}
