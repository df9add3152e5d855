package dev.assay.proof.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.mock.http.MockResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** The SHA-256 of answers, one after another. */
final class AnswerDigest {

  private final MessageDigest digest;

  AnswerDigest() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void add(MockResponse answer) {
    String head =
        "%s %s %s\n"
            .formatted(answer.status(), new TreeMap<>(answer.headers()), answer.body().length());
    digest.update(head.getBytes(UTF_8));
    digest.update(answer.body().toArray());
  }

  String text() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
