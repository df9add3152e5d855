package dev.assay.simulations;

import dev.assay.load.plan.LoadRequest;
import dev.assay.load.plan.Scenario;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * The files that are uploaded, made on disk before the run: genuine images and CSV documents of
 * exactly the stated sizes. Gatling streams them from there, so that they take no memory.
 */
final class LoadFiles {

  private static final int MOST_COMMENT = 65_533;
  private static final int LEAST_COMMENT = 4;
  private static final byte[] ROW =
      "2026-11-01,assay,load,0123456789,0123456789,0123456789\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final Map<LoadRequest, Path> files = new EnumMap<>(LoadRequest.class);

  private LoadFiles() {}

  /** Those that the scenario sends. */
  static LoadFiles in(Path folder, Scenario scenario) throws IOException {
    LoadFiles made = new LoadFiles();
    for (LoadRequest request : scenario.requests()) {
      if (request.fileBytes() > 0) {
        Path file = folder.resolve(request.slug() + ".upload");
        made.files.put(request, file.toAbsolutePath());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          write(request, out);
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

  private static void write(LoadRequest request, OutputStream out) throws IOException {
    if (request.isImage()) {
      image(request.fileBytes(), out);
    } else {
      for (long left = request.fileBytes(); left > 0; left -= ROW.length) {
        out.write(ROW, 0, (int) Math.min(ROW.length, left));
      }
    }
  }

  /** A JPEG image (ITU-T T.81, annex B) with comment segments behind its start marker. */
  private static void image(long size, OutputStream out) throws IOException {
    byte[] image = sample();
    out.write(image, 0, 2);
    long left = size - image.length;
    while (left > 0) {
      long segment = Math.min(left, MOST_COMMENT + 2L);
      if (left > segment && left - segment < LEAST_COMMENT) {
        segment -= LEAST_COMMENT; // what is left must be a segment too
      }
      int length = (int) segment - 2;
      out.write(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) (length >> 8), (byte) length});
      out.write(new byte[length - 2]);
      left -= segment;
    }
    out.write(image, 2, image.length - 2);
  }

  private static byte[] sample() throws IOException {
    try (InputStream in = LoadFiles.class.getResourceAsStream("/samples/sample.jpg")) {
      if (in == null) {
        throw new IOException("this build lacks samples/sample.jpg");
      }
      return in.readAllBytes();
    }
  }
}
