package dev.assay.mock.hint;

import dev.assay.mock.http.ErrorFormat;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.service.TestAccounts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What may be wrong with an Authorization header, shown without the token that came or is known.
 */
record TokenAdvice(TestAccounts accounts) {

  private static final String SCHEME = "Bearer ";

  /**
   * Those that people type and those that word processors make of them; these come as any bytes.
   */
  private static final Pattern QUOTES = Pattern.compile("[\"'`]|[^\\x00-\\x7f]");

  Optional<String> on(MockRequest request) {
    boolean haptik = ErrorFormat.of(request.path()) == ErrorFormat.HAPTIK;
    String form = haptik ? "`Authorization: Bearer TOKEN`" : "`Authorization: TOKEN`";
    List<String> came = request.headers().values().getOrDefault("authorization", List.of());
    if (came.size() != 1) {
      return Optional.of(
          came.isEmpty()
              ? "no Authorization header came; send " + form
              : "the Authorization header came " + came.size() + " times");
    }
    return haptik ? onHaptik(came.get(0)) : onRooms(came.get(0));
  }

  private Optional<String> onHaptik(String value) {
    String token = accounts.haptikToken();
    if (value.equals(SCHEME + token)) {
      return Optional.empty();
    }
    if (value.equals(token)) {
      return Optional.of("the word Bearer and one blank must stand before the token");
    }
    return Optional.of(common(value, token, accounts.roomsToken(), "--token"));
  }

  private Optional<String> onRooms(String value) {
    String token = accounts.roomsToken();
    if (value.equals(token)) {
      return Optional.empty();
    }
    if (withoutScheme(value).equals(token)) {
      return Optional.of("this service takes the bare token, without the word Bearer before it");
    }
    return Optional.of(common(value, token, accounts.haptikToken(), "--rooms-token"));
  }

  private static String common(String value, String token, String others, String option) {
    String bare = withoutScheme(value);
    if (bare.isEmpty()) {
      return "the token is empty: perhaps its environment variable is not set";
    }
    if (bare.matches("[<${].*")) {
      return "the token is a placeholder that was not filled in";
    }
    String unquoted = QUOTES.matcher(value).replaceAll("");
    if (!unquoted.equals(value) && withoutScheme(unquoted).equals(token)) {
      return "the token is right but for the quotes around it: leave them out";
    }
    if (bare.equals(others)) {
      return "this is the token of the other service; here the one of the option %s counts"
          .formatted(option);
    }
    if (squeezed(value).endsWith(squeezed(token))) {
      return "the token is right, but what stands before or within it is not: blanks, colons, a"
          + " word or letters of the other case";
    }
    return "the token is not the one that the mock printed when it started (option %s)"
        .formatted(option);
  }

  private static String withoutScheme(String value) {
    return value.strip().replaceFirst("(?i)^bearer[: ]*", "").strip();
  }

  private static String squeezed(String value) {
    return value.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
  }
}
