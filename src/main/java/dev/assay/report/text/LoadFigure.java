package dev.assay.report.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A figure that the reports of a load show of each request, a column each. */
public enum LoadFigure {
  P50("p50", "ms"),
  P95("p95", "ms"),
  P99("p99", "ms"),
  P999("p99.9", "ms"),
  MAX("max", "ms"),
  THROUGHPUT("ok per s", "");

  private final String title;
  private final String unit;

  LoadFigure(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  /** What stands above its column. */
  public String title() {
    return title;
  }

  /** Its title with the unit, where nothing else says it. */
  public String titleWithUnit() {
    return (title + " " + unit).strip();
  }

  /**
   * The figures of a request in a line, each with its title.
   *
   * @param request as {@code load.json} has it
   */
  public static String line(Map<?, ?> request) {
    Map<String, List<LoadFigure>> byUnit =
        Stream.of(values())
            .collect(
                Collectors.groupingBy(each -> each.unit, LinkedHashMap::new, Collectors.toList()));
    return byUnit.entrySet().stream()
        .map(
            figures ->
                figures.getValue().stream()
                        .map(each -> each.said(request))
                        .collect(Collectors.joining("  "))
                    + (" " + figures.getKey()).stripTrailing())
        .collect(Collectors.joining("   "));
  }

  /**
   * The figures of a request in the order of the columns; of nothing there are none.
   *
   * @param request as {@code load.json} has it
   */
  static List<String> of(Map<?, ?> request) {
    return Stream.of(values()).map(each -> each.written(request)).toList();
  }

  private String said(Map<?, ?> request) {
    return unit.isEmpty() ? written(request) + " " + title : title + " " + written(request);
  }

  private String written(Map<?, ?> request) {
    return ((Number) request.get("count")).longValue() > 0
        ? String.format(Locale.ROOT, "%.1f", in(request))
        : "–";
  }

  private Double in(Map<?, ?> request) {
    return this == THROUGHPUT
        ? (Double) request.get("throughput")
        : (Double) ((Map<?, ?>) request.get("latencyMs")).get(name().toLowerCase(Locale.ROOT));
  }
}
