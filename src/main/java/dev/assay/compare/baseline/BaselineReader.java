package dev.assay.compare.baseline;

import dev.assay.UserException;
import dev.assay.yaml.YamlFile;
import dev.assay.yaml.YamlNode;
import dev.assay.yaml.YamlNode.Group;
import dev.assay.yaml.YamlNode.Value;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads baselines: YAML whose unknown keys, clauses and cases are errors. */
public final class BaselineReader {

  /** What stands for what only a person can say. */
  static final String PLACEHOLDER = "TODO";

  private static final Pattern PLACE = Pattern.compile("status|found|body([.\\[].*)?");

  private final CaseCatalog repertoire;

  /** A reader that knows what can be listed. */
  public BaselineReader(CaseCatalog repertoire) {
    this.repertoire = repertoire;
  }

  /**
   * The baseline in that file.
   *
   * @throws UserException if it cannot be read or understood, naming file and line
   */
  public Baseline read(Path file) {
    Group root = YamlFile.at(file, "baseline").read("deviations: []");
    root.allowOnly(Set.of("deviations", "observations"));
    List<KnownViolation> deviations = new ArrayList<>();
    if (root.has("deviations")) {
      for (Group entry : root.groups("deviations")) {
        deviations.add(deviation(entry));
      }
    }
    return new Baseline(
        deviations, root.has("observations") ? pins(root.group("observations")) : List.of());
  }

  private KnownViolation deviation(Group entry) {
    entry.allowOnly(Set.of("clause", "case", "owner", "reason", "expires", "seen"));
    Value clause = entry.value("clause");
    Set<String> cases = repertoire.cases().get(clause.text());
    if (cases == null) {
      throw flaw(clause, "names no clause: `%s`; `assay clauses` lists them");
    }
    Optional<String> caseId = Optional.empty();
    if (entry.has("case")) {
      Value named = entry.value("case");
      if (!cases.contains(named.text())) {
        throw flaw(
            named, "names no case of " + clause.text() + ": `%s`; `assay clauses` lists them");
      }
      caseId = Optional.of(named.text());
    }
    return new KnownViolation(
        clause.text(),
        caseId,
        filledIn(entry.value("owner")),
        filledIn(entry.value("reason")),
        date(entry.value("expires")),
        entry.has("seen") ? symptom(entry.group("seen")) : Map.of(),
        place(clause));
  }

  private static Map<String, String> symptom(Group seen) {
    Map<String, String> told = told(seen);
    for (String at : told.keySet()) {
      if (!PLACE.matcher(at).matches()) {
        throw seen.value(at)
            .place()
            .flaw(
                "`%s` in deviations.seen is no place of an answer; give status, body, body.MEMBER or found"
                    .formatted(at));
      }
    }
    return told;
  }

  private static String filledIn(Value value) {
    if (value.text().isBlank() || value.text().strip().startsWith(PLACEHOLDER)) {
      throw flaw(value, "is not filled in: `%s`; only people can say it");
    }
    return value.text().strip();
  }

  private static LocalDate date(Value value) {
    try {
      return LocalDate.parse(value.text());
    } catch (DateTimeParseException e) {
      throw flaw(value, "must be a date like 2026-12-31, not `%s`");
    }
  }

  private List<PinnedResponse> pins(Group observations) {
    List<PinnedResponse> pins = new ArrayList<>();
    for (Map.Entry<String, YamlNode> entry : observations.members().entrySet()) {
      YamlNode.Place place = entry.getValue().place();
      if (!repertoire.silent().contains(entry.getKey())) {
        throw place.flaw(
            "`%s` is no case on which the documents are silent; `assay clauses` lists them"
                .formatted(entry.getKey()));
      }
      Map<String, String> told = told(observations.group(entry.getKey()));
      pins.add(new PinnedResponse(entry.getKey(), told, place.file() + ", line " + place.line()));
    }
    return pins;
  }

  private static Map<String, String> told(Group seen) {
    Map<String, String> told = new LinkedHashMap<>();
    for (String at : seen.members().keySet()) {
      told.put(at, seen.value(at).text());
    }
    return told;
  }

  private static String place(Value value) {
    return value.place().file() + ", line " + value.place().line();
  }

  private static UserException flaw(Value value, String what) {
    return value.flaw(what.formatted(value.text()));
  }
}
