package dev.assay.junit;

import dev.assay.contract.Contract;
import dev.assay.exchange.target.Target;
import dev.assay.exchange.transport.RestAssuredObserver;
import dev.assay.report.text.FailureBlock;
import dev.assay.suite.run.ExchangeJudge;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;

/**
 * Holds what REST Assured tests receive to a contract, by the same expectations as {@link
 * ContractTests}: {@code given().filter(new ContractFilter(contract))}. An answer that breaks a
 * clause fails the test, with what the clause says. What is seen is added to a {@link
 * ContractCoverage}; one filter may serve any number of tests and threads.
 *
 * <p>Paths of the contract begin below REST Assured's base URI and base path. Of security, order of
 * checks, limits and whatever else needs a request of its own, only {@link ContractTests} can tell.
 */
public final class ContractFilter implements Filter {

  private final ExchangeJudge judge;
  private final Optional<URI> base;
  private final boolean strict;

  /** Of what is sent below REST Assured's base; any request that is of no operation fails. */
  public ContractFilter(Contract contract) {
    this(
        new ExchangeJudge(contract, Target.DEFAULT_CLOCK_SKEW, version()), Optional.empty(), false);
  }

  private ContractFilter(ExchangeJudge judge, Optional<URI> base, boolean strict) {
    this.judge = judge;
    this.base = base;
    this.strict = strict;
  }

  private static String version() {
    return Optional.ofNullable(ContractFilter.class.getPackage().getImplementationVersion())
        .orElse("dev");
  }

  /** The same of what is sent below that URL, as in a target file; the rest is let through. */
  public ContractFilter below(URI baseUrl) {
    return new ContractFilter(judge, Optional.of(baseUrl), strict);
  }

  /** The same, which fails for what a contract implies, too. */
  public ContractFilter strict() {
    return new ContractFilter(judge, base, true);
  }

  /** What was seen so far, by this filter and by those that were made of it. */
  public ContractCoverage coverage() {
    return new ContractCoverage(judge);
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    if (base.filter(url -> !isBelow(url, URI.create(request.getURI()))).isPresent()) {
      return context.next(request, expected);
    }
    String what = request.getMethod() + " " + request.getURI();
    return new RestAssuredObserver(judge.observer(base, judged -> require(judged, what)))
        .filter(request, expected, context);
  }

  private static boolean isBelow(URI base, URI uri) {
    String path = base.getRawPath().replaceFirst("/+$", "") + "/";
    return base.getRawAuthority().equals(uri.getRawAuthority())
        && uri.getRawPath().startsWith(path);
  }

  private void require(Optional<CaseResult> judged, String what) {
    CaseResult result = judged.orElseThrow(() -> unknown(what));
    Outcome outcome = result.outcome();
    if (outcome == Outcome.FAIL || (strict && outcome == Outcome.WARN)) {
      throw new AssertionFailedError(FailureBlock.of(result).orElseThrow().text());
    }
  }

  private AssertionFailedError unknown(String what) {
    return new AssertionFailedError(
        "%s is no operation of %s: give the filter the URL below which the paths of the contract begin, by below(URL), or leave it out of requests to others"
            .formatted(what.replaceFirst("\\?.*", ""), judge.contract().title()));
  }
}
