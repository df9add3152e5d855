package dev.assay.contract;

import java.util.Locale;

/** How firmly the documents say a thing. */
public enum Level {
  /** A document says it. */
  STATED,
  /** It follows from an example or from common sense. */
  IMPLIED,
  /** No document says what happens: behaviour is observed, never judged wrong. */
  SILENT;

  /** The word used in contracts and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
