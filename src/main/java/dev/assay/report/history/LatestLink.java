package dev.assay.report.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** The link by which the newest reports are found. */
public record LatestLink(Path path) {

  public static LatestLink in(Path reports) {
    return new LatestLink(reports.resolve("latest"));
  }

  /** Points it to a neighbour. Some file systems have no links; then there is none. */
  public void pointTo(Path name) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(path)) {
      return;
    }
    Path draft = path.resolveSibling(".latest." + UUID.randomUUID());
    try {
      Files.createSymbolicLink(draft, name);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UnsupportedOperationException e) {
      remove(draft);
    }
  }

  private static void remove(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      // only a stray link, which the next reader of the folder can tell by its name
    }
  }
}
