package dev.assay.load.judge;

import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.LoadRequest;
import dev.assay.load.record.Flaw.Kind;
import dev.assay.load.record.Standing;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  private static final Map<Kind, String> ADVICE =
      Map.of(
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

  /** Of operations that accepted nothing, and of those that no longer accept what they did. */
  Stream<String> ofCredentials() {
    return standings.entrySet().stream()
        .flatMap(
            each ->
                (each.getValue().accepted() == 0
                        ? never(each.getKey(), each.getValue())
                        : noLonger(each.getKey(), each.getValue()))
                    .stream());
  }

  private Optional<String> never(String operation, Standing standing) {
    return standing.failures().entrySet().stream()
        .filter(each -> each.getKey() != Kind.NO_ANSWER)
        .filter(each -> 2 * each.getValue().times() > standing.wrong())
        .findFirst()
        .flatMap(
            most ->
                advice(most.getKey(), most.getValue().example(), operation)
                    .map(
                        advice ->
                            "not one request was accepted: %s answered with %s; %s"
                                .formatted(
                                    plan.urls().get(operation),
                                    most.getValue().example(),
                                    advice)));
  }

  private static Optional<String> advice(Kind kind, String example, String operation) {
    Optional<String> advice =
        kind == Kind.REFUSED
            ? Optional.of("check the " + refused(example) + " in services.%s")
            : Optional.ofNullable(ADVICE.get(kind));
    return advice.map(text -> text.formatted(service(operation)));
  }

  private Optional<String> noLonger(String operation, Standing standing) {
    Standing.Failures refused = standing.failures(Kind.REFUSED);
    long before = refused.times() - standing.refusedAtLast();
    if (standing.refusedAtLast() < FEWEST_REFUSALS || 10 * before > MOST_BEFORE * refused.times()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the %s was accepted at first and no longer is: %s answered the last %,d requests with %s; give services.%s one that outlives the run",
            refused(refused.example()),
            plan.urls().get(operation),
            standing.refusedAtLast(),
            refused.example(),
            service(operation)));
  }

  private static String refused(String example) {
    return example.startsWith("status 403") ? "user or room" : "token";
  }

  private static String service(String operation) {
    return Stream.of(LoadRequest.values())
        .filter(request -> request.operation().equals(operation))
        .map(LoadRequest::service)
        .findFirst()
        .orElse(operation);
  }

  /** Of failures that are not the service's own, where most are. */
  Stream<String> ofStrangers() {
    return standings.entrySet().stream()
        .filter(each -> each.getValue().accepted() > 0)
        .flatMap(
            each ->
                Stream.of(Kind.TURNED_AWAY, Kind.UNREAD)
                    .filter(kind -> isMostOf(each.getValue(), kind))
                    .map(kind -> strangers(each.getKey(), kind, each.getValue().failures(kind))));
  }

  private static boolean isMostOf(Standing standing, Kind kind) {
    long failures = standing.wrong() + standing.failures(Kind.NO_ANSWER).times();
    return 2 * standing.failures(kind).times() > failures;
  }

  private String strangers(String operation, Kind kind, Standing.Failures failures) {
    return String.format(
        Locale.ROOT,
        "%s answered %,d times with %s; %s",
        plan.urls().get(operation),
        failures.times(),
        failures.example(),
        advice(kind, failures.example(), operation).orElseThrow());
  }
}
