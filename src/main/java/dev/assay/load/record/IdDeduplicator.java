package dev.assay.load.record;

/**
 * The ids that answers of a run gave, to find one that comes twice. It holds a bounded number of
 * them, about eight bytes each and twice that while it grows; those beyond are counted, not
 * compared.
 */
public final class IdDeduplicator {

  private static final int FIRST_SIZE = 1 << 12;

  private final int most;
  private long[] slots = new long[FIRST_SIZE];
  private boolean hasZero;
  private int size;
  private long unchecked;

  IdDeduplicator(int most) {
    this.most = most;
  }

  /** Whether this id was not there before. */
  public synchronized boolean add(long id) {
    if (id == 0) {
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    int slot = slot(id);
    if (slots[slot] == id) {
      return false;
    }
    if (size >= most) {
      unchecked++;
      return true;
    }
    slots[slot] = id;
    size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return true;
  }

  /** An id came that is no 64-bit integer. */
  synchronized void cannotCheck() {
    unchecked++;
  }

  /** How many ids were not remembered. */
  synchronized long unchecked() {
    return unchecked;
  }

  private int slot(long id) {
    long hash = id * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != id) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (long id : old) {
      if (id != 0) {
        slots[slot(id)] = id;
      }
    }
  }
}
