package dev.assay.load.judge;

import dev.assay.UserException;
import dev.assay.load.measure.Metric;
import dev.assay.load.plan.LoadRequest;
import dev.assay.yaml.YamlFile;
import dev.assay.yaml.YamlNode.Group;
import dev.assay.yaml.YamlNode.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bound that the user sets; no document states one.
 *
 * @param request what it is about
 * @param metric which figure of it
 * @param atMost whether the bound is an upper one; otherwise it is a lower one
 * @param limit the bound, in the metric's unit, itself allowed
 */
public record Objective(LoadRequest request, Metric metric, boolean atMost, double limit) {

  private static final String OBJECTIVES = "objectives";
  private static final Pattern BOUND = Pattern.compile("(<=|>=)\\s*(\\d{1,12}(?:\\.\\d{1,6})?)");

  /** As in the file: {@code <= 800}. */
  public String bound() {
    return (atMost ? "<= " : ">= ")
        + BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
  }

  /** Whether that figure keeps the bound. */
  public boolean isMetBy(double actual) {
    return atMost ? actual <= limit : actual >= limit;
  }

  /**
   * Reads them from a file such as {@code contracts/objectives.yaml}.
   *
   * @throws UserException naming file and line
   */
  public static List<Objective> read(Path file) {
    return of(YamlFile.at(file, OBJECTIVES));
  }

  public static List<Objective> of(YamlFile file) {
    Group whole = file.read(OBJECTIVES);
    whole.allowOnly(Set.of(OBJECTIVES));
    List<Objective> objectives = new ArrayList<>();
    for (Group objective : whole.groups(OBJECTIVES)) {
      objectives.add(one(objective));
    }
    return List.copyOf(objectives);
  }

  private static Objective one(Group objective) {
    objective.allowOnly(Set.of("request", "metric", "bound"));
    Value request = objective.value("request");
    Value metric = objective.value("metric");
    Value bound = objective.value("bound");
    Matcher matcher = BOUND.matcher(bound.content());
    if (!matcher.matches()) {
      throw bound.flaw("must look like `<= 800` or `>= 5`, not `" + bound.content() + "`");
    }
    return new Objective(
        LoadRequest.named(request.content())
            .orElseThrow(() -> unknown(request, LoadRequest.names())),
        Metric.named(metric.content()).orElseThrow(() -> unknown(metric, Metric.names())),
        matcher.group(1).equals("<="),
        Double.parseDouble(matcher.group(2)));
  }

  private static UserException unknown(Value name, String known) {
    return name.flaw("`%s` does not exist; known are %s".formatted(name.text(), known));
  }
}
