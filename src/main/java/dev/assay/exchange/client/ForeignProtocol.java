package dev.assay.exchange.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a server may speak that does not answer in HTTP/1, told by the first bytes of its answer.
 */
public enum ForeignProtocol {
  TLS("[\\x15\\x16]\\x03", "it expects TLS there: write https:// in the baseUrl"),
  HTTP_2(
      "\\x00..[\\x04\\x07].\\x00{4}",
      "it speaks HTTP/2 only, and Assay HTTP/1.1: let it accept that too, or name a port that does"),
  SSH("SSH-", "that is an SSH server: check the port in the baseUrl"),
  SMTP("(220|554)[ -].*E?SMTP", "that is a mail server: check the port in the baseUrl"),
  FTP("220[ -]", "that is an FTP or mail server: check the port in the baseUrl"),
  POP("\\+OK", "that is a POP3 mail server: check the port in the baseUrl"),
  IMAP("\\* OK", "that is an IMAP mail server: check the port in the baseUrl"),
  REDIS(
      "-(ERR|NOAUTH|DENIED|WRONGPASS|NOPERM)",
      "that is a Redis server: check the port in the baseUrl"),
  MYSQL("...\\x00[\\x0a\\xff]", "that is a MySQL or MariaDB server: check the port in the baseUrl"),
  POSTGRESQL("E\\x00|EFATAL", "that is a PostgreSQL server: check the port in the baseUrl"),
  AMQP("AMQP", "that is a message broker: check the port in the baseUrl"),
  BODY("[<{]", "that is a body without the head of an answer: see what serves that port");

  private static final int SHOWN = 60;

  private final transient Pattern form;
  private final String advice;

  @SuppressWarnings("ImmutableEnumChecker")
  ForeignProtocol(String form, String advice) {
    this.form = Pattern.compile(form, Pattern.DOTALL);
    this.advice = advice;
  }

  /**
   * What it may be.
   *
   * @param beginning the first bytes, each as one character
   */
  public static Optional<ForeignProtocol> of(String beginning) {
    return Arrays.stream(values())
        .filter(each -> each.form.matcher(beginning).lookingAt())
        .findFirst();
  }

  /** What it is, and what to do. */
  public String advice() {
    return advice;
  }

  /** The bytes in one short line. */
  static String shown(String beginning) {
    String line = beginning.strip();
    String begun = line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    return begun.chars().mapToObj(ForeignProtocol::shown).collect(Collectors.joining());
  }

  private static String shown(int c) {
    boolean plain = (c >= ' ' && c < 127) || c == '…';
    return plain ? Character.toString(c) : String.format(Locale.ROOT, "\\x%02x", c);
  }
}
