package dev.assay.suite;

import dev.assay.contract.Clause;
import dev.assay.exchange.Client;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.RestAssuredClient;
import dev.assay.exchange.Target;
import dev.assay.suite.ConformanceCase.Role;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Members;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Plays suites against a target: the controls first, then everything else side by side, then what
 * must be alone, and last what only the whole run can show.
 */
public final class SuiteRunner {

  private static final int LIGHT_THREADS = 8;
  private static final int HEAVY_THREADS = 2;
  private static final long HEAVY_BYTES = 4L << 20;

  private final Target target;
  private final Progress progress;

  /**
   * A runner for that target.
   *
   * @param progress is told about each case
   */
  public SuiteRunner(Target target, Progress progress) {
    this.target = target;
    this.progress = progress;
  }

  /**
   * Plays the suites and returns all verdicts.
   *
   * @param version of Assay, for the record
   * @param strict whether a WARN is to count as a FAIL
   */
  public Run run(List<ServiceSuite> services, String version, boolean strict)
      throws InterruptedException {
    Instant startedAt = Instant.now();
    List<CaseResult> results = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    List<Clause> ledger = new ArrayList<>();
    for (ServiceSuite service : services) {
      service.operations().forEach(suite -> ledger.addAll(suite.operation().clauses()));
    }
    ExecutorService light = Executors.newFixedThreadPool(LIGHT_THREADS);
    ExecutorService heavy = Executors.newFixedThreadPool(HEAVY_THREADS);
    List<Client> clients = new ArrayList<>();
    try {
      List<OperationRun> runs = new ArrayList<>();
      for (ServiceSuite service : services) {
        Client client =
            new RestAssuredClient(service.secrets(), service.baseUrls(), target.limits());
        clients.add(client);
        service
            .operations()
            .forEach(suite -> runs.add(new OperationRun(suite, service.service(), client)));
      }
      for (OperationRun run : await(runs, run -> light.submit(run::control))) {
        run.problem().ifPresent(problems::add);
      }
      beside(runs, light, heavy);
      runs.forEach(OperationRun::alone);
      runs.forEach(run -> results.addAll(run.results()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("a case could not be played", e);
    } finally {
      light.shutdownNow();
      heavy.shutdownNow();
      clients.forEach(Client::close);
    }
    return new Run(
        target.name(),
        version,
        startedAt,
        Duration.between(startedAt, Instant.now()),
        ledger,
        results,
        problems.stream().distinct().toList(),
        strict);
  }

  /** The longest first, so that nothing long is left at the end. */
  private static void beside(List<OperationRun> runs, ExecutorService light, ExecutorService heavy)
      throws InterruptedException, ExecutionException {
    List<Future<?>> futures = new ArrayList<>();
    runs.stream()
        .flatMap(run -> run.ordinary().stream().map(c -> Map.entry(run, c)))
        .sorted(Comparator.comparing(entry -> !entry.getValue().script().waits()))
        .forEach(
            entry -> {
              boolean large = entry.getValue().script().bytes() > HEAVY_BYTES;
              futures.add(
                  (large ? heavy : light).submit(() -> entry.getKey().play(entry.getValue())));
            });
    for (Future<?> future : futures) {
      future.get();
    }
  }

  private interface Submission {
    Future<?> of(OperationRun run);
  }

  private static List<OperationRun> await(List<OperationRun> runs, Submission submission)
      throws InterruptedException, ExecutionException {
    List<Future<?>> futures = runs.stream().<Future<?>>map(submission::of).toList();
    for (Future<?> future : futures) {
      future.get();
    }
    return runs;
  }

  /** One operation on its way. */
  private final class OperationRun {

    private final OperationSuite suite;
    private final String service;
    private final Client client;
    private final Map<String, CaseResult> results = new LinkedHashMap<>();
    private Optional<String> problem = Optional.empty();

    OperationRun(OperationSuite suite, String service, Client client) {
      this.suite = suite;
      this.service = service;
      this.client = client;
    }

    Optional<String> problem() {
      return problem;
    }

    void control() {
      CaseResult result = played(suite.control());
      problem = new Recognition(suite, service).problem(result, client);
      keep(problem.map(why -> undecided(result, why)).orElse(result));
    }

    /**
     * The cases beside which others may run; none if the control showed that nothing can be proven.
     */
    List<ConformanceCase> ordinary() {
      return problem.isPresent() ? List.of() : of(Role.ORDINARY);
    }

    void alone() {
      if (problem.isEmpty()) {
        of(Role.ALONE).forEach(this::play);
        wholeRun();
      }
    }

    void play(ConformanceCase c) {
      keep(played(c));
    }

    private List<ConformanceCase> of(Role role) {
      return suite.cases().stream().filter(c -> c.role() == role).toList();
    }

    private synchronized void keep(CaseResult result) {
      results.put(result.id(), result);
      progress.finished(result);
    }

    private CaseResult played(ConformanceCase c) {
      Instant startedAt = Instant.now();
      List<Exchange> exchanges = c.skipped().isPresent() ? List.of() : exchanges(c.script());
      List<Verdict> verdicts =
          c.skipped().isPresent() ? List.of() : verdicts(c.checks(), exchanges);
      return new CaseResult(
          c.id(),
          c.description(),
          c.checks().stream().map(Check::clause).distinct().toList(),
          verdicts,
          c.skipped(),
          exchanges,
          startedAt,
          Duration.between(startedAt, Instant.now()));
    }

    private List<Exchange> exchanges(Script script) {
      try {
        return script.player().play(script.planned(), client);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return List.of();
      }
    }

    private static List<Verdict> verdicts(List<Check> checks, List<Exchange> exchanges) {
      return checks.stream()
          .map(check -> Verdict.of(check.clause(), check.expectation(), exchanges))
          .flatMap(Optional::stream)
          .toList();
    }

    /** What only the whole run can show: no two documented successes share their id. */
    private void wholeRun() {
      if (suite.uniqueMember().isEmpty()) {
        return;
      }
      List<Exchange> successes =
          suite.cases().stream()
              .filter(ConformanceCase::promisesSuccess)
              .map(c -> results.get(c.id()))
              .flatMap(result -> result.exchanges().stream())
              .toList();
      Clause clause = suite.operation().clause("200/message-id-unique");
      Instant now = Instant.now();
      Verdict.of(clause, Members.distinct(suite.uniqueMember()), successes)
          .ifPresent(
              verdict ->
                  keep(
                      new CaseResult(
                          clause.id() + "/whole-run",
                          "no two messages of the whole run share their id",
                          List.of(clause),
                          List.of(verdict),
                          Optional.empty(),
                          List.of(),
                          now,
                          Duration.ZERO)));
    }

    /** What the control showed is no verdict about the service. */
    private static CaseResult undecided(CaseResult result, String why) {
      List<Verdict> verdicts =
          result.verdicts().stream()
              .map(
                  v ->
                      new Verdict(
                          v.clause(),
                          Outcome.ERROR,
                          v.expected(),
                          why,
                          result.exchanges().stream().findFirst()))
              .toList();
      return new CaseResult(
          result.id(),
          result.description(),
          result.clauses(),
          verdicts,
          result.skipped(),
          result.exchanges(),
          result.startedAt(),
          result.duration());
    }

    /** In the order of the suite, what the whole run showed last. */
    List<CaseResult> results() {
      List<CaseResult> ordered = new ArrayList<>();
      suite.cases().forEach(c -> Optional.ofNullable(results.get(c.id())).ifPresent(ordered::add));
      results.values().stream().filter(r -> !ordered.contains(r)).forEach(ordered::add);
      return ordered;
    }
  }
}
