package dev.assay.report.text;

import dev.assay.UserException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says why reports cannot be written or read, and what to do. */
public final class ReportFailure {

  private ReportFailure() {}

  /** Reports cannot be written there. */
  public static UserException unwritable(Path where, IOException cause) {
    return new UserException(
        "The reports cannot be written: %s: %s. Name a folder that can be written with --report DIR."
            .formatted(Sanitizer.line(where.toString()), reason(cause)),
        cause);
  }

  /** Reports of earlier runs cannot be read. */
  public static UserException unreadable(Path where, IOException cause) {
    return new UserException(
        "The runs cannot be listed: %s: %s. Name the folder that holds them."
            .formatted(Sanitizer.line(where.toString()), reason(cause)),
        cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return "something that is no folder is in the way";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission is denied";
    }
    if (cause instanceof NoSuchFileException) {
      return "there is no such place";
    }
    String why =
        cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
    return why == null ? cause.getClass().getSimpleName() : Sanitizer.line(why, 200);
  }
}
