package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Locales;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever runs the tests as a library decides on the locale, and the libraries below follow it. */
class LocaleTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "tr-TR"})
  void the_mock_conforms_where_numbers_or_letters_are_others(String locale) throws Exception {
    Outcome outcome =
        Locales.in(
            Locale.forLanguageTag(locale),
            () ->
                Outcome.of(
                    folder, "--select", "log-message", "--select", "log-file/200", "--seed", "7"));
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out()).contains("0 fail, 0 warn").contains("seed 7\n");
  }
}
