package dev.assay.suite.run;

import dev.assay.RunInfo;
import dev.assay.contract.Contract;
import dev.assay.contract.Operation;
import dev.assay.contract.path.OperationPaths;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.record.Recorder;
import dev.assay.exchange.secret.Secrets;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.derive.ResponseChecks;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Evidence;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Judges exchanges that somebody else makes, one by one. Safe for use by several threads. */
public final class ExchangeJudge {

  private static final Set<String> CREDENTIALS =
      Set.of("authorization", "proxy-authorization", "cookie");

  private final Contract contract;
  private final OperationPaths paths;
  private final RunInfo begun;
  private final Map<String, ResponseChecks> operations = new LinkedHashMap<>();
  private final List<CaseResult> results = new ArrayList<>();

  /**
   * One that has seen nothing yet.
   *
   * @param skew how far the service's clock may be off
   * @param version of Assay
   */
  public ExchangeJudge(Contract contract, Duration skew, String version) {
    this.contract = contract;
    this.paths = OperationPaths.of(contract.operations());
    this.begun = RunInfo.starting(version, contract.service());
    contract
        .operations()
        .forEach(operation -> operations.put(operation.id(), asked(operation, skew)));
  }

  /** With the clauses that exchanges can decide, whether or not they come to it. */
  private static ResponseChecks asked(Operation operation, Duration skew) {
    ResponseChecks checks = ResponseChecks.of(new CaseList(operation), skew);
    checks.all();
    return checks;
  }

  /**
   * What judges each exchange that it is given, with the URL below which it was sent.
   *
   * @param base the URL below which the paths of the contract begin, if it is another
   * @param judged gets the result; nothing if the contract has no such operation
   */
  public BiConsumer<Exchange, URI> observer(
      Optional<URI> base, Consumer<Optional<CaseResult>> judged) {
    return (exchange, below) -> judged.accept(judge(exchange, base.orElse(below)));
  }

  private synchronized Optional<CaseResult> judge(Exchange exchange, URI base) {
    String before = base.getRawPath().replaceFirst("/+$", "");
    String path = exchange.request().uri().getRawPath();
    String below = path.startsWith(before + "/") ? path.substring(before.length()) : path;
    return paths
        .find(exchange.request().method(), below)
        .map(found -> judged(found.operation(), exchange));
  }

  private CaseResult judged(Operation operation, Exchange exchange) {
    List<ClauseCheck> checks = operations.get(operation.id()).of(exchange);
    Evidence evidence = Evidence.of(List.of(exchange), recorder(operation, exchange));
    List<Verdict> verdicts =
        checks.stream()
            .flatMap(check -> Verdict.of(check.clause(), check.expectation(), evidence).stream())
            .toList();
    CaseResult result =
        new CaseResult(
            operation.id(),
            operation.id() + "/seen/" + (results.size() + 1),
            "an exchange of a test",
            checks.stream().map(ClauseCheck::clause).distinct().toList(),
            verdicts,
            Optional.empty(),
            evidence.abridged(),
            exchange.sentAt(),
            exchange.duration());
    results.add(result);
    return result;
  }

  /** What the contract calls a credential, and what always is one, is not shown. */
  private static Recorder recorder(Operation operation, Exchange exchange) {
    Set<String> names = new TreeSet<>(CREDENTIALS);
    operation.security().forEach(scheme -> names.add(scheme.name().toLowerCase(Locale.ROOT)));
    return new Recorder(Secrets.sentIn(exchange.request(), names), Map.of());
  }

  /** All that was judged, as a run. */
  public synchronized Run run() {
    return new Run(
        begun.untilNow(),
        operations.values().stream()
            .flatMap(checks -> checks.decided().clauses().stream())
            .toList(),
        List.copyOf(results),
        List.of(),
        false);
  }

  /** The contract that is judged by. */
  public Contract contract() {
    return contract;
  }
}
