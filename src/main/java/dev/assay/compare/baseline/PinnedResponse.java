package dev.assay.compare.baseline;

import dev.assay.compare.observation.Change;
import dev.assay.compare.observation.Observation;
import java.util.List;
import java.util.Map;

/**
 * What a case on which the documents are silent was once answered with.
 *
 * @param caseId the case
 * @param seen what stood at each place of the answer, or {@link Observation#VARIES}
 * @param place file and line
 */
public record PinnedResponse(String caseId, Map<String, String> seen, String place) {

  List<Change> changes(Observation now) {
    return Change.inWhole(seen, now);
  }
}
