package dev.assay.exchange.connection;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom no proxy leads to, as the variable {@code no_proxy} says it for curl and others: names,
 * which stand for the names below them too, addresses, networks like 10.0.0.0/8, each perhaps with
 * a port, or {@code *} for everybody.
 *
 * @param entries in lower case
 * @param loopback whether this machine is meant too
 */
public record NoProxy(List<String> entries, boolean loopback) {

  private static final Pattern NETWORK = Pattern.compile("([0-9a-f:.]+)/(\\d{1,3})");
  private static final Pattern WITH_PORT = Pattern.compile("(.*?):(\\d{1,5})");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9a-f:.]*:[0-9a-f:.]*]?");

  /** A proxy leads to everybody. */
  public static NoProxy nobody() {
    return new NoProxy(List.of(), false);
  }

  /** What the variable says; a proxy named by a variable never leads to this machine. */
  public static NoProxy of(String variable) {
    return new NoProxy(
        Arrays.stream(variable.toLowerCase(Locale.ROOT).split("[\\s,]+"))
            .filter(entry -> !entry.isEmpty())
            .toList(),
        true);
  }

  /** Whether no proxy leads there. */
  public boolean covers(URI uri) {
    if (loopback && Loopback.is(uri)) {
      return true;
    }
    Optional<Authority> authority = Authority.behindUser(uri);
    return authority.isPresent()
        && entries.stream().anyMatch(entry -> covers(entry, authority.get()));
  }

  private static boolean covers(String entry, Authority to) {
    String host = to.host();
    Matcher network = NETWORK.matcher(entry);
    if (network.matches()) {
      return isIn(network.group(1), Integer.parseInt(network.group(2)), host);
    }
    Matcher withPort = WITH_PORT.matcher(entry);
    boolean named = withPort.matches() && !isBareIpv6(entry);
    String name = (named ? withPort.group(1) : entry).replaceFirst("^\\*?\\.", "");
    boolean ofPort = !named || Integer.parseInt(withPort.group(2)) == to.port();
    return ofPort && (name.equals("*") || isBelow(host, name));
  }

  private static boolean isBareIpv6(String entry) {
    return !entry.startsWith("[") && entry.indexOf(':') != entry.lastIndexOf(':');
  }

  private static boolean isBelow(String host, String name) {
    return HostName.bare(host).equals(HostName.bare(name)) || host.endsWith("." + name);
  }

  private static boolean isIn(String network, int bits, String host) {
    if (!ADDRESS.matcher(host).matches() || !ADDRESS.matcher(network).matches()) {
      return false;
    }
    byte[] of = bytes(network);
    byte[] address = bytes(host);
    if (of.length == 0 || of.length != address.length || bits > of.length * 8) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i % 8);
      if ((of[i / 8] & mask) != (address[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** Of an address; no name is looked up. */
  private static byte[] bytes(String address) {
    try {
      return InetAddress.getByName(HostName.bare(address)).getAddress();
    } catch (UnknownHostException e) {
      return new byte[0];
    }
  }
}
