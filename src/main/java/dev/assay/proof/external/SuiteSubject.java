package dev.assay.proof.external;

import dev.assay.contract.Contract;
import dev.assay.contract.Operation;
import dev.assay.exchange.secret.Redactor;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.derived.DerivedStandIn;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.service.TestAccounts;
import dev.assay.proof.ProofSubject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The stand-in that somebody else's suite meets.
 *
 * @param proof what it stands in for
 * @param operations that it serves
 * @param environment whom it knows, by the variables in which a suite is told
 * @param secret those of the variables that hold credentials
 * @param options with which {@code assay mock} stands in so
 */
public record SuiteSubject(
    ProofSubject proof,
    List<Operation> operations,
    Map<String, String> environment,
    Set<String> secret,
    String options) {

  /** The services of the documents, with the accounts that {@code assay mock} knows. */
  public static SuiteSubject shipped() {
    TestAccounts accounts = TestAccounts.sample();
    return new SuiteSubject(
        ProofSubject.SHIPPED,
        EmbeddedTarget.planned().services().stream()
            .map(Service::contract)
            .flatMap(contract -> contract.operations().stream())
            .toList(),
        accounts.variables(),
        TestAccounts.SECRET_VARIABLES,
        "");
  }

  /**
   * A service that follows from its contract, with the values that its stand-in knows.
   *
   * @param options with which {@code assay mock} stands in so
   */
  public static SuiteSubject derivedFrom(Contract contract, String options) {
    Map<String, String> told = new TreeMap<>();
    DerivedStandIn.of(contract).values().forEach((name, value) -> told.put(variable(name), value));
    Set<String> secret =
        contract.values().stream()
            .filter(value -> value.secret())
            .map(value -> variable(value.name()))
            .collect(Collectors.toSet());
    return new SuiteSubject(
        ProofSubject.derivedFrom(contract), contract.operations(), told, secret, options);
  }

  /** {@code ASSAY_API_KEY} for {@code apiKey}. */
  private static String variable(String name) {
    String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("[^A-Za-z0-9]+", "_");
    return "ASSAY_" + words.toUpperCase(Locale.ROOT);
  }

  /**
   * One of several that stand in so at once, and one more beside them.
   *
   * @param listener is given each request with its answer
   */
  MockServer mock(int several, BiConsumer<MockRequest, MockResponse> listener) {
    return MockServer.startOneOf(several + 1, TestAccounts.sample(), proof.standIn(), listener);
  }

  Redactor redactor() {
    Map<String, String> hidden = new TreeMap<>(environment);
    hidden.keySet().retainAll(secret);
    Secrets secrets = ServiceAccess.direct(URI.create("http://127.0.0.1"), hidden).secrets();
    return new Redactor(secrets);
  }
}
