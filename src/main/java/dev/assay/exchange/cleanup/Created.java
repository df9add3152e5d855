package dev.assay.exchange.cleanup;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

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
   * @param redactor replaces the credentials
   */
  public static Created of(
      String target, Creation creation, UnaryOperator<String> redactor, Fate fate, String why) {
    return new Created(
        target,
        creation.service(),
        creation.operation(),
        creation.caseId(),
        creation.sentAt(),
        creation.status(),
        shown(creation.ids(), redactor),
        shown(creation.sent().byName(), redactor),
        fate,
        redactor.apply(why));
  }

  private static Map<String, String> shown(
      Map<String, String> values, UnaryOperator<String> redactor) {
    Map<String, String> shown = new TreeMap<>();
    values.forEach((name, value) -> shown.put(redactor.apply(name), redactor.apply(value)));
    return shown;
  }
}
