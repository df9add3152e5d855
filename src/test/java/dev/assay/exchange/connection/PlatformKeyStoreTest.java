package dev.assay.exchange.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.exchange.Certificates;
import java.nio.file.Path;
import java.security.KeyStoreException;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who one is, by the options that the JDK's own TLS takes. */
class PlatformKeyStoreTest {

  @TempDir private Path folder;

  private static KeyManager[] keyManagers(String... options) throws Exception {
    Properties all = new Properties();
    for (int i = 0; i < options.length; i += 2) {
      all.setProperty("javax.net.ssl." + options[i], options[i + 1]);
    }
    return PlatformKeyStore.of(all).keyManagers();
  }

  @Test
  void nobody_without_a_store() throws Exception {
    assertThat(keyManagers()).isEmpty();
    assertThat(keyManagers("keyStoreType", "PKCS12", "keyStorePassword", "x")).isEmpty();
  }

  @Test
  void whom_a_file_names() throws Exception {
    String file = Certificates.in(folder).keyStore().toString();
    for (String type : new String[] {"PKCS12", "JKS"}) {
      KeyManager[] who =
          keyManagers("keyStore", file, "keyStorePassword", "changeit", "keyStoreType", type);
      assertThat(((X509KeyManager) who[0]).getClientAliases("EC", null)).as(type).hasSize(1);
    }
  }

  @Test
  void a_store_in_no_file_is_asked_for_by_its_type() throws Exception {
    KeyManager[] who = keyManagers("keyStore", "NONE", "keyStoreType", "PKCS12");
    assertThat(((X509KeyManager) who[0]).getClientAliases("EC", null)).isNull();
    assertThatThrownBy(() -> keyManagers("keyStore", "NONE", "keyStoreType", "NoSuchCard"))
        .isInstanceOf(KeyStoreException.class)
        .hasMessageContaining("NoSuchCard");
  }
}
