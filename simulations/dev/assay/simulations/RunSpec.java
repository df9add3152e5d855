package dev.assay.simulations;

import dev.assay.exchange.target.CredentialPipe;
import dev.assay.load.plan.LoadPlan;
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
 */
record RunSpec(
    LoadPlan plan,
    CredentialPipe.Credentials credentials,
    Path folder,
    Optional<BufferedReader> parent) {

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
        CredentialPipe.receive(input),
        Path.of(System.getProperty("assay.folder")),
        Optional.of(input));
  }
}
