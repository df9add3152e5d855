package dev.assay.proof.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.mock.Replica.Answer;
import dev.assay.mock.http.MockResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** The SHA-256 of answers and how late they are, one after another. */
final class AnswerDigest {

  private final MessageDigest digest;

  AnswerDigest() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void add(Answer answer) {
    MockResponse response = answer.response();
    String head =
        "%s %s %s %s\n"
            .formatted(
                response.status(),
                new TreeMap<>(response.headers()),
                response.body().length(),
                answer.late());
    digest.update(head.getBytes(UTF_8));
    digest.update(response.body().toArray());
  }

  String text() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
