package dev.assay.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
final class Version implements IVersionProvider {

  /** As the jar says it; "dev" outside a jar. */
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"assay " + number()};
  }
}
