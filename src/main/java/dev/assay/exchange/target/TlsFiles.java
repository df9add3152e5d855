package dev.assay.exchange.target;

import dev.assay.UserException;
import dev.assay.exchange.connection.Identity;
import dev.assay.exchange.connection.Tls;
import dev.assay.yaml.YamlNode.Group;
import dev.assay.yaml.YamlNode.Value;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.altindag.ssl.pem.util.PemUtils;

/**
 * Reads the certificates and keys that the {@code tls} keys of a target file name: PEM (RFC 7468),
 * or a key store of Java's or PKCS 12 (RFC 7292).
 *
 * @param folder of the target file; relative paths begin there
 */
record TlsFiles(Path folder) {

  private static final String PEM = "-----BEGIN ";

  Tls read(Group tls) {
    tls.only("trust", "trustPassword", "certificate", "key", "keyPassword");
    List<X509Certificate> trusted =
        tls.optional("trust")
            .map(file -> trusted(file, password(tls, "trustPassword")))
            .orElse(List.of());
    Optional<Identity> identity = tls.optional("certificate").map(file -> identity(file, tls));
    if (identity.isEmpty()) {
      tls.optional("key")
          .ifPresent(
              key -> {
                throw key.flaw("stands alone; name its certificate in `certificate`");
              });
    }
    return new Tls(trusted, identity);
  }

  private List<X509Certificate> trusted(Value file, char[] password) {
    Path path = path(file);
    return reading(
        file,
        "certificates to trust",
        () -> isPem(path) ? pemCertificates(path) : storedCertificates(store(path, password)));
  }

  private Identity identity(Value certificate, Group tls) {
    Path path = path(certificate);
    char[] password = password(tls, "keyPassword");
    if (!isPem(certificate, path)) {
      return reading(
          certificate, "a key with its certificate", () -> stored(store(path, password), password));
    }
    Value keyFile = tls.optional("key").orElse(certificate);
    Path keyPath = path(keyFile);
    List<X509Certificate> chain =
        reading(certificate, "a certificate", () -> pemCertificates(path));
    PrivateKey key =
        reading(
            keyFile,
            "a private key" + (password.length > 0 ? " that keyPassword opens" : ""),
            () -> PemUtils.loadPrivateKey(keyPath, password.length > 0 ? password : null));
    requireSame(keyFile, key, chain.get(0));
    return new Identity(key, chain);
  }

  /** A key of another certificate would only show as a handshake that fails. */
  private static void requireSame(Value keyFile, PrivateKey key, X509Certificate certificate) {
    if (!KeyPairCheck.belongTogether(key, certificate.getPublicKey())) {
      throw keyFile.flaw(
          "`%s` is not the key of the certificate, which is for %s"
              .formatted(keyFile.written(), certificate.getSubjectX500Principal()));
    }
  }

  /** What may fail in many ways, all of which say the same to people. */
  private interface Reading<T> {
    T read() throws GeneralSecurityException, IOException;
  }

  private static <T> T reading(Value file, String expected, Reading<T> reading) {
    try {
      T read = reading.read();
      if (read != null) {
        return read;
      }
    } catch (UserException e) {
      throw e;
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      // What the libraries say differs from format to format, and may show what they read.
    }
    throw file.flaw(
        "`%s` holds no %s, as PEM or PKCS 12; see the file, and the password if it has one"
            .formatted(file.written(), expected.replaceFirst("^an? ", "")));
  }

  private static List<X509Certificate> pemCertificates(Path file) {
    List<X509Certificate> certificates = PemUtils.loadCertificate(file);
    return certificates.isEmpty() ? null : certificates;
  }

  private static KeyStore store(Path file, char[] password)
      throws GeneralSecurityException, IOException {
    return KeyStore.getInstance(new File(file.toString()), password);
  }

  private static List<X509Certificate> storedCertificates(KeyStore store)
      throws GeneralSecurityException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.getCertificate(alias) instanceof X509Certificate certificate) {
        certificates.add(certificate);
      }
    }
    return certificates.isEmpty() ? null : certificates;
  }

  private static Identity stored(KeyStore store, char[] password) throws GeneralSecurityException {
    for (String alias : Collections.list(store.aliases())) {
      Key key = store.isKeyEntry(alias) ? store.getKey(alias, password) : null;
      Certificate[] chain = store.getCertificateChain(alias);
      if (key instanceof PrivateKey own && chain != null) {
        return new Identity(own, Arrays.stream(chain).map(X509Certificate.class::cast).toList());
      }
    }
    return null;
  }

  private static char[] password(Group tls, String key) {
    return tls.optional(key).map(Value::content).orElse("").toCharArray();
  }

  private boolean isPem(Value file, Path path) {
    return reading(file, "a certificate", () -> isPem(path));
  }

  private static boolean isPem(Path path) throws IOException {
    return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).contains(PEM);
  }

  private Path path(Value file) {
    try {
      Path path = folder.resolve(file.content());
      if (Files.isReadable(path) && Files.isRegularFile(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // there is no such file, as is said below
    }
    throw file.flaw("`%s` is no file that can be read".formatted(file.written()));
  }
}
