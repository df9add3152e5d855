package dev.assay.load;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private static final Pattern BOUND = Pattern.compile("(<=|>=)\\s*(\\d+(?:\\.\\d+)?)");

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
   * @throws InvalidLoadException naming file and line
   */
  public static List<Objective> read(Path file) throws InvalidLoadException {
    return read(SettingsFile.read(file));
  }

  static List<Objective> read(Setting whole) throws InvalidLoadException {
    List<Objective> objectives = new ArrayList<>();
    for (Setting item : whole.member(whole.members(Set.of("objectives")), "objectives").items()) {
      objectives.add(one(item));
    }
    return List.copyOf(objectives);
  }

  private static Objective one(Setting item) throws InvalidLoadException {
    Map<String, Setting> members = item.members(Set.of("request", "metric", "bound"));
    Setting request = item.member(members, "request");
    Setting metric = item.member(members, "metric");
    Setting bound = item.member(members, "bound");
    String requestName = request.text();
    String metricName = metric.text();
    Matcher matcher = BOUND.matcher(bound.text());
    if (!matcher.matches()) {
      throw bound.flaw("must look like `<= 800` or `>= 5`, not `" + bound.text() + "`");
    }
    return new Objective(
        LoadRequest.named(requestName)
            .orElseThrow(
                () ->
                    request.flaw(
                        "`%s` does not exist; known are %s"
                            .formatted(requestName, LoadRequest.names()))),
        Metric.named(metricName)
            .orElseThrow(
                () ->
                    metric.flaw(
                        "`%s` does not exist; known are %s".formatted(metricName, Metric.names()))),
        matcher.group(1).equals("<="),
        Double.parseDouble(matcher.group(2)));
  }
}
