package dev.assay.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SanitizerTest {

  @Test
  void escape_sequences_stand_there_as_codes() {
    assertThat(Sanitizer.line("a\u001b[31mb\u0007\u009b1m\u007f"))
        .isEqualTo("a\\x1b[31mb\\x07\\x9b1m\\x7f");
  }

  @Test
  void characters_that_turn_the_reading_direction_or_hide_stand_there_as_codes() {
    assertThat(Sanitizer.line("\u202e\u2066\u200b\ufeff\u2028" + Character.toString(0xE0041)))
        .isEqualTo("\\u202e\\u2066\\u200b\\ufeff\\u2028\\u{e0041}");
  }

  @Test
  void line_ends_cannot_forge_a_line() {
    assertThat(Sanitizer.line("a\r\n\tb")).isEqualTo("a\\r\\n\\tb");
  }

  @Test
  void line_ends_stay_where_lines_are_wanted() {
    assertThat(Sanitizer.lines("a\r\n\tb\rc")).isEqualTo("a\n\tb\\rc");
  }

  @Test
  void ordinary_text_of_any_script_is_untouched() {
    String text = "Grüße – 你好, مرحبا, 😀 … \\n";
    assertThat(Sanitizer.line(text)).isEqualTo(text);
  }

  @Test
  void no_character_of_all_comes_out_hidden() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String shown = Sanitizer.line(Character.toString(c));
      assertThat(shown.codePoints().anyMatch(Sanitizer::isHidden)).isFalse();
    }
  }

  @Test
  void long_text_is_cut_between_characters_and_tells_its_length() {
    assertThat(Sanitizer.line("abc😀def", 4)).isEqualTo("abc… (8 characters)");
    assertThat(Sanitizer.line("abcd", 4)).isEqualTo("abcd");
  }
}
