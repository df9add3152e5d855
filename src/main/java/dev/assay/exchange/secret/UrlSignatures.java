package dev.assay.exchange.secret;

import java.util.regex.Pattern;

/**
 * Masks what makes a URL a key to what it leads to: whoever reads a report must not be able to use
 * it. These are the signatures and tokens of presigned URLs (Amazon, Google, Azure, Alibaba,
 * Tencent, CloudFront), the ids of the keys that made them, and passwords in front of a host.
 */
final class UrlSignatures {

  private static final String MASK = "(masked)";

  /** As it is, in JSON, in HTML, and inside another URL. */
  private static final String BEFORE = "[?&;#]|\\\\u0026|\\\\u003[fF]|%3[fF]|%26";

  private static final String NAMES =
      "[\\w.-]*(?:signature|token|credential|secret|passw(?:or)?d|api[_-]?key|key-?(?:pair-?)?id)"
          + "|googleaccessid|sig|policy|auth|authorization|hmac|jwt|hdne[at]s?";

  private static final Pattern PARAMETER =
      Pattern.compile(
          "((?:"
              + BEFORE
              + ")(?:amp;)?(?:"
              + NAMES
              + ")(?:=|\\\\u003[dD]|%3[dD]))"
              + "(?![$(])(?:(?!\\\\u0026|%26)[^\\s&#\"'<>\\\\])+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PASSWORD = Pattern.compile("(://[^/\\s:@\"'<>]*:)[^/\\s@\"'<>]+@");

  private UrlSignatures() {}

  /** The text with each of them masked; cheap where there is none. */
  static String masked(String text) {
    String masked =
        text.indexOf('=') >= 0 || text.indexOf("%3") >= 0 || text.indexOf("\\u003") >= 0
            ? PARAMETER.matcher(text).replaceAll("$1" + MASK)
            : text;
    return masked.indexOf("://") >= 0 && masked.indexOf('@') >= 0
        ? PASSWORD.matcher(masked).replaceAll("$1" + MASK + "@")
        : masked;
  }
}
