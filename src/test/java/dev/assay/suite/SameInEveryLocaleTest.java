package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Locales;
import dev.assay.exchange.BodySource;
import dev.assay.exchange.Request;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.request.GeneratedFile;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same seed makes the same requests, whatever numbers and letters look like where it is. */
class SameInEveryLocaleTest {

  /** Generated files are larger; what is formatted in one stands at its beginning and its end. */
  private static final long MOST_BYTES = 1 << 16;

  @Test
  void cases_ask_and_expect_the_same() throws Exception {
    String expected = Locales.in(Locale.ROOT, SameInEveryLocaleTest::cases);
    assertThat(expected).contains("\"business_id\": 343");
    for (Locale locale : Locales.ofEachKind()) {
      assertThat(Locales.in(locale, SameInEveryLocaleTest::cases))
          .as("%s", locale)
          .isEqualTo(expected);
    }
  }

  private static String cases() {
    return ServiceSuites.of(EmbeddedTarget.planned(), new TestData(7)).stream()
        .flatMap(service -> service.operations().stream())
        .flatMap(suite -> suite.cases().stream())
        .map(SameInEveryLocaleTest::text)
        .collect(Collectors.joining("\n"));
  }

  private static String text(ConformanceCase c) {
    List<String> expectations =
        c.checks().stream().map(check -> check.expectation().describe()).toList();
    List<String> requests =
        c.interaction().planned().stream().map(SameInEveryLocaleTest::text).toList();
    return String.join(
        "\n", c.id(), c.description(), c.skipped().orElse(""), "" + expectations, "" + requests);
  }

  private static String text(Request request) {
    boolean small = request.body().size() < MOST_BYTES;
    return request.method()
        + request.uri()
        + request.query()
        + request.headers()
        + request.body().size()
        + (small ? text(request.body()) : "");
  }

  private static String text(BodySource content) {
    try (InputStream bytes = content.open()) {
      return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void generated_files_are_the_same_bytes() throws Exception {
    for (Locale locale : Locales.ofEachKind()) {
      assertThat(Locales.in(locale, SameInEveryLocaleTest::file))
          .as("%s", locale)
          .isEqualTo(Locales.in(Locale.ROOT, SameInEveryLocaleTest::file));
    }
  }

  private static String file() {
    return text(GeneratedFile.pdf(2_000, 7));
  }
}
