package dev.assay.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTest {

  /** Left the pattern, then a text with escapes of Java. */
  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '~',
      value = {
        "^\\s$ \\u00a0 true",
        "^\\s$ \\ufeff true",
        "^\\s$ \\u2003 true",
        "^\\s$ \\t true",
        "^\\s$ x false",
        "^\\S$ \\u00a0 false",
        "^\\S$ \\u00e9 true",
        "^[\\w\\s]+$ a\\u00a0b true",
        "^[\\w\\s-]+$ a-b true",
        "^[\\s-]+$ - true",
        "^[^\\s]+$ a\\u00a0b false",
        "^[\\S]+$ a\\u2003b false",
        "^[^\\S]+$ \\u2003 true",
        "^[\\S\\n]+$ a\\nb true",
        "^a$ a\\n false",
        "^a.b$ a\\u0085b true",
        "^a.b$ a\\nb false",
        "^a[.]b$ axb false",
        "^a[$]$ a$ true",
        "^a\\.b$ axb false",
        "^a\\$b$ a$b true",
        "^\\cC$ \\u0003 true",
        "^\\cc$ \\u0003 true",
        "^\\v$ \\u000b true",
        "^\\v$ \\n false",
        "^[[]$ [ true",
        "^[a[b]$ b true",
        "^[[a]]$ [] true",
        "^[[a]]$ a false",
        "^[\\w.[\\]-]+$ a[0].b-c true",
        "^[a&&b]+$ a& true",
        "^[^[]+$ a]b true",
        "^\\u{1F600}$ \\ud83d\\ude00 true",
        "^\\ud83d\\ude00$ \\ud83d\\ude00 true",
        "^.$ \\ud83d\\ude00 true",
        "^\\d$ \\u09ea false",
        "^\\w$ \\u00e9 false",
        "^\\p{L}+$ \\u03c0 true",
        "^\\p{Letter}+$ \\u03c0 true",
        "^[\\p{Letter}-]+$ 1 false",
        "^\\P{digit}$ \\u09ea false",
        "^\\p{Script=Greek}$ \\u03c0 true",
        "^\\\\s$ \\\\s true",
        "^(?<first>a)\\k<first>$ aa true",
        "^(?i)abc$ ABC true",
      })
  void means_what_it_means_to_the_standard(String pattern, String text, boolean matches) {
    String given = unicode(text);
    assertThat(EcmaPattern.of(pattern).matcher(given).find()).isEqualTo(matches);
  }

  private static String unicode(String text) {
    return java.util.regex.Pattern.compile("\\\\u([0-9a-f]{4})")
        .matcher(text)
        .replaceAll(
            code ->
                java.util.regex.Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(code.group(1), 16))))
        .translateEscapes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"^[[:alpha:]]+$", "(", "[a", "^\\p{Nonsense}$", "a\\"})
  void what_java_cannot_read_or_means_another_dialect_is_none(String pattern) {
    assertThatThrownBy(() -> EcmaPattern.of(pattern)).isInstanceOf(PatternSyntaxException.class);
  }
}
