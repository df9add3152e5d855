package dev.assay.compare.baseline;

import dev.assay.UserException;
import dev.assay.yaml.YamlFile;
import dev.assay.yaml.YamlNode.Group;
import dev.assay.yaml.YamlNode.Place;
import dev.assay.yaml.YamlNode.Value;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads baselines: YAML whose unknown keys, clauses and cases are errors. */
public final class BaselineReader {

  /** What stands for what only a person can say. */
  static final String PLACEHOLDER = "TODO";

  private static final Pattern PLACE = Pattern.compile("status|found|body([.\\[].*)?");

  private final CaseCatalog catalog;

  /** A reader that knows what can be listed. */
  public BaselineReader(CaseCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The baseline in that file.
   *
   * @throws UserException if it cannot be read or understood, naming file and line
   */
  public Baseline read(Path file) {
    Group root =
        YamlFile.at(file, "baseline").read("deviations: []").only("deviations", "observations");
    List<Group> violations = root.has("deviations") ? root.groups("deviations") : List.of();
    Group pinned = root.groupOrEmpty("observations");
    return new Baseline(
        violations.stream().map(this::violation).toList(),
        List.copyOf(pinned.each(caseId -> pinned(caseId, pinned)).values()));
  }

  private KnownViolation violation(Group entry) {
    entry.only("clause", "case", "owner", "reason", "expires", "seen");
    Value clause = entry.required("clause");
    Set<String> cases = catalog.cases().get(clause.text());
    if (cases == null) {
      throw clause.flaw(
          "names no clause: `%s`; `assay clauses` lists them".formatted(clause.text()));
    }
    return new KnownViolation(
        clause.text(),
        entry.optional("case").map(value -> caseId(value, clause, cases)),
        filledIn(entry.required("owner")),
        filledIn(entry.required("reason")),
        entry.required("expires").as("a date like 2026-12-31", LocalDate::parse),
        symptom(entry.groupOrEmpty("seen")),
        clause.place().fileAndLine());
  }

  private static String caseId(Value value, Value clause, Set<String> cases) {
    if (!cases.contains(value.text())) {
      throw value.flaw(
          "names no case of %s: `%s`; `assay clauses` lists them"
              .formatted(clause.text(), value.text()));
    }
    return value.text();
  }

  private static Map<String, String> symptom(Group seen) {
    return seen.each(
        at -> {
          Value value = seen.required(at);
          if (!PLACE.matcher(at).matches()) {
            throw value
                .place()
                .flaw(
                    "`%s` in deviations.seen is no place of an answer; give status, body, body.MEMBER or found"
                        .formatted(at));
          }
          return value.text();
        });
  }

  private static String filledIn(Value value) {
    if (value.text().isBlank() || value.text().strip().startsWith(PLACEHOLDER)) {
      throw value.flaw("is not filled in: `%s`; only people can say it".formatted(value.text()));
    }
    return value.text().strip();
  }

  private PinnedResponse pinned(String caseId, Group observations) {
    Place place = observations.members().get(caseId).place();
    if (!catalog.silent().contains(caseId)) {
      throw place.flaw(
          "`%s` is no case on which the documents are silent; `assay clauses` lists them"
              .formatted(caseId));
    }
    Group seen = observations.group(caseId);
    return new PinnedResponse(
        caseId, seen.each(at -> seen.required(at).text()), place.fileAndLine());
  }
}
