package dev.assay.load.run;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.UserException;
import dev.assay.load.plan.Injector;
import dev.assay.load.plan.LoadPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The run of one of several injectors, kept in a file beside its histogram logs until somebody
 * merges them.
 *
 * @param version of the build that made it
 * @param plan of all injectors together, without whom they sent for
 * @param injector which one it was
 * @param startedAtMillis when its load generator was started, since the epoch
 * @param machine its name
 * @param end how the load generator ended
 */
public record InjectorRun(
    String version,
    LoadPlan plan,
    Injector injector,
    long startedAtMillis,
    String machine,
    LoadRun.End end) {

  /** The name of the file. */
  public static final String NAME = "injector.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** A run of this machine, by an injector that sent that part of a plan. */
  public static InjectorRun here(
      String version, LoadPlan part, Instant startedAt, LoadRun.End end) {
    // Only several can share a machine, and a look-up of its name can take seconds.
    String machine = part.injector().isOnly() ? "" : thisMachine();
    return new InjectorRun(
        version, part.whole(), part.injector(), startedAt.toEpochMilli(), machine, end);
  }

  /** What this injector was to send. */
  public LoadPlan part() {
    return plan.partOf(injector);
  }

  private static String thisMachine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  /**
   * Writes it into that folder.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path folder) throws IOException {
    JSON.writeValue(folder.resolve(NAME).toFile(), this);
  }

  /**
   * Reads what is in that folder.
   *
   * @throws UserException if there is none
   */
  public static InjectorRun read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new UserException(
          "%s is no run of one of several injectors, as `assay load --injector 1/2` leaves it: it has no %s"
              .formatted(folder, NAME));
    }
    try {
      InjectorRun run = JSON.readValue(file.toFile(), InjectorRun.class);
      if (run.isWhole()) {
        return run;
      }
    } catch (IOException e) {
      // reported below
    }
    throw new UserException(file + " cannot be read; was it cut off while it was copied?");
  }

  private boolean isWhole() {
    return version != null
        && plan != null
        && plan.run() != null
        && plan.scenario() != null
        && plan.profile() != null
        && injector != null
        && machine != null
        && end != null
        && end.last() != null
        && end.cancelled() != null;
  }
}
