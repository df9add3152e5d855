package dev.assay.app;

import java.nio.file.Path;

/**
 * A checkout of Assay, in which people keep what Assay is to judge by.
 *
 * @param path the folder itself
 */
public record Home(Path path) {

  /** The one whose launcher started this process; the working directory without a launcher. */
  public static Home ofThisProcess() {
    return new Home(Path.of(System.getProperty("assay.home", ".")));
  }

  /** The file of scenarios and profiles. */
  public Path profiles() {
    return path.resolve("simulations").resolve("profiles.yaml");
  }

  /** The file of objectives that a load is judged by. */
  public Path objectives() {
    return path.resolve("contracts").resolve("objectives.yaml");
  }

  /** The folder of target files. */
  public Path targets() {
    return path.resolve("contracts").resolve("targets");
  }
}
