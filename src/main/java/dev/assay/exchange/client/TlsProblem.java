package dev.assay.exchange.client;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Why no TLS connection came about.
 *
 * @param what is wrong
 * @param advice what to do about it
 */
public record TlsProblem(String what, String advice) {

  private static final TlsProblem OUT_OF_DATE =
      new TlsProblem(
          "its certificate is expired or not yet valid", "renew it, or check the clocks");
  private static final TlsProblem OTHER_HOST =
      new TlsProblem("its certificate is for another host", "check the host name in the baseUrl");
  private static final Pattern ABOUT_THE_HOST =
      Pattern.compile(
          "^Certificate for <|hostname in certificate|No subject alternative|No name matching");

  private static final TlsProblem UNTRUSTED =
      new TlsProblem(
          "its certificate is self-signed or its issuer is unknown to this Java",
          "name a trust store with the issuer in it:"
              + " ASSAY_JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE");

  /** What that failure of a handshake is about. */
  public static TlsProblem of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException
          || cause instanceof CertificateNotYetValidException) {
        return OUT_OF_DATE;
      }
      if (cause instanceof CertPathBuilderException) {
        return UNTRUSTED;
      }
      if (cause instanceof SSLPeerUnverifiedException || isAboutTheHost(cause)) {
        return OTHER_HOST;
      }
    }
    return new TlsProblem(
        Failures.reason(thrown),
        "check that the service speaks TLS there, with a trusted certificate");
  }

  /** Neither Apache HttpClient nor the JDK has an exception of its own for it. */
  private static boolean isAboutTheHost(Throwable cause) {
    String message = cause.getMessage();
    return message != null && ABOUT_THE_HOST.matcher(message).find();
  }

  String sentence(String address) {
    return "the TLS connection to %s failed: %s; %s".formatted(address, what, advice);
  }
}
