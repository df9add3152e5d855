package dev.assay.mock;

import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.TestAccounts;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
 */
public record MockSetup(
    String host,
    int port,
    TestAccounts accounts,
    List<Mutant> mutants,
    List<String> origins,
    Optional<Consumer<String>> refusals) {

  /** Nobody but this machine reaches it there. */
  public static final String LOOPBACK = "127.0.0.1";

  public MockSetup {
    mutants = List.copyOf(mutants);
    origins = List.copyOf(origins);
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
