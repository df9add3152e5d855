package dev.assay.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValueTest {

  private static HeaderValue parse(String text) {
    return HeaderValue.parse(text).orElseThrow();
  }

  @Test
  void value_and_parameter_names_are_read_in_any_case() {
    assertThat(parse("Text/Plain ; CharSet = \"UTF-8\" ;x=y;"))
        .isEqualTo(new HeaderValue("text/plain", Map.of("charset", "UTF-8", "x", "y")));
  }

  @Test
  void a_quoted_value_may_hold_anything() {
    assertThat(parse("a; b=\"; c=\\\"d\\\" \\\\ \"").parameter("b")).hasValue("; c=\"d\" \\ ");
  }

  @Test
  void a_backslash_before_anything_else_is_itself() {
    assertThat(parse("a; b=\"C:\\new\\x.pdf\"").parameter("b")).hasValue("C:\\new\\x.pdf");
  }

  @Test
  void an_empty_value_is_not_a_missing_one() {
    assertThat(parse("a; b=\"\"; c=").parameters()).isEqualTo(Map.of("b", "", "c", ""));
    assertThat(parse("a").parameter("b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a; b",
        "a; =b",
        "a; b=\"",
        "a; b=\"c",
        "a; b=\"c\\\"",
        "a; b=\"c\"d",
        "a; b=1; B=2"
      })
  void anything_else_is_no_header_value(String text) {
    assertThat(HeaderValue.parse(text)).isEmpty();
  }
}
