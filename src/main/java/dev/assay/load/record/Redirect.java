package dev.assay.load.record;

import java.net.URI;

/** Where a redirect leads: its host, which is what matters to whoever holds a credential. */
final class Redirect {

  private Redirect() {}

  /**
   * The host and port, with the scheme where that is another.
   *
   * @param from the URL that was asked
   * @param location may be relative to it
   */
  static String host(String from, String location) {
    try {
      URI asked = URI.create(from);
      URI leads = asked.resolve(URI.create(location.strip()));
      if (leads.getRawAuthority() == null) {
        return "no host";
      }
      String host = leads.getRawAuthority().replaceFirst("^.*@", "");
      return leads.getScheme().equalsIgnoreCase(asked.getScheme())
          ? host
          : leads.getScheme() + "://" + host;
    } catch (IllegalArgumentException e) {
      return "no valid URL";
    }
  }
}
