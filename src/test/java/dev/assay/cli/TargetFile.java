package dev.assay.cli;

import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Target files for services on this machine that know the mock's users and rooms. */
final class TargetFile {

  private TargetFile() {}

  /** Both services at that address. */
  static Path whole(Path folder, URI uri, int timeoutSeconds) throws IOException {
    TestAccounts who = TestAccounts.sample();
    return write(
        folder,
        haptik(uri, who.haptikToken(), who.clientId()) + rooms(uri) + limits(timeoutSeconds));
  }

  /** The Haptik endpoints only, with these credentials. */
  static Path haptik(Path folder, URI uri, int timeoutSeconds) throws IOException {
    TestAccounts who = TestAccounts.sample();
    return write(folder, haptik(uri, who.haptikToken(), who.clientId()) + limits(timeoutSeconds));
  }

  static Path write(Path folder, String services) throws IOException {
    return Files.writeString(folder.resolve("t.yaml"), "name: t\nservices:\n" + services);
  }

  static String haptik(URI uri, String token, String clientId) {
    TestAccounts who = TestAccounts.sample();
    return """
      haptik:
        baseUrl: %s
        token: %s
        clientId: %s
        businessId: %d
        registeredUser: %s
        unregisteredUser: %s
    """
        .formatted(
            uri, token, clientId, who.businessId(), who.registeredUser(), who.unregisteredUser())
        .indent(2);
  }

  static String rooms(URI uri) {
    TestAccounts who = TestAccounts.sample();
    return """
      rooms:
        baseUrl: %s
        token: %s
        orphanToken: %s
        memberRoom: %s
        foreignRoom: %s
        readBack: { path: "/api/get_room_messages?room_id={room}" }
        storageDownBaseUrl: %s/storage-down
    """
        .formatted(
            uri, who.roomsToken(), who.orphanToken(), who.memberRoom(), who.foreignRoom(), uri)
        .indent(2);
  }

  static String limits(int timeoutSeconds) {
    return "limits: { timeoutSeconds: %d }\n".formatted(timeoutSeconds);
  }
}
