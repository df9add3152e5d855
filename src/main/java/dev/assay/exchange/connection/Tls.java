package dev.assay.exchange.connection;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * What TLS needs beyond what the platform brings.
 *
 * @param trusted issuers that are trusted besides those of the platform, never instead
 * @param identity who one is to a server that asks; without it, whom the platform's key store names
 */
public record Tls(List<X509Certificate> trusted, Optional<Identity> identity) {

  private static final Tls OF_PLATFORM = new Tls(List.of(), Optional.empty());

  /** Of a key store that is in memory only. */
  private static final char[] NO_PASSWORD = new char[0];

  public Tls {
    trusted = List.copyOf(trusted);
  }

  /** Nothing beyond the platform. */
  public static Tls ofPlatform() {
    return OF_PLATFORM;
  }

  /** The same trust, and nobody in particular. */
  Tls anonymous() {
    return new Tls(trusted, Optional.empty());
  }

  /** For connections. Reading the platform's certificates takes a third of a second. */
  public SSLContext context() {
    try {
      if (isOfPlatform()) {
        return SSLContext.getDefault();
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keyManagers(), trustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** Whether there is nothing beyond the platform. */
  public boolean isOfPlatform() {
    return trusted.isEmpty() && identity.isEmpty();
  }

  /**
   * Who decides whom to trust.
   *
   * @throws IOException if the platform's certificates cannot be read
   */
  public TrustManager[] trustManagers() throws GeneralSecurityException, IOException {
    TrustManagerFactory trust = trust();
    trust.init(trustStore());
    return trust.getTrustManagers();
  }

  /**
   * For a connection that is only looked at.
   *
   * @param seen is given the chain of certificates that the server shows, be it trusted or not
   */
  public SSLContext context(Consumer<List<X509Certificate>> seen) {
    try {
      TrustManager[] recording =
          Arrays.stream(trustManagers())
              .map(X509ExtendedTrustManager.class::cast)
              .map(manager -> new RecordingTrust(manager, seen))
              .toArray(TrustManager[]::new);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keyManagers(), recording, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /**
   * All that is trusted, the platform's issuers and these.
   *
   * @throws IOException if the platform's cannot be read
   */
  public KeyStore trustStore() throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    TrustManagerFactory platform = trust();
    platform.init((KeyStore) null);
    for (X509TrustManager manager :
        Arrays.stream(platform.getTrustManagers()).map(X509TrustManager.class::cast).toList()) {
      for (X509Certificate issuer : manager.getAcceptedIssuers()) {
        store.setCertificateEntry("platform-" + store.size(), issuer);
      }
    }
    for (X509Certificate issuer : trusted) {
      store.setCertificateEntry("own-" + store.size(), issuer);
    }
    return store;
  }

  private static KeyManagerFactory keyManagers(Identity who)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    store.setKeyEntry("identity", who.key(), NO_PASSWORD, who.chain().toArray(Certificate[]::new));
    return keyManagers(store, NO_PASSWORD);
  }

  /**
   * What says who one is to servers that ask; nobody's, if neither the identity nor the platform's
   * key store does.
   *
   * @throws IOException if the platform's cannot be read
   */
  public KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
    if (identity.isPresent()) {
      return keyManagers(identity.get()).getKeyManagers();
    }
    return PlatformKeyStore.keyManagers();
  }

  static KeyManagerFactory keyManagers(KeyStore store, char[] password)
      throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    return keys;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static TrustManagerFactory trust() throws GeneralSecurityException {
    return TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
  }
}
