package dev.assay.baseline;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A clause that one environment is known to break.
 *
 * @param clause its id
 * @param caseId the only case in which it may be broken; every case of the clause without one
 * @param owner who is to mend it
 * @param reason why it is not mended yet
 * @param expires the last day, in UTC, on which it is forgiven
 * @param place file and line
 */
public record Deviation(
    String clause,
    Optional<String> caseId,
    String owner,
    String reason,
    LocalDate expires,
    String place) {

  boolean isExpired(LocalDate today) {
    return today.isAfter(expires);
  }

  boolean covers(String clauseId, String id) {
    return clause.equals(clauseId) && caseId.map(id::equals).orElse(true);
  }

  String remark() {
    return "%s, until %s: %s".formatted(owner, expires, reason);
  }

  String where() {
    return clause + caseId.map(id -> " in " + id).orElse("");
  }
}
