package dev.assay.load.record;

import dev.assay.load.plan.LoadRequest;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The message ids that one of several injectors was given, nine bytes each, for those who compare
 * them with the others'. Any number of threads may add.
 */
public final class IdLog implements Closeable {

  /** The name of the file. */
  public static final String NAME = "message.ids";

  private static final List<LoadRequest> REQUESTS = List.of(LoadRequest.values());
  private static final int JUDGED = 0x80;

  private final DataOutputStream file;

  IdLog(Path folder) throws IOException {
    file =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME))));
  }

  /** Who reads ids. */
  public interface Reader {
    /** An id was given to a request that was judged, or part of the warm-up. */
    void read(LoadRequest request, boolean judged, long id);
  }

  /** An answer to that request gave this id. */
  synchronized void add(SentRequest sent, long id) {
    try {
      file.writeByte(REQUESTS.indexOf(sent.request()) | (sent.arrival().judged() ? JUDGED : 0));
      file.writeLong(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void flush() throws IOException {
    file.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }

  /**
   * Reads them all; of a killed run, those that were written whole; none without a file.
   *
   * @throws IOException if they cannot be read
   */
  public static void read(Path folder, Reader reader) throws IOException {
    if (!Files.isRegularFile(folder.resolve(NAME))) {
      return;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(NAME))))) {
      for (int kind = in.read(); kind >= 0; kind = in.read()) {
        int request = kind & ~JUDGED;
        if (request >= REQUESTS.size()) {
          throw new IOException(folder.resolve(NAME) + " was not written by Assay");
        }
        reader.read(REQUESTS.get(request), (kind & JUDGED) != 0, in.readLong());
      }
    } catch (EOFException e) {
      return; // cut off by a kill: what stands before it is whole
    }
  }
}
