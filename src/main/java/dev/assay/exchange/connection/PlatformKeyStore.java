package dev.assay.exchange.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * Who one is by the options of a JVM, {@code -Djavax.net.ssl.keyStore} and its like, as the JDK's
 * own TLS takes them (JSSE Reference Guide, "Customizing the Default Keystores").
 *
 * @param file empty for none; {@code NONE} for a store that is in no file, such as a smart card's
 * @param type as the JDK names it
 * @param provider of that type; empty for the first that has it
 * @param password opens store and keys; empty for none
 */
record PlatformKeyStore(String file, String type, String provider, String password) {

  private static final String OPTION = "javax.net.ssl.keyStore";
  private static final String NO_FILE = "NONE";

  static PlatformKeyStore of(Properties options) {
    return new PlatformKeyStore(
        options.getProperty(OPTION, ""),
        options.getProperty(OPTION + "Type", KeyStore.getDefaultType()),
        options.getProperty(OPTION + "Provider", ""),
        options.getProperty(OPTION + "Password", ""));
  }

  /** Nobody's, if no option names a key store. */
  KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
    if (file.isEmpty()) {
      return new KeyManager[0];
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    // The keys of a token are opened together with it.
    keys.init(store(), type.equalsIgnoreCase("PKCS11") ? null : secret());
    return keys.getKeyManagers();
  }

  private KeyStore store() throws GeneralSecurityException, IOException {
    KeyStore store =
        provider.isEmpty() ? KeyStore.getInstance(type) : KeyStore.getInstance(type, provider);
    if (file.equals(NO_FILE)) {
      store.load(null, secret());
      return store;
    }
    try (InputStream content = Files.newInputStream(Path.of(file))) {
      store.load(content, secret());
    }
    return store;
  }

  private char[] secret() {
    return password.isEmpty() ? null : password.toCharArray();
  }

  @Override
  public String toString() {
    return file;
  }
}
