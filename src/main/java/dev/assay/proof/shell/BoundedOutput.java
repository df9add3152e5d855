package dev.assay.proof.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads all that a command prints, however much it is, and keeps its beginning and its end. */
final class BoundedOutput {

  private static final int HEAD = 16 * 1024;
  private static final int TAIL = 16 * 1024;
  private static final int PIECE = 8 * 1024;

  /** Longer than any credential: what the end begins with may be the rest of one. */
  private static final int UNSURE = 512;

  private static final int GRACE_MILLIS = 2_000;

  private final byte[] head = new byte[HEAD];
  private final byte[] tail = new byte[TAIL];
  private final Thread reader;
  private long length;

  private BoundedOutput(InputStream in) {
    this.reader = new Thread(() -> read(in), "suite-output");
    reader.setDaemon(true);
  }

  static BoundedOutput of(InputStream in) {
    BoundedOutput output = new BoundedOutput(in);
    output.reader.start();
    return output;
  }

  private void read(InputStream in) {
    byte[] piece = new byte[PIECE];
    try (in) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        keep(piece, read);
      }
    } catch (IOException e) {
      // the command is over, and so is what it prints
    }
  }

  private synchronized void keep(byte[] piece, int read) {
    for (int i = 0; i < read; i++, length++) {
      if (length < HEAD) {
        head[(int) length] = piece[i];
      } else {
        tail[(int) ((length - HEAD) % TAIL)] = piece[i];
      }
    }
  }

  /** What was printed, once it is over or has had time to be. */
  String text() throws InterruptedException {
    reader.join(GRACE_MILLIS);
    synchronized (this) {
      String begin = text(Arrays.copyOf(head, (int) Math.min(length, HEAD)));
      if (length <= HEAD + TAIL) {
        return begin + text(Arrays.copyOf(tail, (int) Math.max(0, length - HEAD)));
      }
      int from = (int) ((length - HEAD) % TAIL);
      byte[] end = new byte[TAIL];
      System.arraycopy(tail, from, end, 0, TAIL - from);
      System.arraycopy(tail, 0, end, TAIL - from, from);
      return "%s…\n(of %s bytes the middle is left out)\n%s"
          .formatted(begin, length, text(Arrays.copyOfRange(end, UNSURE, TAIL)));
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
