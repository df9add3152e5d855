package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.app.cutover.CutoverLoad;
import dev.assay.app.load.LoadSession;
import dev.assay.exchange.target.Target;
import dev.assay.load.plan.LoadSettings;
import dev.assay.load.plan.ScenarioChoice;
import dev.assay.mock.EmbeddedTarget;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how both sides of a cutover are loaded. */
final class CutoverLoadOptions {

  private static final int FEWEST = 2;
  private static final int MOST = 100;

  @Option(
      names = "--load",
      paramLabel = "SCENARIO",
      description =
          "Loads both sides by turns too, and compares latencies: a scenario or an operation, as `assay load` takes them.")
  private String scenario;

  @Option(
      names = "--load-repeat",
      paramLabel = "N",
      defaultValue = "4",
      description = "How often each side is loaded (${DEFAULT-VALUE}).")
  private int repeat;

  @Mixin private LoadOptions shape;

  /**
   * What was asked for, checked before anything is sent; empty if nothing was.
   *
   * @param from the old service; empty for the mock
   * @param to the new service; empty for the mock
   */
  Optional<CutoverLoad> asked(Optional<Target> from, Optional<Target> to) throws Exception {
    if (scenario == null) {
      return Optional.empty();
    }
    if (repeat < FEWEST || repeat > MOST) {
      throw new UserException(
          "--load-repeat must lie between %s and %s, not %s".formatted(FEWEST, MOST, repeat));
    }
    LoadSettings settings = shape.settings();
    if (shape.search(settings).isPresent()) {
      throw new UserException("a search for capacity cannot be compared; give another --profile");
    }
    Target loaded = from.orElseGet(EmbeddedTarget::planned);
    LoadSession.Load load =
        new LoadSession.Load(
            new ScenarioChoice(settings, loaded).named(scenario, Optional.empty()),
            shape.profile(settings),
            List.of());
    CutoverLoad asked = new CutoverLoad(load, from, to, repeat);
    asked.requireRoom();
    return Optional.of(asked);
  }
}
