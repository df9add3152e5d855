package dev.assay.exchange.target;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Whether two keys are halves of one pair: what one signs, the other verifies. */
final class KeyPairCheck {

  private static final byte[] SAMPLE = "sample".getBytes(StandardCharsets.US_ASCII);

  private KeyPairCheck() {}

  /** Keys of a kind that is not known here pass: the handshake will tell. */
  static boolean belongTogether(PrivateKey key, PublicKey other) {
    try {
      Signature signature = Signature.getInstance(algorithm(key.getAlgorithm()));
      signature.initSign(key);
      signature.update(SAMPLE);
      byte[] signed = signature.sign();
      signature.initVerify(other);
      signature.update(SAMPLE);
      return signature.verify(signed);
    } catch (NoSuchAlgorithmException e) {
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String algorithm(String ofKey) {
    return switch (ofKey) {
      case "RSA" -> "SHA256withRSA";
      case "EC", "ECDSA" -> "SHA256withECDSA";
      default -> ofKey;
    };
  }
}
