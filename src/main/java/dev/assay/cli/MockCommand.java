package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.contract.Contract;
import dev.assay.mock.MockServer;
import dev.assay.mock.MockSetup;
import dev.assay.mock.StandIn;
import dev.assay.mock.derived.DerivedStandIn;
import dev.assay.mock.hint.MockGuide;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.TestAccounts;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay mock}: the mock, for people's own clients. */
@Command(
    name = "mock",
    mixinStandardHelpOptions = true,
    modelTransformer = AccountOptions.class,
    versionProvider = VersionProvider.class,
    description =
        "Serves the mock until it is interrupted, and prints why it refuses what it refuses.",
    footer = {
      "",
      "Example: assay mock --port 8080",
      "         assay mock --port 8080 --user user4711 --cors http://localhost:3000",
      "         assay mock --port 8080 --contract petstore.yaml"
    })
final class MockCommand implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "N", description = "The port; a free one without it.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "H",
      defaultValue = MockSetup.LOOPBACK,
      description =
          "The address on which it listens (${DEFAULT-VALUE}); 0.0.0.0 accepts other machines.")
  private String host;

  @Option(
      names = "--cors",
      paramLabel = "ORIGIN",
      description =
          "An origin whose pages may call from a browser, such as http://localhost:3000, or * for any; may be repeated.")
  private List<String> origins = List.of();

  @Option(
      names = "--defect",
      paramLabel = "D",
      description = "A deliberate defect that it has, from `assay prove --list`; may be repeated.")
  private List<String> defects = List.of();

  @Option(
      names = "--variant",
      paramLabel = "V",
      description = "A conforming variant that it is, from `assay prove --list`; may be repeated.")
  private List<String> variants = List.of();

  @Option(
      names = "--mappings",
      paramLabel = "DIR",
      description =
          "WireMock stubs that go before its answers: a root folder of WireMock, with mappings and __files.")
  private Path mappings;

  @Option(
      names = "--admin",
      description = "Opens WireMock's admin API, under /__admin/, to whoever reaches the mock.")
  private boolean admin;

  @Mixin private StandInOptions standIn;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new UserException("--port must lie between 0 and 65535, not " + port);
    }
    requireHost();
    requireOrigins();
    List<Mutant> mutants = new ArrayList<>();
    Optional<Contract> contract = standIn.contract();
    TestAccounts accounts = AccountOptions.of(spec);
    if (contract.isPresent() && !accounts.equals(TestAccounts.sample())) {
      throw new UserException(
          "accounts such as --token are those of our own services; with --contract the mock has"
              + " credentials of its own, which it prints");
    }
    mutants.addAll(new MutantNames("defect", StandInOptions.defects(contract)).named(defects));
    mutants.addAll(new MutantNames("variant", StandInOptions.variants(contract)).named(variants));
    PrintWriter out = spec.commandLine().getOut();
    Consumer<String> refusals = out::println;
    MockSetup setup =
        new MockSetup(
            host,
            port,
            accounts,
            mutants,
            origins,
            Optional.of(refusals),
            Optional.ofNullable(mappings),
            admin);
    Optional<DerivedStandIn> derived = contract.map(DerivedStandIn::of);
    try (MockServer mock =
        MockServer.start(setup, derived.<StandIn>map(one -> one).orElse(StandIn.SHIPPED))) {
      mutants.forEach(each -> out.println(each.id() + ": " + each.says()));
      out.println("The mock listens on " + where(setup, mock) + " until you press Ctrl-C. Try:\n");
      derived.ifPresentOrElse(
          one -> new StandInGuide(one, mock.baseUri()).print(out),
          () -> new MockGuide(mock.baseUri(), mock.accounts()).print(out));
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private static String where(MockSetup setup, MockServer mock) {
    return setup.isEverywhere()
        ? "every address of this machine, port " + mock.baseUri().getPort()
        : mock.baseUri().toString();
  }

  private void requireHost() {
    try {
      InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new UserException(
          "--host must be a name or an address of this machine, without a port, not `"
              + host
              + "`");
    }
  }

  private void requireOrigins() {
    for (String origin : origins) {
      if (!origin.matches("\\*|null|[a-z][a-z0-9+.-]*://[^/\\s]+")) {
        throw new UserException(
            "--cors must be an origin as a browser sends it, such as http://localhost:3000, without a path, not `"
                + origin
                + "`");
      }
    }
  }
}
