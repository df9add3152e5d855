package dev.assay.app;

import java.util.Optional;

/** The version of this build. */
public final class Version {

  private Version() {}

  /** As the jar states it; "dev" outside a jar. */
  public static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
  }
}
