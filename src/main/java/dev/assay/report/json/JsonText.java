package dev.assay.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.report.text.Sanitizer;
import java.util.HexFormat;
import java.util.Map;

/** Writes JSON for people and programs: indented, and safe to show on a terminal. */
public final class JsonText {

  private static final JsonMapper JSON = new JsonMapper();
  private static final ObjectWriter WRITER = JSON.writer(printer());

  private JsonText() {}

  /** The value, with a line end after it. Hidden characters are escaped, so that none is lost. */
  public static String pretty(JsonNode value) {
    try {
      return escaped(WRITER.writeValueAsString(value)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The value as templates read it. */
  public static Map<String, Object> map(JsonNode value) {
    return JSON.convertValue(value, new TypeReference<Map<String, Object>>() {});
  }

  private static DefaultPrettyPrinter printer() {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
        .withArrayIndenter(new DefaultIndenter("  ", "\n"));
  }

  /** Outside of strings the only hidden character is the line end. */
  private static String escaped(String json) {
    if (json.codePoints().noneMatch(c -> c != '\n' && Sanitizer.isHidden(c))) {
      return json;
    }
    StringBuilder safe = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || !Sanitizer.isHidden(c)) {
                safe.appendCodePoint(c);
              } else {
                for (char unit : Character.toChars(c)) {
                  safe.append("\\u").append(HexFormat.of().toHexDigits(unit));
                }
              }
            });
    return safe.toString();
  }
}
