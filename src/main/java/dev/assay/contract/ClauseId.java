package dev.assay.contract;

import java.util.regex.Pattern;

/**
 * The name of a clause: a path-like slug such as {@code make-thing/401/missing-header}.
 *
 * @param value lower-case words, digits and hyphens, two to four segments joined by slashes
 */
public record ClauseId(String value) implements Comparable<ClauseId> {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+){1,3}");

  public ClauseId {
    if (!SLUG.matcher(value).matches()) {
      throw new IllegalArgumentException("not a clause id: " + value);
    }
  }

  /** Whether {@code prefix} names this clause or a whole segment path above it. */
  public boolean isUnder(String prefix) {
    String path = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    return value.equals(path) || value.startsWith(path + "/");
  }

  @Override
  public int compareTo(ClauseId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
