package dev.assay.suite.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.request.GeneratedFile;
import dev.assay.request.SampleFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedFileTest {

  private static byte[] bytes(GeneratedFile file) throws IOException {
    try (InputStream in = file.open()) {
      return in.readAllBytes();
    }
  }

  private static GeneratedFile jpeg(long extra) {
    byte[] sample = SampleFile.JPG.bytes();
    return GeneratedFile.jpeg(sample, sample.length + extra, 7);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000, 65_533, 65_534, 131_066, 1_500_001, 10_000_000})
  void a_pdf_has_exactly_its_size_and_a_table_that_fits(long size) throws IOException {
    byte[] pdf = bytes(GeneratedFile.pdf(size, 7));
    assertThat(pdf).hasSize((int) size);
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    int table = Integer.parseInt(text.replaceAll("(?s).*startxref\\n0*(\\d+)\\n%%EOF\\n$", "$1"));
    assertThat(text.substring(table)).startsWith("xref\n0 5\n");
    Matcher entry = Pattern.compile("(\\d{10}) 00000 n ").matcher(text.substring(table));
    for (int object = 1; entry.find(); object++) {
      assertThat(text.substring(Integer.parseInt(entry.group(1)))).startsWith(object + " 0 obj\n");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {8, 9, 600, 65_536, 65_537, 65_545, 65_546, 131_074, 131_082, 2_000_003})
  void a_jpeg_has_exactly_its_size_and_shows_the_same_picture(long extra) throws IOException {
    GeneratedFile file = jpeg(extra);
    assertThat(bytes(file)).hasSize(SampleFile.JPG.bytes().length + (int) extra);
    assertThat(file.size()).isEqualTo(SampleFile.JPG.bytes().length + extra);
    try (InputStream in = file.open()) {
      assertThat(ImageIO.read(in).getWidth()).isEqualTo(32);
    }
  }

  @Test
  void the_filling_holds_what_careless_servers_damage() throws IOException {
    String text = new String(bytes(GeneratedFile.pdf(4_000, 7)), StandardCharsets.ISO_8859_1);
    assertThat(text).contains("\r\n\u0000\r\u00ff\u00fe\n\u00c3(");
  }

  @Test
  void another_seed_makes_another_file() {
    assertThat(GeneratedFile.pdf(4_000, 7).fingerprint())
        .isEqualTo(GeneratedFile.pdf(4_000, 7).fingerprint())
        .isNotEqualTo(GeneratedFile.pdf(4_000, 8).fingerprint());
  }

  @Test
  void there_is_a_sample_of_every_documented_extension() {
    assertThat(SampleFile.ALL)
        .extracting(SampleFile::extension)
        .containsExactly("docx", "doc", "pdf", "xls", "xlsx", "csv", "jpg", "jpeg", "png", "gif");
    assertThat(SampleFile.ALL).allSatisfy(sample -> assertThat(sample.bytes()).isNotEmpty());
  }
}
