package dev.assay.contract.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.format.DateTimeFormat;
import com.networknt.schema.format.EmailFormat;
import com.networknt.schema.format.IdnEmailFormat;
import com.networknt.schema.format.IdnHostnameFormat;
import com.networknt.schema.format.UriFormat;
import com.networknt.schema.format.UriReferenceFormat;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * The formats of which the validator asks more than their documents do, or nothing: it knows the
 * top-level domains of one day, and no internal ones, for example.
 */
final class SchemaFormats {

  /** A host name (RFC 1123, section 2.1): what it ends with is for those to know who use it. */
  private static final Pattern HOST_NAME =
      Pattern.compile(
          "(?i)(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

  /** Between two dots, of which there are four (RFC 3490, section 3.1), or at an end. */
  private static final Pattern EMPTY_LABEL =
      Pattern.compile("(^|[.\u3002\uFF0E\uFF61])([.\u3002\uFF0E\uFF61]|\\z)");

  private static final Pattern ADDRESS = Pattern.compile("(.*)@([^@\\[\\]]+)", Pattern.DOTALL);

  private static final Format EMAIL = new EmailFormat();
  private static final Format IDN_EMAIL = new IdnEmailFormat();
  private static final Format IDN_HOST_NAME = new IdnHostnameFormat();
  private static final Format DATE_TIME = new DateTimeFormat();
  private static final Format URI = new UriFormat();
  private static final Format URI_REFERENCE = new UriReferenceFormat();

  /** The host and its port (RFC 3986, section 3.2). */
  private static final Pattern AUTHORITY =
      Pattern.compile("([^@]*@)?(\\[[^\\[\\]]*]|[^:@\\[\\]]*)(:[0-9]*)?");

  private static final Pattern WITH_AUTHORITY =
      Pattern.compile("([^:/?#]+:)?//([^/?#]*).*", Pattern.DOTALL);

  private SchemaFormats() {}

  /** Those that take the place of the validator's own. */
  static List<Format> all() {
    return List.of(
        as("email", SchemaFormats::isEmail),
        as("idn-email", SchemaFormats::isIdnEmail),
        as("hostname", (context, text) -> isHostName(text)),
        as("idn-hostname", SchemaFormats::isIdnHost),
        as("date-time", SchemaFormats::isDateTime),
        as("uri", (context, text) -> hasAuthority(text) && URI.matches(context, text)),
        as(
            "uri-reference",
            (context, text) -> hasAuthority(text) && URI_REFERENCE.matches(context, text)),
        as("byte", (context, text) -> isBase64(text)));
  }

  /** RFC 5321, section 4.1.2. */
  private static boolean isEmail(ExecutionContext context, String text) {
    var parts = ADDRESS.matcher(text);
    return parts.matches()
        ? isHostName(parts.group(2)) && EMAIL.matches(context, parts.group(1) + "@example.com")
        : EMAIL.matches(context, text);
  }

  /** RFC 6531, section 3.3. */
  private static boolean isIdnEmail(ExecutionContext context, String text) {
    var parts = ADDRESS.matcher(text);
    return parts.matches()
        ? isIdnHost(context, parts.group(2))
            && IDN_EMAIL.matches(context, parts.group(1) + "@example.com")
        : IDN_EMAIL.matches(context, text);
  }

  /**
   * RFC 5890, section 2.3.2.3. Capitals are told from small letters by no host name, whatever it is
   * written with, nor is an accent from one that is written apart.
   */
  private static boolean isIdnHost(ExecutionContext context, String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFC);
    return isHostName(text)
        || (!EMPTY_LABEL.matcher(text).find()
            && (IDN_HOST_NAME.matches(context, text)
                || IDN_HOST_NAME.matches(context, text.toLowerCase(Locale.ROOT))));
  }

  private static boolean isHostName(String text) {
    return HOST_NAME.matcher(text).matches();
  }

  /** RFC 3339: with as many digits of a second as anybody likes, and of any place (section 4.3). */
  private static boolean isDateTime(ExecutionContext context, String text) {
    return !text.endsWith("\n")
        && DATE_TIME.matches(
            context, text.replaceFirst("(\\.\\d{9})\\d+", "$1").replaceFirst("-00:00$", "+00:00"));
  }

  /** Whether it has a proper one, or none. */
  private static boolean hasAuthority(String text) {
    var parts = WITH_AUTHORITY.matcher(text);
    return !parts.matches() || AUTHORITY.matcher(parts.group(2)).matches();
  }

  /** RFC 4648, section 4. */
  private static boolean isBase64(String text) {
    try {
      Base64.getDecoder().decode(text.replaceAll("[\\r\\n]", ""));
      return true;
    } catch (IllegalArgumentException isNone) {
      return false;
    }
  }

  private static Format as(String name, BiPredicate<ExecutionContext, String> matching) {
    return new Format() {
      @Override
      public String getName() {
        return name;
      }

      @Override
      public boolean matches(ExecutionContext context, String text) {
        return matching.test(context, text);
      }
    };
  }
}
