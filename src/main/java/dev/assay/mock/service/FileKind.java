package dev.assay.mock.service;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A kind of file that Haptik takes.
 *
 * @param messageType that goes with it
 * @param extensions that it may have, in lower case
 */
record FileKind(int messageType, Set<String> extensions) {

  private static final FileKind IMAGE = new FileKind(1, Set.of("jpg", "jpeg", "png", "gif"));
  private static final FileKind DOCUMENT =
      new FileKind(52, Set.of("docx", "doc", "pdf", "xls", "xlsx", "csv"));

  FileKind {
    extensions = Set.copyOf(extensions);
  }

  /** The kind whose message type a form spells so. */
  static Optional<FileKind> spelled(String messageType) {
    return Stream.of(IMAGE, DOCUMENT)
        .filter(kind -> String.valueOf(kind.messageType).equals(messageType))
        .findFirst();
  }

  boolean takes(String lowerCaseExtension) {
    return extensions.contains(lowerCaseExtension);
  }
}
