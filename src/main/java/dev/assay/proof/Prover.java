package dev.assay.proof;

import dev.assay.contract.Clause;
import dev.assay.exchange.Target;
import dev.assay.mock.Deviation;
import dev.assay.suite.ServiceSuite;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Plays the suites against the mock with each of its defects and each of its variants, on several
 * stages side by side.
 */
public final class Prover {

  static final int STAGES = 6;

  private final String version;
  private final Function<Target, List<ServiceSuite>> suites;
  private final Audience audience;
  private final boolean thorough;

  /**
   * A prover of those suites.
   *
   * @param version of Assay, for the record
   * @param suites makes the suites for a target
   * @param audience is told about each trial
   * @param thorough whether each trial is met by all cases, instead of all that decide what is
   *     broken and some of each other clause
   */
  public Prover(
      String version,
      Function<Target, List<ServiceSuite>> suites,
      Audience audience,
      boolean thorough) {
    this.version = version;
    this.suites = suites;
    this.audience = audience;
    this.thorough = thorough;
  }

  /** Tries each of them, and the mock as it is. What takes longest starts first. */
  public Proof prove(List<Deviation> defects, List<Deviation> variants)
      throws InterruptedException {
    return prove(defects, variants, soFar -> {});
  }

  /**
   * Tries each of them, and the mock as it is. What takes longest starts first.
   *
   * @param watcher is given, at the beginning, what tells the proof so far at any time and what
   *     cancels the rest
   */
  public Proof prove(
      List<Deviation> defects, List<Deviation> variants, Consumer<Performance> watcher)
      throws InterruptedException {
    Instant startedAt = Instant.now();
    BlockingQueue<Stage> stages = new LinkedBlockingQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(STAGES);
    try {
      for (int i = 0; i < STAGES; i++) {
        stages.add(new Stage(version, suites, audience));
      }
      Scene asItIs = Scene.plain(defects, variants);
      List<Clause> ledger = stages.element().ledger(asItIs);
      Troupe troupe = new Troupe(threads, stages);
      List<Future<Trial>> plain = troupe.play(Stream.of(asItIs));
      List<Future<Trial>> quiet = troupe.play(scenes(variants, this::variant));
      List<Future<Trial>> killed = troupe.play(scenes(defects, this::defect));
      Performance performance =
          new Performance(version, startedAt, ledger, plain.get(0), killed, quiet);
      watcher.accept(performance);
      return performance.finished();
    } finally {
      threads.shutdownNow();
      stages.forEach(Stage::close);
    }
  }

  private static Stream<Scene> scenes(
      List<Deviation> deviations, BiFunction<Deviation, Integer, Scene> scene) {
    return IntStream.range(0, deviations.size())
        .mapToObj(turn -> scene.apply(deviations.get(turn), turn));
  }

  private Scene variant(Deviation variant, int turn) {
    return Scene.variant(variant, thorough ? Casting.EVERYTHING : Casting.sampling(turn));
  }

  private Scene defect(Deviation defect, int turn) {
    Set<String> broken = defect.breaks();
    return Scene.defect(
        defect, thorough ? Casting.thorough(broken) : Casting.against(broken, turn));
  }

  /** Who plays: as many at a time as there are stages. */
  private record Troupe(ExecutorService threads, BlockingQueue<Stage> stages) {

    List<Future<Trial>> play(Stream<Scene> scenes) {
      return scenes.map(scene -> threads.submit(() -> trial(scene))).toList();
    }

    private Trial trial(Scene scene) throws InterruptedException {
      Stage stage = stages.take();
      try {
        return stage.play(scene);
      } finally {
        stages.add(stage);
      }
    }
  }
}
