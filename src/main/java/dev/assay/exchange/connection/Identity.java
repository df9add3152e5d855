package dev.assay.exchange.connection;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A client certificate.
 *
 * @param key is a secret
 * @param chain the certificate, and those of its issuers
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {

  public Identity {
    chain = List.copyOf(chain);
  }

  @Override
  public String toString() {
    return "the client certificate of " + chain.get(0).getSubjectX500Principal();
  }
}
