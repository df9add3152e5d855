package dev.assay.load.judge;

import dev.assay.load.plan.LoadPlan;
import dev.assay.load.record.Flaw.Kind;
import dev.assay.load.record.Standing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Why the answers of a run do not show how the service holds under load: wrong credentials, a wrong
 * address, or somebody in front of it.
 *
 * @param plan what was sent
 * @param standings what each operation made of what it was sent, by its id
 */
record ServiceDoubts(LoadPlan plan, Map<String, Standing> standings) {

  /** So few refusals at the end may be a coincidence. */
  private static final int FEWEST_REFUSALS = 3;

  /** Of ten refusals, so many may have come before, as from one of several servers. */
  private static final int MOST_BEFORE = 1;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Map<Kind, String> ADVICE =
      Map.of(
          Kind.TOKEN_REFUSED,
          "check the token in services.%s",
          Kind.REFUSED,
          "check %2$s in services.%1$s",
          Kind.REDIRECTED,
          "no redirect is followed, lest credentials go along; if the service is there, set services.%s.baseUrl to it",
          Kind.HELD_BACK,
          "the quota is used up, or the rate is too high for it from the first request on (services.%s)",
          Kind.TURNED_AWAY,
          "something in front of services.%s turns the load generator away: let it through",
          Kind.UNREAD,
          "such answers of services.%s cannot be judged",
          Kind.STRANGE,
          "that is no sign of this service: check services.%s.baseUrl");

  /**
   * Of tokens that are no longer accepted, of operations that accepted nothing, and of those that
   * no longer accept what a request says of who sends and where.
   *
   * @param missed whether an objective was missed: then a single refusal at the end counts
   */
  Stream<String> ofCredentials(boolean missed) {
    Map<String, String> expired = expired(missed ? 1 : FEWEST_REFUSALS);
    return Stream.concat(
        expired.values().stream(),
        standings.entrySet().stream()
            .filter(each -> !expired.containsKey(service(each.getKey())))
            .flatMap(
                each ->
                    (each.getValue().accepted() == 0
                            ? never(each.getKey(), each.getValue())
                            : noLonger(each.getKey(), each.getValue()))
                        .stream()));
  }

  /** By service, whose operations are given the same token. */
  private Map<String, String> expired(int fewest) {
    Map<String, Standing> services = new TreeMap<>();
    standings.forEach(
        (operation, standing) -> services.merge(service(operation), standing, Standing::plus));
    Map<String, String> expired = new TreeMap<>();
    services.forEach(
        (service, standing) -> {
          Standing.Failures refused = standing.failures(Kind.TOKEN_REFUSED);
          if (standing.accepted() > 0 && areAllAtLast(refused, fewest)) {
            expired.put(service, expired(service, refused));
          }
        });
    return expired;
  }

  private static String expired(String service, Standing.Failures refused) {
    return String.format(
        Locale.ROOT,
        "the token was accepted at first and no longer is: services.%s answered %,d requests with %s, as if it had expired at %s UTC; give one that outlives the run, or an auth that renews it",
        service,
        refused.atLast(),
        refused.example(),
        TIME.format(Instant.ofEpochMilli(refused.since())));
  }

  /** From some moment on all were refused. */
  private static boolean areAllAtLast(Standing.Failures refused, int fewest) {
    long before = refused.times() - refused.atLast();
    return refused.atLast() >= fewest && 10 * before <= MOST_BEFORE * refused.times();
  }

  private Optional<String> never(String operation, Standing standing) {
    return standing.failures().entrySet().stream()
        .filter(each -> each.getKey().isAnswered())
        .filter(each -> 2 * each.getValue().times() > standing.wrong())
        .findFirst()
        .flatMap(
            most ->
                advice(most.getKey(), operation)
                    .map(
                        advice ->
                            "not one request was accepted: %s answered with %s; %s"
                                .formatted(
                                    plan.ofOperation(operation).address(),
                                    most.getValue().example(),
                                    advice)));
  }

  private Optional<String> advice(Kind kind, String operation) {
    return Optional.ofNullable(ADVICE.get(kind))
        .map(text -> text.formatted(service(operation), values(operation, " and ")));
  }

  private Optional<String> noLonger(String operation, Standing standing) {
    Standing.Failures refused = standing.failures(Kind.REFUSED);
    if (!areAllAtLast(refused, FEWEST_REFUSALS)) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s was accepted at first and no longer is: %s answered the last %,d requests with %s; give services.%s what outlives the run",
            values(operation, " or "),
            plan.ofOperation(operation).address(),
            refused.atLast(),
            refused.example(),
            service(operation)));
  }

  /** What a request says of who sends and where, by the keys of target files. */
  private String values(String operation, String joining) {
    List<String> values = plan.ofOperation(operation).values();
    return values.isEmpty() ? "what is sent" : String.join(joining, values);
  }

  private String service(String operation) {
    return plan.ofOperation(operation).service();
  }

  /** Of failures that are not the service's own, where most are. */
  Stream<String> ofStrangers() {
    return standings.entrySet().stream()
        .filter(each -> each.getValue().accepted() > 0)
        .flatMap(
            each ->
                Stream.of(Kind.TURNED_AWAY, Kind.UNREAD, Kind.ON_THE_WAY)
                    .filter(kind -> isMostOf(each.getValue(), kind))
                    .map(kind -> strangers(each.getKey(), kind, each.getValue().failures(kind))));
  }

  private static boolean isMostOf(Standing standing, Kind kind) {
    long failures = standing.failures().values().stream().mapToLong(Standing.Failures::times).sum();
    return 2 * standing.failures(kind).times() > failures;
  }

  private String strangers(String operation, Kind kind, Standing.Failures failures) {
    if (kind == Kind.ON_THE_WAY) {
      return String.format(
          Locale.ROOT,
          "%,d requests did not get as far as %s: %s",
          failures.times(),
          plan.ofOperation(operation).address(),
          failures.example().replaceFirst("^on the way: ", ""));
    }
    return String.format(
        Locale.ROOT,
        "%s answered %,d times with %s; %s",
        plan.ofOperation(operation).address(),
        failures.times(),
        failures.example(),
        advice(kind, operation).orElseThrow());
  }
}
