package dev.assay.cli;

import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Target files of services that take the mock's credentials. */
final class LoadTargets {

  private LoadTargets() {}

  /** A target file named {@code t.yaml} in that folder, for Haptik's service at that address. */
  static Path file(Path folder, String baseUrl) throws IOException {
    TestAccounts who = TestAccounts.sample();
    return Files.writeString(
        folder.resolve("t.yaml"),
        """
        name: t
        services:
          haptik:
            baseUrl: %s
            token: %s
            clientId: %s
            businessId: %d
            registeredUser: %s
        """
            .formatted(
                baseUrl,
                who.haptikToken(),
                who.clientId(),
                who.businessId(),
                who.registeredUser()));
  }
}
