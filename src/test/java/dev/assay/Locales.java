package dev.assay;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** What Java may take for the place that it runs in. */
public final class Locales {

  private Locales() {}

  /**
   * One of each kind of all that Java knows: those that write numbers and change letters alike are
   * of a kind.
   */
  public static Collection<Locale> ofEachKind() {
    Map<String, Locale> kinds = new LinkedHashMap<>();
    for (Locale locale : Locale.getAvailableLocales()) {
      kinds.putIfAbsent(kind(locale), locale);
    }
    return kinds.values();
  }

  private static String kind(Locale locale) {
    return String.format(locale, "%,d %d %05d %,.2f %+.1e", 1234567, -89, 7, 1e5, 2e-9)
        + "AİIiıß".toLowerCase(locale)
        + "AİIiıß".toUpperCase(locale);
  }

  /** What that makes where this is the locale that nobody asked for. */
  public static <T> T in(Locale locale, Callable<T> work) throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(locale);
    try {
      return work.call();
    } finally {
      Locale.setDefault(before);
    }
  }
}
