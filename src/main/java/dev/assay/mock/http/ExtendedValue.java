package dev.assay.mock.http;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parameter's value with a charset and percent signs (RFC 8187): {@code UTF-8''na%C3%AFve.pdf}.
 */
final class ExtendedValue {

  private static final Pattern FORM = Pattern.compile("([^']+)'[^']*'(.*)");

  private ExtendedValue() {}

  /**
   * What it stands for.
   *
   * @throws Refusal 400 when it is not of that form
   */
  static String decoded(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw malformed();
    }
    try {
      return URLDecoder.decode(form.group(2).replace("+", "%2B"), Charset.forName(form.group(1)));
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static Refusal malformed() {
    return new Refusal(400, "filename* of a part is malformed");
  }
}
