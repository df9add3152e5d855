package dev.assay.exchange.target;

import dev.assay.exchange.connection.Authority;
import dev.assay.exchange.connection.ConnectTo;
import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.connection.Identity;
import dev.assay.exchange.connection.NoProxy;
import dev.assay.exchange.connection.Proxies;
import dev.assay.exchange.connection.Proxy;
import dev.assay.exchange.connection.Tls;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A connection as it goes through a pipe. Holds secrets.
 *
 * @param connectTo null for none
 * @param http null for none
 * @param https null for none
 * @param trusted certificates in DER
 * @param identity null for none
 */
record ConnectionJson(
    ConnectTo connectTo,
    ProxyJson http,
    ProxyJson https,
    NoProxy except,
    List<byte[]> trusted,
    IdentityJson identity) {

  /**
   * A proxy.
   *
   * @param user null without credentials
   * @param password null without credentials
   */
  record ProxyJson(Authority address, String user, String password, String setting) {

    private static ProxyJson of(Proxy proxy) {
      return new ProxyJson(
          proxy.address(),
          proxy.credentials().map(Proxy.Credentials::user).orElse(null),
          proxy.credentials().map(Proxy.Credentials::password).orElse(null),
          proxy.setting());
    }

    private Proxy proxy() {
      return new Proxy(
          address,
          Optional.ofNullable(user).map(name -> new Proxy.Credentials(name, password)),
          setting);
    }

    @Override
    public String toString() {
      return "…";
    }
  }

  /**
   * A client certificate.
   *
   * @param algorithm of the key, as the JDK calls it: libraries that read keys have other names
   * @param key in PKCS #8, as Base64
   * @param chain in DER
   */
  record IdentityJson(String algorithm, String key, List<byte[]> chain) {

    private static IdentityJson of(Identity identity) {
      return new IdentityJson(
          identity.chain().get(0).getPublicKey().getAlgorithm(),
          encoded(identity.key()),
          bytes(identity.chain()));
    }

    private static String encoded(PrivateKey key) {
      return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private Identity identity() {
      try {
        return new Identity(
            KeyFactory.getInstance(algorithm)
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))),
            certificates(chain));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java does not know the key of another", e);
      }
    }

    @Override
    public String toString() {
      return "…";
    }
  }

  static ConnectionJson of(Connection connection) {
    return new ConnectionJson(
        connection.connectTo().orElse(null),
        connection.proxies().http().map(ProxyJson::of).orElse(null),
        connection.proxies().https().map(ProxyJson::of).orElse(null),
        connection.proxies().except(),
        bytes(connection.tls().trusted()),
        connection.tls().identity().map(IdentityJson::of).orElse(null));
  }

  Connection connection() {
    return new Connection(
        Optional.ofNullable(connectTo),
        new Proxies(
            Optional.ofNullable(http).map(ProxyJson::proxy),
            Optional.ofNullable(https).map(ProxyJson::proxy),
            except),
        new Tls(certificates(trusted), Optional.ofNullable(identity).map(IdentityJson::identity)));
  }

  private static List<byte[]> bytes(List<X509Certificate> certificates) {
    List<byte[]> bytes = new ArrayList<>();
    try {
      for (X509Certificate certificate : certificates) {
        bytes.add(certificate.getEncoded());
      }
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
    return bytes;
  }

  private static List<X509Certificate> certificates(List<byte[]> bytes) {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (byte[] each : bytes) {
        certificates.add(
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(each)));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was written cannot be read", e);
    }
    return certificates;
  }
}
