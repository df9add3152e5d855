package dev.assay.exchange.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.record.Recorder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads a report cannot fetch what a presigned URL leads to. */
class UrlSignaturesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Amz-Signature",
        "X-Amz-Security-Token",
        "X-Amz-Credential",
        "x-goog-signature",
        "X-Goog-Credential",
        "GoogleAccessId",
        "AWSAccessKeyId",
        "OSSAccessKeyId",
        "Signature",
        "signature",
        "sig",
        "token",
        "access_token",
        "Policy",
        "Key-Pair-Id",
        "q-signature",
        "x-cos-security-token",
        "api_key",
        "password"
      })
  void what_opens_a_url_is_masked_wherever_one_stands(String name) {
    String masked = "https://h/f.pdf?a=1&%s=(masked)&b=2".formatted(name);
    String url = masked.replace("(masked)", "AbC%2F9_-.~x=");
    for (String around : new String[] {"%s", "see %s.", "\"file_url\": \"%s\"", "<a href='%s'>"}) {
      assertThat(UrlSignatures.masked(around.formatted(url))).isEqualTo(around.formatted(masked));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/?x=1\\u0026sig=abc\\u0026y=2, https://h/?x=1\\u0026sig=(masked)\\u0026y=2",
    "https://h/?x=1&amp;sig=abc&amp;y=2, https://h/?x=1&amp;sig=(masked)&amp;y=2",
    "/go?to=https%3A%2F%2Fh%3Fsig%3Dabc%26y%3D2, /go?to=https%3A%2F%2Fh%3Fsig%3D(masked)%26y%3D2",
    "https://h/#access_token=abc, https://h/#access_token=(masked)",
    "https://me:pass@h/x, https://me:(masked)@h/x",
    "{\\\"u\\\": \\\"http://h/?sig=abc\\\"}, {\\\"u\\\": \\\"http://h/?sig=(masked)\\\"}"
  })
  void it_is_masked_however_the_url_is_written(String text, String masked) {
    assertThat(UrlSignatures.masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h/f.pdf?a=1&b=2",
        "https://h/sig/token?design=1&tokens=5",
        "sig=1, token=2",
        "?token=$HAPTIK_TOKEN",
        "a@b.example and http://h:8080/x@y",
        ""
      })
  void anything_else_stays(String text) {
    assertThat(UrlSignatures.masked(text)).isEqualTo(text);
  }

  @Test
  void everything_that_is_recorded_is_masked() {
    assertThat(new Recorder(Secrets.none(), Map.of()).text("at http://h/?sig=abc"))
        .isEqualTo("at http://h/?sig=(masked)");
  }
}
