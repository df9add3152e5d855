package dev.assay.simulations;

import dev.assay.load.plan.Scenario;
import dev.assay.load.request.LoadRequest;
import dev.assay.request.SizedFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The files that are uploaded, made on disk before the run. Gatling streams them from there, so
 * that they take no memory.
 */
final class LoadFiles {

  private final Map<LoadRequest, Path> files = new HashMap<>();

  private LoadFiles() {}

  /** Those that the scenario sends. */
  static LoadFiles in(Path folder, Scenario scenario) throws IOException {
    LoadFiles made = new LoadFiles();
    for (LoadRequest request : scenario.requests()) {
      if (request.fileBytes() > 0) {
        Path file = folder.resolve(request.slug() + ".upload");
        made.files.put(request, file.toAbsolutePath());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
            InputStream in = SizedFile.of(request.fileType(), request.fileBytes(), 0).open()) {
          in.transferTo(out);
        }
      }
    }
    return made;
  }

  Path of(LoadRequest request) {
    return files.get(request);
  }

  void delete() {
    try {
      for (Path file : files.values()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
