package dev.assay.contract;

import java.util.regex.Pattern;

/**
 * The name of a clause: a path-like slug such as {@code make-thing/401/missing-header}.
 *
 * @param operation the id of the one that it is about
 * @param path below it: lower-case words, digits and hyphens, up to three segments joined by
 *     slashes
 */
public record ClauseId(String operation, String path) implements Comparable<ClauseId> {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+){1,3}");

  public ClauseId {
    String value = operation + "/" + path;
    if (!SLUG.matcher(value).matches()) {
      throw new IllegalArgumentException("not a clause id: " + value);
    }
  }

  /**
   * As a contract writes it.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static ClauseId of(String text) {
    String[] parts = text.split("/", 2);
    return new ClauseId(parts[0], parts.length == 1 ? "" : parts[1]);
  }

  /** As a contract writes it. */
  public String value() {
    return operation + "/" + path;
  }

  /** Whether {@code prefix} names this clause or a whole segment path above it. */
  public boolean isUnder(String prefix) {
    return isUnder(value(), prefix);
  }

  /**
   * Whether {@code prefix} names what bears that path-like id, or a whole segment path above it.
   */
  public static boolean isUnder(String id, String prefix) {
    String above = prefix.endsWith("/") ? prefix : prefix + "/";
    return (id + "/").startsWith(above);
  }

  @Override
  public int compareTo(ClauseId other) {
    return value().compareTo(other.value());
  }

  @Override
  public String toString() {
    return value();
  }
}
