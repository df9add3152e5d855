package dev.assay.load.record;

import dev.assay.load.plan.LoadPlan;
import dev.assay.load.request.LoadRequest;
import dev.assay.load.request.MemberRule;
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
import java.util.ArrayList;
import java.util.List;

/**
 * The ids that one of several injectors was given, ten bytes each, for those who compare them with
 * the others'. Any number of threads may add.
 */
public final class IdLog implements Closeable {

  /** The name of the file. */
  public static final String NAME = "message.ids";

  private final DataOutputStream file;
  private final List<Kind> kinds;

  /** Whose ids they are. */
  private record Kind(LoadRequest request, MemberRule rule) {

    private static List<Kind> all(LoadPlan plan) {
      List<Kind> all = new ArrayList<>();
      for (LoadRequest request : plan.scenario().requests()) {
        plan.template(request).rules().unique().forEach(rule -> all.add(new Kind(request, rule)));
      }
      return all;
    }
  }

  IdLog(LoadPlan plan, Path folder) throws IOException {
    kinds = Kind.all(plan);
    file =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME))));
  }

  /** Who reads ids. */
  public interface Reader {
    /** A member got an id in the answer to a request that was judged, or part of the warm-up. */
    void read(LoadRequest request, MemberRule rule, boolean judged, long id);
  }

  /** An answer to that request gave this id, as that rule has it. */
  synchronized void add(SentRequest sent, MemberRule rule, long id) {
    try {
      int kind = kinds.indexOf(new Kind(sent.request(), rule));
      file.writeShort(2 * kind + (sent.arrival().judged() ? 1 : 0));
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
   * @param plan of those who wrote them
   * @throws IOException if they cannot be read
   */
  public static void read(LoadPlan plan, Path folder, Reader reader) throws IOException {
    if (!Files.isRegularFile(folder.resolve(NAME))) {
      return;
    }
    List<Kind> kinds = Kind.all(plan);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(NAME))))) {
      while (true) {
        int word = in.readUnsignedShort();
        if (word / 2 >= kinds.size()) {
          throw new IOException(folder.resolve(NAME) + " was not written by Assay");
        }
        Kind kind = kinds.get(word / 2);
        reader.read(kind.request(), kind.rule(), word % 2 == 1, in.readLong());
      }
    } catch (EOFException e) {
      return; // the end, or cut off by a kill: what stands before it is whole
    }
  }
}
