package dev.assay.exchange.cleanup;

import java.util.Locale;

/** What became of something that a run made; the last is the worst. */
public enum Fate {
  /** It had gone already: 410, or 404 where others were removed in the same way. */
  GONE,
  /** The service said that it removed it. */
  REMOVED,
  /** It is there still, as far as anybody knows. */
  LEFT;

  /** In reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
