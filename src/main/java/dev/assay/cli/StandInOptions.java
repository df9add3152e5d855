package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.contract.Contract;
import dev.assay.exchange.target.GivenContract;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.variant.Variants;
import dev.assay.proof.defect.Defects;
import dev.assay.proof.derived.DerivedMutants;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** For which service a mock stands in, if not for ours. */
final class StandInOptions {

  @Option(
      names = "--contract",
      paramLabel = "FILE",
      description =
          "An OpenAPI 3 or Swagger 2.0 file: the mock then stands in for its service, as far as the file tells, and"
              + " not for ours.")
  private Path contract;

  @Option(
      names = "--overlay",
      paramLabel = "FILE",
      description = "An OpenAPI Overlay over it (NAME.overlay.yaml beside it, if there is one).")
  private Path overlay;

  /**
   * The contract of that service, if one is given.
   *
   * @throws UserException if it cannot be read, or is no contract
   */
  Optional<Contract> contract() {
    return GivenContract.of(Optional.ofNullable(contract), Optional.ofNullable(overlay))
        .map(given -> given.read(GivenContract.service(given.file())));
  }

  /** The defects that its mock can have. */
  static List<Mutant> defects(Optional<Contract> contract) {
    return contract.map(DerivedMutants::defects).orElseGet(Defects::all);
  }

  /** The ways in which its mock can conform otherwise. */
  static List<Mutant> variants(Optional<Contract> contract) {
    return contract.map(DerivedMutants::variants).orElseGet(Variants::all);
  }

  /** The same options again, to stand behind a command. */
  String again() {
    String overlaid = overlay == null ? "" : " --overlay " + CommandText.quoted(overlay.toString());
    return contract == null
        ? ""
        : "--contract " + CommandText.quoted(contract.toString()) + overlaid;
  }
}
