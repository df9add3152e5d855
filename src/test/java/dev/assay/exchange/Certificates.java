package dev.assay.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Certificates, right and wrong, made by the JDK's keytool in that folder. */
public record Certificates(Path folder) {

  private static final char[] PASSWORD = "changeit".toCharArray();

  /** An authority of our own and a key whose certificates it signs. */
  public static Certificates in(Path folder) throws IOException, InterruptedException {
    Certificates made = new Certificates(folder);
    made.keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Test CA", "-ext", "bc:c");
    made.keytool("-genkeypair", "-alias", "leaf", "-dname", "CN=leaf", "-ext", "san=ip:127.0.0.1");
    made.keytool("-certreq", "-alias", "leaf", "-file", "request");
    return made;
  }

  /** A server's TLS with a certificate of the authority. */
  public SSLContext signed(String name, String... options)
      throws IOException, InterruptedException, GeneralSecurityException {
    List<String> all = new ArrayList<>(List.of("-gencert", "-alias", "ca"));
    all.addAll(List.of("-infile", "request", "-outfile", name, "-rfc"));
    all.addAll(List.of(options));
    keytool(all.toArray(String[]::new));
    try (InputStream file = Files.newInputStream(folder.resolve(name))) {
      Certificate leaf = CertificateFactory.getInstance("X.509").generateCertificate(file);
      return server(leaf, store().getCertificate("ca"));
    }
  }

  /** A server's TLS with a certificate that nobody but itself has signed. */
  public SSLContext selfSigned() throws IOException, GeneralSecurityException {
    return server(store().getCertificate("leaf"));
  }

  private SSLContext server(Certificate... chain) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry("leaf", (PrivateKey) store().getKey("leaf", PASSWORD), PASSWORD, chain);
    // The one of PKIX would derive the store's key from the password again for each handshake.
    KeyManagerFactory managers = KeyManagerFactory.getInstance("SunX509");
    managers.init(keys, PASSWORD);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), trustManagers(), null);
    return tls;
  }

  /** A store with the authority in it, for {@code javax.net.ssl.trustStore}. */
  public Path trustStore() throws IOException, GeneralSecurityException {
    return write(trusted(), "trusted.p12");
  }

  /** A store with a key and its certificate in it, for {@code javax.net.ssl.keyStore}. */
  public Path keyStore() throws IOException, InterruptedException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    signed("client");
    try (InputStream file = Files.newInputStream(folder.resolve("client"))) {
      Certificate[] chain = {
        CertificateFactory.getInstance("X.509").generateCertificate(file),
        store().getCertificate("ca")
      };
      keys.setKeyEntry("leaf", store().getKey("leaf", PASSWORD), PASSWORD, chain);
    }
    return write(keys, "client.p12");
  }

  /** The authority's certificate, in PEM. */
  public Path authority() throws IOException, InterruptedException {
    keytool("-exportcert", "-alias", "ca", "-rfc", "-file", "ca.pem");
    return folder.resolve("ca.pem");
  }

  /** A certificate that the authority has signed, in PEM; its key is {@link #key()}. */
  public Path certificate(String name) throws IOException, InterruptedException {
    keytool("-gencert", "-alias", "ca", "-infile", "request", "-outfile", name + ".pem", "-rfc");
    return folder.resolve(name + ".pem");
  }

  /** The key of each certificate that the authority has signed, in PEM. */
  public Path key() throws IOException, GeneralSecurityException {
    return pem("leaf.key", "PRIVATE KEY", store().getKey("leaf", PASSWORD).getEncoded());
  }

  /** The same, which a passphrase opens (RFC 5958, section 3). */
  public Path key(String passphrase) throws IOException, GeneralSecurityException {
    SecretKey by =
        SecretKeyFactory.getInstance("PBEWithSHA1AndDESede")
            .generateSecret(new PBEKeySpec(passphrase.toCharArray()));
    Cipher cipher = Cipher.getInstance("PBEWithSHA1AndDESede");
    cipher.init(Cipher.ENCRYPT_MODE, by);
    byte[] encrypted = cipher.doFinal(store().getKey("leaf", PASSWORD).getEncoded());
    return pem(
        "leaf-encrypted.key",
        "ENCRYPTED PRIVATE KEY",
        new EncryptedPrivateKeyInfo(cipher.getParameters(), encrypted).getEncoded());
  }

  private Path pem(String name, String label, byte[] content) throws IOException {
    String text =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(
                label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content), label);
    return Files.writeString(folder.resolve(name), text);
  }

  private Path write(KeyStore store, String name) throws IOException, GeneralSecurityException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD);
    }
    return file;
  }

  /** The authority's certificate. */
  X509Certificate issuer() throws IOException, GeneralSecurityException {
    return (X509Certificate) store().getCertificate("ca");
  }

  private TrustManager[] trustManagers() throws IOException, GeneralSecurityException {
    TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(trusted());
    return managers.getTrustManagers();
  }

  private KeyStore trusted() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", store().getCertificate("ca"));
    return trusted;
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(folder.resolve("store").toFile(), PASSWORD);
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", "store", "-storepass", new String(PASSWORD)));
    if (arguments[0].equals("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC"));
    }
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(folder.resolve("keytool.log")));
    }
  }
}
