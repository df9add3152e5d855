package dev.assay.load.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.assay.exchange.target.CredentialPipe;
import dev.assay.exchange.target.Target;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.record.Snapshot;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One run of the load generator, in a process of its own: it can be stopped from any thread, and it
 * ends by itself when this process does, because its standard input ends then.
 */
public final class LoadRun {

  private static final String REPORT = "gatling";

  private final LoadPlan plan;
  private final Target target;
  private final Path folder;
  private final Consumer<Snapshot> live;
  private final String simulation;
  private final StartBarrier barrier;
  private final AtomicReference<Process> process = new AtomicReference<>();
  private final AtomicReference<CredentialPipe> pipe = new AtomicReference<>();
  private final AtomicReference<String> cancelled = new AtomicReference<>("");

  /**
   * How the process ended.
   *
   * @param last what it reported last
   * @param exitCode its own
   * @param cancelled why it was stopped from outside; empty if it was not
   */
  public record End(Snapshot last, int exitCode, String cancelled) {

    /** Whether the run did not come to its end. */
    @JsonIgnore
    public boolean isPartial() {
      return !last.complete() || isCancelled() || !last.stopped().isEmpty();
    }

    /** Whether it was stopped from outside. */
    @JsonIgnore
    public boolean isCancelled() {
      return !cancelled.isEmpty();
    }
  }

  /**
   * A run of another simulation, which measures nothing: for benchmarks.
   *
   * @param target as the plan was made for, with the credentials
   * @param folder where histogram logs and the generator's own report go
   * @param live is given how far the run is, every second
   * @param simulation the name of its class
   */
  public LoadRun(
      LoadPlan plan, Target target, Path folder, Consumer<Snapshot> live, String simulation) {
    this(plan, target, folder, live, simulation, new StartBarrier(1));
  }

  /** A run that begins together with others. */
  LoadRun(
      LoadPlan plan, Target target, Path folder, Consumer<Snapshot> live, StartBarrier barrier) {
    this(plan, target, folder, live, "ScenarioSimulation", barrier);
  }

  private LoadRun(
      LoadPlan plan,
      Target target,
      Path folder,
      Consumer<Snapshot> live,
      String simulation,
      StartBarrier barrier) {
    this.barrier = barrier;
    this.simulation = simulation;
    this.plan = plan;
    this.target = target;
    this.folder = folder;
    this.live = live;
  }

  /**
   * Runs it to its end.
   *
   * @throws IOException if the process cannot be started or its files cannot be written
   */
  public End run() throws IOException, InterruptedException {
    removeOldReport();
    Path planFile = folder.resolve("plan.json");
    Files.deleteIfExists(planFile);
    plan.write(planFile);
    GeneratorProcess generator = new GeneratorProcess(plan, folder, simulation);
    Files.deleteIfExists(generator.options());
    Process started = generator.start(planFile);
    process.set(started);
    if (isCancelled()) {
      started.destroy();
    }
    try {
      handOver(new CredentialPipe(started.getOutputStream()));
      Snapshot last = follow(started);
      return new End(last, started.waitFor(), cancelled.get());
    } finally {
      barrier.leave();
      started.destroy(); // closes its input too, and does not mind if nobody took what was said
      Files.deleteIfExists(planFile);
      Files.deleteIfExists(generator.options());
      keepReport();
    }
  }

  /**
   * Stops it; {@link #run} then returns what was measured.
   *
   * @param why the first reason counts
   */
  public void cancel(String why) {
    cancelled.compareAndSet("", why);
    Optional.ofNullable(process.get()).ifPresent(Process::destroy);
  }

  private boolean isCancelled() {
    return !cancelled.get().isEmpty();
  }

  /** Hands over tokens that are others now. */
  void renewed() {
    CredentialPipe open = pipe.get();
    if (open != null) {
      try {
        open.renewed(target);
      } catch (IOException e) {
        // As below.
      }
    }
  }

  private void handOver(CredentialPipe to) {
    pipe.set(to);
    try {
      to.open(target);
    } catch (IOException e) {
      // It died at once: its exit code and its log say more than this does.
    }
  }

  /** Gives the word to begin as soon as all are ready. */
  private void begin(Process started) throws InterruptedException {
    if (!barrier.await()) {
      started.destroy();
      return;
    }
    try {
      pipe.get().begin();
    } catch (IOException e) {
      // As above.
    }
  }

  private Snapshot follow(Process started) throws IOException, InterruptedException {
    Snapshot last = Snapshot.none();
    try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8);
        BufferedWriter log = Files.newBufferedWriter(folder.resolve("gatling.log"))) {
      for (String said = lines.readLine(); said != null; said = lines.readLine()) {
        Optional<Snapshot> snapshot = Snapshot.in(said);
        if (said.equals(Snapshot.READY)) {
          begin(started);
        } else if (snapshot.isPresent()) {
          last = snapshot.get();
          live.accept(last);
        } else {
          log.write(said + "\n");
        }
      }
    } catch (IOException e) {
      if (!isCancelled()) {
        throw e;
      }
    }
    return last;
  }

  /** Gatling names the folder of its report after class and time; ours has one name. */
  private void keepReport() throws IOException {
    Path results = folder.resolve(GeneratorProcess.RESULTS);
    if (!Files.isDirectory(results)) {
      return;
    }
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(results)) {
      for (Path run : runs) {
        Files.move(run, folder.resolve(REPORT));
      }
    }
    Files.deleteIfExists(results);
  }

  /** What an earlier run into the same folder left must not be taken for this one's. */
  private void removeOldReport() throws IOException {
    for (String old : List.of(REPORT, GeneratorProcess.RESULTS)) {
      if (Files.isDirectory(folder.resolve(old))) {
        try (Stream<Path> files = Files.walk(folder.resolve(old))) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
    Files.deleteIfExists(folder.resolve(InjectorRun.NAME));
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.{hlog,ids}")) {
      for (Path log : logs) {
        Files.delete(log);
      }
    }
  }
}
