package dev.assay.compare.baseline;

import java.util.Map;

/**
 * What a case on which the documents are silent was once answered with.
 *
 * @param caseId the case
 * @param seen what stood at each place of the answer, or {@link #VARIES}
 * @param place file and line
 */
public record PinnedResponse(String caseId, Map<String, String> seen, String place) {

  /** What stands for whatever was another each time. */
  static final String VARIES = "(varies)";
}
