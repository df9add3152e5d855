package dev.assay.mock;

import dev.assay.mock.hint.Cors;
import dev.assay.mock.hint.Hinting;
import dev.assay.mock.hint.Hints;
import dev.assay.mock.http.FreshValues;
import dev.assay.mock.http.Timing;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.MockEndpoint;
import dev.assay.mock.service.TestAccounts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a mock is to be.
 *
 * @param host the name or address on which it listens
 * @param port 0 means a free one
 * @param accounts whom it knows
 * @param mutants several are laid over one another, in that order
 * @param origins whose pages may call it from a browser; {@code *} stands for any
 * @param refusals gets each refusal in a line or two; with it, refusals also carry what would help
 *     in the header {@code X-Assay-Hint}. Without it, they are just as documented
 * @param mappings a root folder of WireMock, whose stubs go before the services
 * @param admin whether WireMock's admin API is open to whoever reaches the mock
 * @param fresh what is another each time
 */
public record MockSetup(
    String host,
    int port,
    TestAccounts accounts,
    List<Mutant> mutants,
    List<String> origins,
    Optional<Consumer<String>> refusals,
    Optional<Path> mappings,
    boolean admin,
    FreshValues fresh) {

  /** Nobody but this machine reaches it there. */
  public static final String LOOPBACK = "127.0.0.1";

  public MockSetup {
    mutants = List.copyOf(mutants);
    origins = List.copyOf(origins);
  }

  /** One with the time of day and real ids. */
  public MockSetup(
      String host,
      int port,
      TestAccounts accounts,
      List<Mutant> mutants,
      List<String> origins,
      Optional<Consumer<String>> refusals,
      Optional<Path> mappings,
      boolean admin) {
    this(host, port, accounts, mutants, origins, refusals, mappings, admin, FreshValues.genuine());
  }

  /** One without stubs. */
  public MockSetup(
      String host,
      int port,
      TestAccounts accounts,
      List<Mutant> mutants,
      List<String> origins,
      Optional<Consumer<String>> refusals) {
    this(host, port, accounts, mutants, origins, refusals, Optional.empty(), false);
  }

  /** On a free port of the loopback address, without any mutant. */
  public static MockSetup of(TestAccounts accounts) {
    return onLoopback(0, accounts, List.of());
  }

  /** This setup with the stubs in that folder, which has {@code mappings} and {@code __files}. */
  public MockSetup withMappings(Path root) {
    return with(Optional.of(root), admin, fresh);
  }

  /** This setup with WireMock's admin API. */
  public MockSetup withAdmin() {
    return with(mappings, true, fresh);
  }

  private MockSetup with(Optional<Path> root, boolean open, FreshValues values) {
    return new MockSetup(host, port, accounts, mutants, origins, refusals, root, open, values);
  }

  /** For one that nobody reaches: whatever it is asked in the same order, it answers the same. */
  static MockSetup repeatable(TestAccounts accounts, Timing timing) {
    return of(accounts).with(Optional.empty(), false, FreshValues.repeatable(timing));
  }

  /** The endpoint with what tells its clients more than the documents do. */
  public MockEndpoint shown(MockEndpoint service, Hints hints) {
    MockEndpoint hinting =
        refusals.<MockEndpoint>map(told -> new Hinting(service, hints, told)).orElse(service);
    return origins.isEmpty() ? hinting : new Cors(hinting, origins);
  }

  static MockSetup onLoopback(int port, TestAccounts accounts, List<Mutant> mutants) {
    return new MockSetup(LOOPBACK, port, accounts, mutants, List.of(), Optional.empty());
  }

  /** Whether it listens on every address of this machine. */
  public boolean isEverywhere() {
    try {
      return InetAddress.getByName(host).isAnyLocalAddress();
    } catch (UnknownHostException e) {
      return false; // it does not start then
    }
  }

  /** The host by which this machine reaches it, as it stands in a URL. */
  String ownHost() {
    String reachable = isEverywhere() ? LOOPBACK : host;
    return reachable.contains(":") ? "[" + reachable + "]" : reachable;
  }
}
