package dev.assay.exchange.client;

import dev.assay.exchange.connection.UntrustedChain;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.security.auth.x500.X500Principal;

/**
 * Why no TLS connection came about.
 *
 * @param what is wrong
 * @param advice what to do about it
 */
public record TlsProblem(String what, String advice) {

  /**
   * What JDK and Netty say of an answer that is no TLS; {@code NotSslRecordException} says less.
   */
  public static final String NO_TLS = "what came back is no TLS";

  private static final Pattern ABOUT_THE_HOST =
      Pattern.compile(
          "^Certificate for <|hostname in certificate|No subject alternative|No name matching");
  private static final Pattern NAMES =
      Pattern.compile("alternative names: \\[([^\\]]+)]|certificate subject: (.+)|!= <([^>]+)>");
  private static final Pattern ALERT = Pattern.compile("[Rr]eceived fatal alert: (\\w+)");
  private static final Pattern DAY = Pattern.compile("\\w{3} (\\w{3} \\d{2}) .* (\\d{4})$");
  private static final DateTimeFormatter MONTH_FIRST =
      DateTimeFormatter.ofPattern("MMM dd yyyy", Locale.ENGLISH);

  private static final String TRUST =
      "if that is right, name the issuer's certificate in the target file, under the service:"
          + " `tls: { trust: certs/ca.pem }`";

  private static final String IDENTITY =
      "name one in the target file, under the service, by tls.certificate and tls.key";

  /** What that failure of a handshake is about. */
  public static TlsProblem of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage() == null ? "" : cause.getMessage();
      if (cause instanceof CertificateExpiredException) {
        return outOfDate("expired" + day(" on ", message));
      }
      if (cause instanceof CertificateNotYetValidException) {
        return outOfDate("is not yet valid" + day(" before ", message));
      }
      if (cause instanceof CertPathBuilderException) {
        return untrusted(thrown);
      }
      if (cause instanceof SSLPeerUnverifiedException || ABOUT_THE_HOST.matcher(message).find()) {
        return otherHost(message);
      }
      Matcher alert = ALERT.matcher(message);
      if (alert.find()) {
        return ofAlert(alert.group(1));
      }
    }
    return ofMessage(Failures.reason(thrown));
  }

  private static TlsProblem untrusted(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .filter(UntrustedChain.class::isInstance)
        .map(cause -> untrusted(((UntrustedChain) cause).chain()))
        .findFirst()
        .orElseGet(() -> new TlsProblem("its issuer is unknown to this Java", TRUST));
  }

  private static TlsProblem untrusted(List<X509Certificate> chain) {
    String own = name(chain.get(0).getSubjectX500Principal());
    List<String> issuers =
        chain.stream().map(each -> name(each.getIssuerX500Principal())).distinct().toList();
    return new TlsProblem(
        issuers.equals(List.of(own))
            ? "its certificate (%s) is self-signed".formatted(own)
            : "its certificate (%s) was issued by %s, which this Java does not know"
                .formatted(own, String.join(", that by ", issuers)),
        TRUST);
  }

  private static String name(X500Principal who) {
    return ForeignProtocol.shown(who.toString());
  }

  private static TlsProblem outOfDate(String how) {
    return new TlsProblem("its certificate " + how, "have it renewed, or check the clocks");
  }

  /** The JDK says it as in {@code NotAfter: Thu Nov 26 00:00:00 UTC 2026}. */
  private static String day(String word, String message) {
    Matcher day = DAY.matcher(message);
    try {
      return day.find()
          ? word + LocalDate.parse(day.group(1) + " " + day.group(2), MONTH_FIRST)
          : "";
    } catch (DateTimeException e) {
      return "";
    }
  }

  /** Neither Apache HttpClient nor the JDK has an exception of its own for it. */
  private static TlsProblem otherHost(String message) {
    String whose =
        NAMES
            .matcher(message)
            .results()
            .flatMap(found -> Stream.of(found.group(1), found.group(2), found.group(3)))
            .filter(Objects::nonNull)
            .findFirst()
            .map(names -> " (" + names + ")")
            .orElse("");
    return new TlsProblem(
        "its certificate is for another host" + whose, "check the host name in the baseUrl");
  }

  private static TlsProblem ofAlert(String alert) {
    String ended = "the server ended the handshake (%s)".formatted(alert);
    return switch (alert) {
      case "certificate_required" -> new TlsProblem("it asks for a client certificate", IDENTITY);
      case "handshake_failure" ->
          new TlsProblem(ended, "it may ask for a client certificate: " + IDENTITY);
      case "bad_certificate", "unknown_ca", "certificate_unknown", "certificate_expired" ->
          new TlsProblem(
              "it does not accept the client certificate (%s)".formatted(alert),
              "check tls.certificate and tls.key in the target file");
      case "no_application_protocol" ->
          new TlsProblem(ended, "it speaks HTTP/2 only perhaps, and Assay HTTP/1.1");
      case "unrecognized_name" ->
          new TlsProblem("it serves no host of that name", "check the host name in the baseUrl");
      case "protocol_version" ->
          new TlsProblem(ended, "it speaks no version of TLS that this Java allows");
      default -> ofMessage(ended);
    };
  }

  private static TlsProblem ofMessage(String message) {
    return message.contains("Unsupported or unrecognized SSL message") || message.equals(NO_TLS)
        ? new TlsProblem(
            NO_TLS,
            "if it speaks plain HTTP there, write http:// in the baseUrl, or check the port")
        : new TlsProblem(
            message, "check that the service speaks TLS there, with a trusted certificate");
  }

  String sentence(String address) {
    return "the TLS connection to %s failed: %s; %s".formatted(address, what, advice);
  }
}
