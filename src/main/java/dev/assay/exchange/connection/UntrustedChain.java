package dev.assay.exchange.connection;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

/** A server showed certificates that are not trusted; the cause says why. */
public final class UntrustedChain extends CertificateException {

  private static final long serialVersionUID = 1;

  private final transient List<X509Certificate> chain;

  UntrustedChain(X509Certificate[] chain, CertificateException why) {
    super(why);
    this.chain = List.of(chain);
  }

  /** What it showed, its own first; never empty. */
  public List<X509Certificate> chain() {
    return chain;
  }
}
