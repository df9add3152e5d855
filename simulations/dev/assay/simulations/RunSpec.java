package dev.assay.simulations;

import dev.assay.exchange.target.GivenCredentials;
import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TokenWatch;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.record.Recording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a simulation is to do.
 *
 * @param folder where its files go
 * @param parent what the load run that started it says, where one did
 * @param target whose tokens this process has to renew itself, because no load run started it
 */
record RunSpec(
    LoadPlan plan,
    GivenCredentials credentials,
    Path folder,
    Optional<BufferedReader> parent,
    Optional<Target> target) {

  private static final String PLAN = "assay.plan";

  /**
   * What the load run that started this process asks for; where none did, as on Gatling Enterprise,
   * what the environment does.
   *
   * @throws IOException if that is not enough, in words for people
   */
  static RunSpec given() throws IOException {
    if (System.getProperty(PLAN) != null) {
      return ofParent();
    }
    // What keeps requests from being sent twice; Netty asks before it connects for the first time.
    System.setProperty("io.netty.bootstrap.extensions", "serviceload");
    return new EnterpriseRunSpec(System.getenv(), Files.createTempDirectory("assay-load")).read();
  }

  /** A plan in a file, and credentials on standard input. */
  private static RunSpec ofParent() throws IOException {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return new RunSpec(
        LoadPlan.read(Path.of(System.getProperty(PLAN))),
        GivenCredentials.receive(input),
        Path.of(System.getProperty("assay.folder")),
        Optional.of(input),
        Optional.empty());
  }

  /** Has tokens renewed while the simulation runs, where nobody else does. */
  void renewal(Recording recording) {
    target.ifPresent(
        own ->
            new TokenWatch(
                own, () -> credentials.renew(own).forEach(recording::renewed), recording::stop));
  }
}
