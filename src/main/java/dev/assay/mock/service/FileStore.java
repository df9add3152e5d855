package dev.assay.mock.service;

import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.FreshValues;
import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps files in memory, in a bounded amount: the oldest make room for new ones. */
public final class FileStore implements Storage {

  private static final long MOST = 128L * 1024 * 1024;

  private final URI baseUri;
  private final long capacity;
  private final FreshValues fresh;
  private final Map<String, Bytes> oldestFirst = new LinkedHashMap<>();
  private long occupied;
  private boolean madeRoom;

  /**
   * An empty one.
   *
   * @param capacity in bytes
   */
  public FileStore(URI baseUri, long capacity) {
    this(baseUri, capacity, FreshValues.genuine());
  }

  private FileStore(URI baseUri, long capacity, FreshValues fresh) {
    this.baseUri = baseUri;
    this.capacity = capacity;
    this.fresh = fresh;
  }

  /** One that keeps 128 MiB, or a quarter of a heap that is smaller than four times that. */
  public static FileStore of(long heapBytes, URI baseUri, FreshValues fresh) {
    return new FileStore(baseUri, Math.min(MOST, heapBytes / 4), fresh);
  }

  @Override
  public URI store(Bytes content, String extension) {
    String name = fresh.name().toString().replace("-", "") + suffix(extension);
    keep(name, content);
    return URI.create(baseUri + "/files/" + name);
  }

  private static String suffix(String extension) {
    return extension.matches("[a-z0-9]{1,12}") ? "." + extension : "";
  }

  private synchronized void keep(String name, Bytes content) {
    if (content.footprint() > capacity) {
      madeRoom = true;
      return;
    }
    occupied += content.footprint();
    Iterator<Bytes> oldest = oldestFirst.values().iterator();
    while (occupied > capacity && oldest.hasNext()) {
      occupied -= oldest.next().footprint();
      oldest.remove();
      madeRoom = true;
    }
    oldestFirst.put(name, content);
  }

  /** The file of that name, unless it was never stored or had to make room. */
  synchronized Optional<Bytes> find(String name) {
    return Optional.ofNullable(oldestFirst.get(name));
  }

  /** Whether a file that is not found may have been stored all the same. */
  synchronized boolean hasMadeRoom() {
    return madeRoom;
  }
}
