package dev.assay.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.RunInfo;
import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.mock.mutation.Mutant;
import dev.assay.proof.MutantResult.Outcome;
import dev.assay.proof.derived.DerivedMutants;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Many small contracts, each kept by the stand-in that follows from it, and then broken: ours, and
 * those of others in the folder that {@code -Dassay.corpus} names. What became of each mutant is
 * listed in {@code target/corpus.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {

  private static final int SIDE_BY_SIDE = 6;

  private static final Path OURS = Path.of("src/test/resources/corpus");

  private final List<Found> all = new ArrayList<>();

  /** What the suites made of one mutant of the stand-in for a file. */
  private record Found(String file, MutantResult result) {

    @Override
    public String toString() {
      return "%s %s %s: %s %s %s"
          .formatted(
              result.outcome(),
              file,
              result.id(),
              result.says(),
              result.blamed(),
              result.undecided());
    }
  }

  @BeforeAll
  void prove() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try {
      List<Future<List<Found>>> proofs = new ArrayList<>();
      for (Path folder : folders()) {
        for (Path file : files(folder)) {
          proofs.add(threads.submit(() -> prove(file, folder.relativize(file).toString())));
        }
      }
      for (Future<List<Found>> proof : proofs) {
        all.addAll(proof.get());
      }
    } finally {
      threads.shutdownNow();
    }
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    all.forEach(found -> counts.merge(found.result().outcome(), 1, Integer::sum));
    List<String> lines = new ArrayList<>(List.of(counts.toString()));
    all.forEach(found -> lines.add(found.toString()));
    Files.write(Path.of("target", "corpus.txt"), lines);
  }

  private static List<Path> folders() {
    String others = System.getProperty("assay.corpus", "");
    return others.isEmpty() ? List.of(OURS) : List.of(OURS, Path.of(others));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(file -> file.toString().matches(".*\\.(ya?ml|json)")).sorted().toList();
    }
  }

  /** With one mock for all mutants of a file, of which there may be hundreds. */
  private static List<Found> prove(Path file, String name) throws InterruptedException {
    Contract contract = new ContractReader().at("service", file);
    List<Mutant> mutants = new ArrayList<>(DerivedMutants.variants(contract));
    mutants.addAll(DerivedMutants.defects(contract));
    List<Found> found = new ArrayList<>();
    try (MutantRunner runner =
        new MutantRunner(
            RunInfo.starting("1", name),
            ProofSubject.derivedFrom(contract),
            target -> ServiceSuites.of(target, new TestData(1)),
            TrialListener.NONE)) {
      found.add(new Found(name, runner.run(MutantPlan.unmodified(List.of(), mutants))));
      for (Mutant mutant : mutants) {
        CaseSelection cases = CaseSelection.thorough(mutant.breaks());
        found.add(new Found(name, runner.run(MutantPlan.of(mutant, cases))));
      }
    }
    return found;
  }

  private Stream<Found> of(Outcome outcome) {
    return all.stream().filter(found -> found.result().outcome() == outcome);
  }

  @Test
  void every_stand_in_conforms_and_the_success_of_each_operation_is_seen() {
    assertThat(all)
        .isNotEmpty()
        .filteredOn(found -> found.result().id().equals(MutantResult.UNMODIFIED))
        .allMatch(found -> found.result().outcome() == Outcome.CLEAN);
  }

  @Test
  void nothing_is_blamed_on_what_a_contract_leaves_open() {
    assertThat(of(Outcome.FALSE_POSITIVE)).isEmpty();
  }

  @Test
  void nothing_that_breaks_a_contract_passes() {
    assertThat(of(Outcome.SURVIVED)).isEmpty();
    assertThat(of(Outcome.INEXACT)).isEmpty();
  }

  /**
   * An operation that refuses the documented request may do so for values that it does not know.
   */
  @Test
  void what_is_left_undecided_refuses_the_documented_request() {
    assertThat(of(Outcome.UNDECIDED))
        .allMatch(
            found -> found.result().undecided().toString().contains("refuses the documented"));
  }
}
