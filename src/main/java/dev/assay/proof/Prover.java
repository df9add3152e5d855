package dev.assay.proof;

import dev.assay.contract.Clause;
import dev.assay.exchange.Target;
import dev.assay.mock.Deviation;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.suite.ServiceSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Plays the suites against the mock with each of its defects and each of its variants, several
 * mocks side by side.
 */
public final class Prover {

  private static final int SIDE_BY_SIDE = 4;

  private final String version;
  private final Function<Target, List<ServiceSuite>> suites;
  private final Audience audience;

  /**
   * A prover of those suites.
   *
   * @param version of Assay, for the record
   * @param suites makes the suites for a target
   * @param audience is told about each trial
   */
  public Prover(String version, Function<Target, List<ServiceSuite>> suites, Audience audience) {
    this.version = version;
    this.suites = suites;
    this.audience = audience;
  }

  /** Tries each of them, and the mock as it is. What takes longest starts first. */
  public Proof prove(List<Deviation> defects, List<Deviation> variants)
      throws InterruptedException {
    Instant startedAt = Instant.now();
    Scene asItIs = Scene.plain(defects, variants);
    ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try {
      List<Future<Trial>> plain = started(threads, Stream.of(asItIs));
      List<Future<Trial>> quiet = started(threads, variants.stream().map(Scene::variant));
      List<Future<Trial>> killed = started(threads, defects.stream().map(Scene::defect));
      return proof(startedAt, asItIs, finished(plain).get(0), finished(killed), finished(quiet));
    } finally {
      threads.shutdownNow();
    }
  }

  private Proof proof(
      Instant startedAt, Scene scene, Trial plain, List<Trial> defects, List<Trial> variants) {
    Duration duration = Duration.between(startedAt, Instant.now());
    return new Proof(version, startedAt, duration, ledger(scene), plain, defects, variants);
  }

  private List<Clause> ledger(Scene scene) {
    return scene.of(suites.apply(EmbeddedTarget.planned())).stream()
        .flatMap(service -> service.operations().stream())
        .flatMap(suite -> suite.operation().clauses().stream())
        .toList();
  }

  private List<Future<Trial>> started(ExecutorService threads, Stream<Scene> scenes) {
    Stage stage = new Stage(version, suites, audience);
    return scenes.map(scene -> threads.submit(() -> stage.play(scene))).toList();
  }

  private static List<Trial> finished(List<Future<Trial>> futures) throws InterruptedException {
    List<Trial> trials = new ArrayList<>();
    for (Future<Trial> future : futures) {
      try {
        trials.add(future.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a trial could not be played", e.getCause());
      }
    }
    return List.copyOf(trials);
  }
}
