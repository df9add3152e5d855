package dev.assay.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Reports cannot be written; the message says what, where, and what to do. */
public final class ReportException extends Exception {

  private static final long serialVersionUID = 1L;

  ReportException(Path where, IOException cause) {
    super(
        "The reports cannot be written: %s: %s. Name a folder that can be written with --report DIR."
            .formatted(VisibleText.line(where.toString()), reason(cause)),
        cause);
  }

  private ReportException(String message, IOException cause) {
    super(message, cause);
  }

  /** Reports of earlier runs cannot be read. */
  static ReportException unreadable(Path where, IOException cause) {
    return new ReportException(
        "The runs cannot be listed: %s: %s. Name the folder that holds them."
            .formatted(VisibleText.line(where.toString()), reason(cause)),
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
    String told =
        cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
    return told == null ? cause.getClass().getSimpleName() : VisibleText.line(told, 200);
  }
}
