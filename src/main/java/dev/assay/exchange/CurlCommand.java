package dev.assay.exchange;

import java.util.Optional;

/**
 * A command for a POSIX shell that sends a request again.
 *
 * @param line the command, of visible characters only
 * @param file what it reads beside it, if it is too long to be said
 */
public record CurlCommand(String line, Optional<File> file) {

  /**
   * The body of a request.
   *
   * @param name a path below the folder of the reports, in which the command is to be run
   * @param content its bytes
   */
  public record File(String name, Content content) {}

  /** A command that reads no file. */
  public static CurlCommand of(String line) {
    return new CurlCommand(line, Optional.empty());
  }
}
