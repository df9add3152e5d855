package dev.assay.load.judge;

import dev.assay.UserException;
import dev.assay.load.measure.Metric;
import dev.assay.yaml.YamlFile;
import dev.assay.yaml.YamlNode.Group;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bound that the user sets; no document states one.
 *
 * @param request the name of what it is about
 * @param metric which figure of it
 * @param atMost whether the bound is an upper one; otherwise it is a lower one
 * @param limit the bound, in the metric's unit, itself allowed
 */
public record Objective(String request, Metric metric, boolean atMost, double limit) {

  private static final double USUAL_ERROR_RATE = 0.01;
  private static final String OBJECTIVES = "objectives";
  private static final Pattern BOUND = Pattern.compile("(<=|>=)\\s*(\\d{1,12}(?:\\.\\d{1,6})?)");

  /**
   * These, and for each request of which they ask nothing that no more than one of a hundred fails.
   *
   * @param requests that are sent
   */
  public static List<Objective> ofAll(Collection<String> requests, List<Objective> given) {
    List<Objective> all = new ArrayList<>(given);
    requests.stream()
        .filter(name -> given.stream().noneMatch(each -> each.request().equals(name)))
        .map(name -> new Objective(name, Metric.ERROR_RATE, true, USUAL_ERROR_RATE))
        .forEach(all::add);
    return List.copyOf(all);
  }

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
   * @param requests the names that there are
   * @throws UserException naming file and line
   */
  public static List<Objective> read(Path file, Collection<String> requests) {
    return of(YamlFile.at(file, OBJECTIVES), requests);
  }

  public static List<Objective> of(YamlFile file, Collection<String> requests) {
    return file.read(OBJECTIVES).only(OBJECTIVES).groups(OBJECTIVES).stream()
        .map(objective -> one(objective, requests))
        .toList();
  }

  private static Objective one(Group objective, Collection<String> requests) {
    objective.only("request", "metric", "bound");
    String request =
        objective
            .required("request")
            .named(
                name -> Optional.of(name).filter(requests::contains), String.join(", ", requests));
    Metric metric = objective.required("metric").named(Metric::named, Metric.names());
    return objective
        .required("bound")
        .as("a bound like `<= 800` or `>= 5`", bound -> of(request, metric, BOUND.matcher(bound)));
  }

  private static Objective of(String request, Metric metric, Matcher bound) {
    return bound.matches()
        ? new Objective(
            request, metric, bound.group(1).equals("<="), Double.parseDouble(bound.group(2)))
        : null;
  }
}
