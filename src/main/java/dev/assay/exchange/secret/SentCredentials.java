package dev.assay.exchange.secret;

import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the credentials in a request that was not made with placeholders. */
final class SentCredentials {

  private SentCredentials() {}

  /** The values of the headers and query parameters of those names, which are in small letters. */
  static List<Secrets.Secret> in(Request request, Set<String> names) {
    List<Secrets.Secret> found = new ArrayList<>();
    for (Header header : request.headers()) {
      if (names.contains(header.name().toLowerCase(Locale.ROOT))) {
        found.add(secret(header.name(), header.value()));
      }
    }
    for (String pair : request.query().orElse("").split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2 && names.contains(parts[0].toLowerCase(Locale.ROOT))) {
        found.add(secret(parts[0], parts[1]));
      }
    }
    return found;
  }

  private static Secrets.Secret secret(String name, String value) {
    String shown = name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    return new Secrets.Secret(shown, shown, value.replaceFirst("^(?i)(bearer|basic|digest) +", ""));
  }
}
