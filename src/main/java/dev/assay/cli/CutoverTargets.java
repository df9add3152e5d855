package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.app.Targets;
import dev.assay.exchange.auth.Authenticator;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.TestAccounts;
import dev.assay.mock.variant.Variants;
import dev.assay.proof.defect.Defects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The two targets of a cutover; {@code embedded} is a mock of its own on either side. */
final class CutoverTargets {

  @Option(
      names = "--from",
      paramLabel = "OLD",
      required = true,
      description = "The old service: a name under contracts/targets/, a path, or embedded.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "NEW",
      required = true,
      description = "The new service: a name under contracts/targets/, a path, or embedded.")
  private String to;

  @Option(
      names = "--defect",
      paramLabel = "D",
      description =
          "With --to embedded: the new mock has that defect (`assay prove --list`); may be repeated.")
  private List<String> defects = List.of();

  @Option(
      names = "--variant",
      paramLabel = "V",
      description =
          "With --to embedded: the new mock is that variant (`assay prove --list`); may be repeated.")
  private List<String> variants = List.of();

  @Mixin private EnvironmentOption environment;

  /**
   * Both, ready to be asked.
   *
   * @param mocks those that were started for it
   */
  record Opened(Target from, Target to, List<MockServer> mocks) implements AutoCloseable {

    /** That side if it runs already; empty if it is a mock. */
    Optional<Target> running(Target side) {
      boolean mocked = side.name().equals(EmbeddedTarget.NAME) && !mocks.isEmpty();
      return mocked ? Optional.empty() : Optional.of(side);
    }

    @Override
    public void close() {
      mocks.forEach(MockServer::close);
    }
  }

  /** Whether one of them is a service that runs already. */
  boolean areRunning() {
    return !from.equals(EmbeddedTarget.NAME) || !to.equals(EmbeddedTarget.NAME);
  }

  /** Reads the target files, and starts the mocks. */
  Opened open() {
    List<Mutant> mutants = mutants();
    boolean mockFrom = from.equals(EmbeddedTarget.NAME);
    boolean mockTo = to.equals(EmbeddedTarget.NAME);
    if (!mockTo && !mutants.isEmpty()) {
      throw new UserException("--defect and --variant are for --to embedded only");
    }
    Targets files = environment.targets();
    Target before =
        mockFrom ? EmbeddedTarget.planned() : Authenticator.authenticated(files.named(from));
    Target after = mockTo ? EmbeddedTarget.planned() : Authenticator.authenticated(files.named(to));
    List<MockServer> mocks = new ArrayList<>();
    if (mockFrom) {
      before = EmbeddedTarget.of(mock(List.of(), mocks));
    }
    if (mockTo) {
      after = EmbeddedTarget.of(mock(mutants, mocks));
    }
    return new Opened(before, after, List.copyOf(mocks));
  }

  private static MockServer mock(List<Mutant> mutants, List<MockServer> mocks) {
    MockServer mock = MockServer.startOneOf(2, TestAccounts.sample());
    mocks.add(mock);
    mock.startAfresh(mutants);
    return mock;
  }

  private List<Mutant> mutants() {
    List<Mutant> mutants = new ArrayList<>();
    mutants.addAll(new MutantNames("defect", Defects.all()).named(defects));
    mutants.addAll(new MutantNames("variant", Variants.all()).named(variants));
    return mutants;
  }
}
