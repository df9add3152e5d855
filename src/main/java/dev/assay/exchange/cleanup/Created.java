package dev.assay.exchange.cleanup;

import dev.assay.exchange.record.Recorder;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that a run made, as it may be shown: every credential in it is replaced.
 *
 * @param target where
 * @param service its key in target files
 * @param operation what made it
 * @param caseId what it was sent for
 * @param at when it was sent
 * @param status of the answer
 * @param ids by which the answer names it
 * @param sent what the request said, by name
 * @param fate what became of it
 * @param why how that is known
 */
public record Created(
    String target,
    String service,
    String operation,
    String caseId,
    Instant at,
    int status,
    Map<String, String> ids,
    Map<String, String> sent,
    Fate fate,
    String why) {

  /**
   * Of that creation.
   *
   * @param recorder replaces the credentials
   */
  public static Created of(
      String target, Creation creation, Recorder recorder, Fate fate, String why) {
    return new Created(
        target,
        creation.service(),
        creation.operation(),
        creation.caseId(),
        creation.sentAt(),
        creation.status(),
        shown(creation.ids(), recorder),
        shown(creation.sent().byName(), recorder),
        fate,
        recorder.text(why));
  }

  private static Map<String, String> shown(Map<String, String> values, Recorder recorder) {
    Map<String, String> shown = new TreeMap<>();
    values.forEach((name, value) -> shown.put(recorder.text(name), recorder.text(value)));
    return shown;
  }
}
