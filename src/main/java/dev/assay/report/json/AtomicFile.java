package dev.assay.report.json;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that readers see whole or not at all: it is written beside its place and moved there. */
public record AtomicFile(Path path) {

  public static AtomicFile in(Path folder, String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException("not a plain file name: " + name);
    }
    return new AtomicFile(folder.resolve(name));
  }

  /** The folder, made if need be; a link to a folder is one too. */
  public static Path folder(Path folder) throws IOException {
    return Files.isDirectory(folder) ? folder : Files.createDirectories(folder);
  }

  public void write(byte[] bytes) throws IOException {
    Path draft = draft();
    try {
      Files.write(draft, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      replaceWith(draft);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Finds out early whether it could be written. */
  public void rehearse() throws IOException {
    Path draft = draft();
    Files.createFile(draft);
    Files.delete(draft);
  }

  private Path draft() {
    return path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID());
  }

  private void replaceWith(Path draft) throws IOException {
    try {
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
