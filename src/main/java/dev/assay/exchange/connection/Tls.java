package dev.assay.exchange.connection;

import dev.assay.UserException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

  /**
   * For connections. Reading the platform's certificates takes a third of a second.
   *
   * @throws UserException if they cannot be read, or the platform's key store cannot
   */
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keyManagers(), trustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /**
   * Who decides whom to trust. They say in an {@link UntrustedChain} whom they do not.
   *
   * @throws UserException if the platform's certificates cannot be read
   */
  public TrustManager[] trustManagers() {
    try {
      TrustManagerFactory trust = trust();
      trust.init(trustStore());
      return Arrays.stream(trust.getTrustManagers())
          .map(X509ExtendedTrustManager.class::cast)
          .map(TellingTrust::new)
          .toArray(TrustManager[]::new);
    } catch (GeneralSecurityException | IOException e) {
      throw unusable("the authorities that this Java trusts", "javax.net.ssl.trustStore", e);
    }
  }

  /**
   * What says who one is to servers that ask; nobody's, if neither the identity nor the platform's
   * key store does.
   *
   * @throws UserException if the platform's cannot be read
   */
  public KeyManager[] keyManagers() {
    try {
      return identity.isPresent()
          ? keyManagers(identity.get())
          : PlatformKeyStore.of(System.getProperties()).keyManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw unusable("the client certificate of this Java", "javax.net.ssl.keyStore", e);
    }
  }

  private static UserException unusable(String what, String option, Exception why) {
    return new UserException(
        "%s cannot be read: %s; check -D%s and the options that begin with it"
            .formatted(what, why.getMessage(), option));
  }

  /** All that is trusted, the platform's issuers and these. */
  private KeyStore trustStore() throws GeneralSecurityException, IOException {
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

  private static KeyManager[] keyManagers(Identity who)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    store.setKeyEntry("identity", who.key(), NO_PASSWORD, who.chain().toArray(Certificate[]::new));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, NO_PASSWORD);
    return keys.getKeyManagers();
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
