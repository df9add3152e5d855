package dev.assay.exchange.record;

import dev.assay.exchange.BodySource;
import java.util.List;

/**
 * A command for a POSIX shell that sends a request again.
 *
 * @param line the command, of visible characters only
 * @param files what it reads because it is too long to be said
 */
public record CurlCommand(String line, List<File> files) {

  /**
   * The body of a request.
   *
   * @param name a path below the folder of the reports, in which the command is to be run
   * @param content its bytes
   */
  public record File(String name, BodySource content) {}

  public CurlCommand {
    files = List.copyOf(files);
  }

  /** A command that reads no file. */
  public static CurlCommand of(String line) {
    return new CurlCommand(line, List.of());
  }
}
