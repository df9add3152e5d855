package dev.assay.exchange.connection;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;

/** Who one is by the options of this JVM, {@code -Djavax.net.ssl.keyStore} and its like. */
final class PlatformKeyStore {

  private static final String OPTION = "javax.net.ssl.keyStore";

  private PlatformKeyStore() {}

  /** Nobody's, if no option names a key store. */
  static KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
    String file = System.getProperty(OPTION, "");
    if (file.isEmpty()) {
      return new KeyManager[0];
    }
    char[] password = System.getProperty(OPTION + "Password", "").toCharArray();
    return Tls.keyManagers(KeyStore.getInstance(new File(file), password), password)
        .getKeyManagers();
  }
}
