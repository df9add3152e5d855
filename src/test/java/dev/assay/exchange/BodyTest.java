package dev.assay.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

  private static final BodySource BYTES = BodySource.of(new byte[] {0, (byte) 0xff, '\r', '\n'});

  private static byte[] bytes(BodySource content) {
    try (InputStream in = content.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(BodySource content) {
    return new String(bytes(content), StandardCharsets.UTF_8);
  }

  private static Body.Multipart form(FormPart... parts) {
    return new Body.Multipart("edge", List.of(parts));
  }

  @Test
  void a_form_is_written_byte_for_byte_as_rfc_7578_says() {
    Body form =
        form(
            FormPart.field("room_id", "räum"),
            FormPart.file("file", "a.pdf", "application/pdf", BYTES));
    assertThat(new String(bytes(form), StandardCharsets.ISO_8859_1))
        .isEqualTo(
            String.join(
                "\r\n",
                "--edge",
                "Content-Disposition: form-data; name=\"room_id\"",
                "",
                "rÃ¤um",
                "--edge",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"",
                "Content-Type: application/pdf",
                "",
                "\u0000ÿ\r\n",
                "--edge--",
                ""));
  }

  @Test
  void an_empty_form_is_only_its_end() {
    assertThat(text(form())).isEqualTo("--edge--\r\n");
  }

  @Test
  void a_part_may_state_a_length_of_its_own() {
    assertThat(text(form(FormPart.file("file", "a", "text/plain", BodySource.of("x")).stating(99))))
        .contains("Content-Type: text/plain\r\nContent-Length: 99\r\n\r\nx\r\n");
  }

  @Test
  void the_size_is_the_number_of_bytes_and_can_be_told_again_and_again() {
    for (Body body :
        List.of(
            Body.NONE,
            new Body.Text("ü€😀"),
            form(),
            form(
                FormPart.field("a", "ü€😀"),
                FormPart.file("f", "größe.pdf", "x/y", BYTES).stating(3)))) {
      assertThat(body.size()).isEqualTo(bytes(body).length);
      assertThat(bytes(body)).isEqualTo(bytes(body));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain.pdf|plain.pdf",
        "a\"b.pdf|a%22b.pdf",
        "größe 文件.pdf|größe 文件.pdf",
        "C:\\dir\\x.pdf|C:\\dir\\x.pdf",
        "100%.pdf|100%.pdf"
      })
  void a_file_name_is_written_as_browsers_do(String name, String written) {
    assertThat(text(form(FormPart.file("file", name, "x/y", BodySource.of("")))))
        .contains("; filename=\"" + written + "\"\r\n");
  }

  @Test
  void no_name_can_break_out_of_its_header() {
    String sent = text(form(FormPart.file("f\r\nX: 1", "a\r\nX: 2", "x/y", BodySource.of(""))));
    assertThat(sent)
        .contains("name=\"f%0D%0AX: 1\"; filename=\"a%0D%0AX: 2\"")
        .doesNotContain("\nX:");
  }

  @Test
  void an_empty_file_name_is_written_as_one() {
    assertThat(text(form(FormPart.file("file", "", "x/y", BodySource.of("")))))
        .contains("name=\"file\"; filename=\"\"\r\n");
  }

  @Test
  void the_fields_of_a_form_can_be_asked_for_and_its_files_cannot() {
    Body form =
        form(
            FormPart.field("a", "1"),
            FormPart.field("a", "2"),
            FormPart.file("f", "n", "x/y", BYTES));
    assertThat(form.field("a")).contains("1");
    assertThat(form.field("f")).isEmpty();
    assertThat(form.field("other")).isEmpty();
  }

  @Test
  void the_string_members_of_a_json_object_can_be_asked_for() {
    Body json = new Body.Text("{\"a\": \"ü\", \"n\": 5, \"o\": {\"a\": \"inner\"}, \"z\": null}");
    assertThat(json.field("a")).contains("ü");
    assertThat(json.field("n")).isEmpty();
    assertThat(json.field("o")).isEmpty();
    assertThat(json.field("z")).isEmpty();
    assertThat(json.field("other")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1]", "5", "null", "\"a\"", "\u0000"})
  void a_text_that_is_no_json_object_has_no_members(String text) {
    assertThat(new Body.Text(text).field("a")).isEmpty();
  }

  @Test
  void a_change_reaches_fields_and_file_names_but_no_file() {
    Body changed =
        form(
                FormPart.field("a", "secret"),
                FormPart.file("f", "secret.pdf", "x/y", BodySource.of("secret")))
            .map(text -> text.replace("secret", "$TOKEN"));
    assertThat(text(changed))
        .contains("name=\"a\"\r\n\r\n$TOKEN\r\n")
        .contains("filename=\"$TOKEN.pdf\"")
        .contains("\r\n\r\nsecret\r\n--edge--");
    assertThat(new Body.Text("a secret").map(text -> text.replace("secret", "x")))
        .isEqualTo(new Body.Text("a x"));
  }

  /** The check values of CRC-32 and CRC-32C are those that their catalogues give. */
  @Test
  void a_fingerprint_is_that_of_all_bytes() {
    assertThat(BodySource.of("123456789").fingerprint()).isEqualTo("cbf43926e3069283");
    assertThat(BodySource.of("123456788").fingerprint()).isNotEqualTo("cbf43926e3069283");
  }

  @Test
  void the_bytes_of_a_content_are_its_own() {
    byte[] bytes = {1, 2};
    BodySource content = BodySource.of(bytes);
    bytes[0] = 9;
    assertThat(bytes(content)).containsExactly(1, 2);
  }

  @Test
  void a_field_has_neither_file_name_nor_media_type() {
    assertThat(FormPart.field("a", "b").fileName()).isEqualTo(Optional.empty());
    assertThat(FormPart.field("a", "b").mediaType()).isEqualTo(Optional.empty());
  }
}
