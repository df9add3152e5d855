package dev.assay.compare.baseline;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.compare.observation.Observation;
import dev.assay.contract.Level;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A baseline made of a run, for people to fill in. */
public final class BaselineDraft {

  private static final Set<Outcome> BROKEN = EnumSet.of(Outcome.FAIL, Outcome.WARN);

  private static final Pattern UNSEEN =
      Pattern.compile("[\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff]");

  private BaselineDraft() {}

  /** The ids of the cases of which the draft says something. */
  public static Set<String> caseIds(Run run) {
    Set<String> ids = new LinkedHashSet<>(silent(run));
    broken(run).keySet().forEach(place -> ids.add(place.caseId()));
    return ids;
  }

  private static List<String> silent(Run run) {
    return run.cases().stream()
        .filter(result -> result.verdicts().stream().anyMatch(BaselineDraft::isObserved))
        .map(CaseResult::id)
        .distinct()
        .toList();
  }

  private static boolean isObserved(Verdict verdict) {
    return verdict.clause().level() == Level.SILENT && verdict.outcome() == Outcome.INFO;
  }

  /**
   * The text of a baseline with every failure of the run, and with what both runs saw where the
   * documents are silent.
   *
   * @param again another run of those {@linkplain #caseIds cases}: what it saw otherwise is not
   *     laid down
   * @param expires proposed for each known violation
   */
  public static String of(Run run, Run again, LocalDate expires) {
    StringBuilder text = new StringBuilder();
    text.append("# What is known of ").append(TextNode.valueOf(run.info().target())).append(".\n");
    text.append("# Say who owns each deviation and why it is there; remove what is none.\n");
    Map<Place, Observation> broken = broken(run);
    Map<Place, Observation> brokenAgain = broken(again);
    text.append("deviations:").append(broken.isEmpty() ? " []\n" : "\n");
    broken.forEach(
        (place, first) ->
            seen(first, Optional.ofNullable(brokenAgain.get(place)))
                .forEach(seen -> text.append(entry(place, expires, seen))));
    Map<String, Map<String, String>> pinned = pinned(run, again);
    text.append("observations:").append(pinned.isEmpty() ? " {}\n" : "\n");
    pinned.forEach((id, seen) -> text.append("  ").append(group("  ", quoted(id), seen)));
    return text.toString();
  }

  private static String entry(Place place, LocalDate expires, Map<String, String> seen) {
    return """
          - clause: %s
            case: %s
            owner: %s
            reason: %s
            expires: %s
        """
            .formatted(
                place.clause(),
                quoted(place.caseId()),
                BaselineReader.PLACEHOLDER,
                BaselineReader.PLACEHOLDER,
                expires)
        + "    "
        + group("    ", "seen", seen);
  }

  private static String group(String indent, String key, Map<String, String> values) {
    StringBuilder text = new StringBuilder(key + ":\n");
    values.forEach(
        (at, value) -> text.append(indent + "  " + quoted(at) + ": " + quoted(value) + "\n"));
    return text.toString();
  }

  private record Place(String clause, String caseId) {}

  private static Map<Place, Observation> broken(Run run) {
    Map<Place, Observation> broken = new LinkedHashMap<>();
    for (CaseResult result : run.cases()) {
      for (Verdict verdict : result.verdicts()) {
        if (BROKEN.contains(verdict.outcome())) {
          broken.putIfAbsent(
              new Place(verdict.clause().id().value(), result.id()),
              Observation.of(verdict, result));
        }
      }
    }
    return broken;
  }

  /**
   * What is broken in two ways has two entries; what varies in one way is described less exactly.
   */
  private static List<Map<String, String>> seen(Observation first, Optional<Observation> second) {
    if (second.isEmpty() || second.get().described().equals(first.described())) {
      return List.of(first.described());
    }
    Observation other = second.get();
    if (!other.describe("status").equals(first.describe("status"))
        || !other.answered().equals(first.answered())) {
      return List.of(first.described(), other.described());
    }
    Map<String, String> seen = new LinkedHashMap<>();
    for (String place : first.answered()) {
      seen.put(place, first.describedAlike(place, other).orElse(Observation.VARIES));
    }
    return List.of(seen);
  }

  private static Map<String, Map<String, String>> pinned(Run run, Run again) {
    Map<String, Map<String, String>> pinned = new LinkedHashMap<>();
    for (String id : silent(run)) {
      Map<String, String> first = seen(run, id);
      Map<String, String> second = seen(again, id);
      first.replaceAll((at, text) -> text.equals(second.get(at)) ? text : Observation.VARIES);
      second.keySet().forEach(at -> first.putIfAbsent(at, Observation.VARIES));
      if (!first.isEmpty()) {
        pinned.put(id, first);
      }
    }
    return pinned;
  }

  private static Map<String, String> seen(Run run, String id) {
    return run.cases().stream()
        .filter(result -> result.id().equals(id))
        .flatMap(result -> Observation.of(result).stream())
        .findFirst()
        .map(Observation::described)
        .orElseGet(LinkedHashMap::new);
  }

  /** In double quotes, which YAML reads as JSON does; it allows fewer characters. */
  private static String quoted(String text) {
    return UNSEEN
        .matcher(TextNode.valueOf(text).toString())
        .replaceAll(match -> "\\\\u" + HexFormat.of().toHexDigits(match.group().charAt(0)));
  }
}
