package dev.assay.mock.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {

  private static List<ReceivedPart> read(String body) {
    return new MultipartReader(Bytes.utf8(body), "b").parts();
  }

  private static String part(String parameters, String content) {
    return "--b\r\nContent-Disposition: form-data; " + parameters + "\r\n\r\n" + content + "\r\n";
  }

  @Test
  void parts_come_in_their_order_with_their_text() {
    List<ReceivedPart> parts = read(part("name=one", "1") + part("name=\"two\"", "") + "--b--");
    assertThat(parts).extracting(ReceivedPart::name).containsExactly("one", "two");
    assertThat(parts).extracting(ReceivedPart::text).containsExactly("1", "");
  }

  @Test
  void no_file_name_and_an_empty_one_are_different() {
    List<ReceivedPart> parts =
        read(part("name=a", "") + part("name=b; filename=\"\"", "") + "--b--");
    assertThat(parts.get(0).isFile()).isFalse();
    assertThat(parts.get(1).fileName()).hasValue("");
  }

  @Test
  void an_encoded_file_name_counts_where_it_is_the_only_one() {
    List<ReceivedPart> parts =
        read(
            part("name=a; filename*=UTF-8''na%C3%AFve%20plan%2B.pdf", "")
                + part("name=b; filename=\"plain.pdf\"; filename*=utf-8''other.pdf", "")
                + part("name=c; filename*=iso-8859-1'en'caf%E9.pdf", "")
                + "--b--");
    assertThat(parts)
        .extracting(part -> part.fileName().orElse("none"))
        .containsExactly("na\u00efve plan+.pdf", "plain.pdf", "caf\u00e9.pdf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan.pdf", "UTF-8'plan.pdf", "nonsense''plan.pdf", "UTF-8''%zz.pdf"})
  void an_encoded_file_name_of_another_form_is_malformed(String value) {
    assertThatThrownBy(() -> read(part("name=a; filename*=" + value, "") + "--b--"))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void what_surrounds_the_form_is_passed_over() {
    assertThat(read("before\r\n" + part("name=a", "x") + "--b--\r\nafter\r\n--b\r\n")).hasSize(1);
  }

  @Test
  void blanks_may_follow_a_delimiter() {
    assertThat(read(part("name=a", "x").replace("--b\r\n", "--b \t\r\n") + "--b--")).hasSize(1);
  }

  @Test
  void a_form_without_parts_has_none() {
    assertThat(read("--b--")).isEmpty();
  }

  @Test
  void content_may_look_almost_like_a_delimiter() {
    String content = "\r\n--a\r\n-- b\r\n--\r\n\r\n\r\n-\r";
    assertThat(read(part("name=a", content) + "--b--").get(0).text()).isEqualTo(content);
  }

  @Test
  void header_names_are_read_in_any_case_and_others_ignored() {
    String body =
        "--b\r\nX-More: 1\r\ncontent-DISPOSITION:form-data;NAME=a\r\n"
            + "Content-Transfer-Encoding: binary\r\n\r\nx\r\n--b--";
    assertThat(read(body).get(0).name()).isEqualTo("a");
  }

  @Test
  void a_field_is_read_in_the_charset_that_it_names() {
    byte[] body =
        ("--b\r\nContent-Disposition: form-data; name=a\r\n"
                + "Content-Type: text/plain; charset=ISO-8859-1\r\n\r\n\u00e4\r\n--b--")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(new MultipartReader(Bytes.of(body), "b").parts().get(0).text()).isEqualTo("\u00e4");
  }

  @Test
  void a_missing_end_is_malformed() {
    assertThatThrownBy(() -> read(part("name=a", "x"))).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> read(part("name=a", "x") + "--b")).isInstanceOf(Refusal.class);
  }
}
