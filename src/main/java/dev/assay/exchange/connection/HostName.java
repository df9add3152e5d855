package dev.assay.exchange.connection;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of hosts, in the one spelling in which they are sent and compared. */
public final class HostName {

  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
  private static final Pattern DOTS = Pattern.compile("[.\u3002\uFF0E\uFF61]");

  /** What IDNA of 2003 made another name of than IDNA of 2008 does (RFC 5894, section 7.2). */
  private static final Pattern OF_TWO_MEANINGS = Pattern.compile("[ßẞς\u200C\u200D]");

  private static final Pattern ODD = Pattern.compile("[^a-z0-9._-]");

  private HostName() {}

  /** Without the brackets around an IPv6 address (RFC 3986, section 3.2.2). */
  public static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** With brackets around an IPv6 address, as a URL has it. */
  public static String bracketed(String host) {
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  /**
   * In lower case, and without the dot of the DNS root, which no server is told (RFC 6066, section
   * 3): the host is the same with it and without.
   */
  public static String canonical(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.length() > 1 && lower.endsWith(".")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }

  /**
   * The name in ASCII (RFC 5891), in lower case; empty where that is not clear or cannot be. There
   * may still be odd characters in it.
   *
   * @param host in any script; it may end with a dot
   */
  public static Optional<String> ascii(String host) {
    if (ASCII.matcher(host).matches()) {
      return Optional.of(host.toLowerCase(Locale.ROOT));
    }
    if (OF_TWO_MEANINGS.matcher(host).find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Arrays.stream(DOTS.split(host, -1))
              .map(HostName::asciiLabel)
              .collect(Collectors.joining(".")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String asciiLabel(String label) {
    return ASCII.matcher(label).matches()
        ? label.toLowerCase(Locale.ROOT)
        : IDN.toASCII(label).toLowerCase(Locale.ROOT);
  }

  /**
   * Its addresses. The dot of the DNS root means something to the DNS only: what else knows names,
   * such as a file of hosts, knows them without it.
   *
   * @throws UnknownHostException if there are none
   */
  public static InetAddress[] addresses(String host) throws UnknownHostException {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      if (!host.endsWith(".")) {
        throw e;
      }
      return InetAddress.getAllByName(canonical(host));
    }
  }

  /** The first character that no host name can have (RFC 1123, section 2.1; and the underscore). */
  public static Optional<String> oddCharacter(String host) {
    return ODD.matcher(host.toLowerCase(Locale.ROOT))
        .results()
        .map(found -> found.group())
        .findFirst();
  }

  /** As people write the name of that URL's host, where they write it in another script. */
  public static Optional<String> inItsScript(URI uri) {
    return Authority.of(uri)
        .map(Authority::host)
        .map(host -> IDN.toUnicode(host))
        .filter(name -> !ASCII.matcher(name).matches());
  }
}
