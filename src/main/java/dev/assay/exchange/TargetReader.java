package dev.assay.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Reads target files: YAML whose unknown keys are errors and whose credentials come from the
 * environment as {@code ${NAME}}.
 */
public final class TargetReader {

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Map<String, String> environment;

  /**
   * A reader that takes credentials from this environment.
   *
   * @param environment usually {@link System#getenv()}
   */
  public TargetReader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * The target that the file describes.
   *
   * @throws InvalidTargetException if it cannot be read or understood, naming file and line
   */
  public Target read(Path file) throws InvalidTargetException {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InvalidTargetException(file + ": cannot be read as UTF-8 text: " + e.getMessage());
    }
    return read(file.toString(), text);
  }

  /**
   * The target that the text describes.
   *
   * @param file the name used in messages
   * @throws InvalidTargetException if the text cannot be understood, naming file and line
   */
  public Target read(String file, String text) throws InvalidTargetException {
    TargetFile written;
    try {
      written = YAML.readValue(text, TargetFile.class);
    } catch (UnrecognizedPropertyException e) {
      throw new InvalidTargetException(unknownKey(file, e));
    } catch (JsonProcessingException e) {
      throw new InvalidTargetException(malformed(file, e));
    }
    if (written == null) {
      throw new InvalidTargetException(file + ": is empty; a target file names its services");
    }
    return new TargetResolver(file, environment).resolve(written);
  }

  private static String unknownKey(String file, UnrecognizedPropertyException e) {
    Collection<Object> known =
        Objects.requireNonNullElse(e.getKnownPropertyIds(), java.util.Set.of());
    return "%s, line %d: unknown key `%s` in %s; known keys are %s"
        .formatted(
            file,
            e.getLocation().getLineNr(),
            e.getPropertyName(),
            place(e),
            known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")));
  }

  private static String malformed(String file, JsonProcessingException e) {
    String where = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return file + where + ": " + place(mapping) + " has the wrong shape: expected " + expected(e);
    }
    String problem = Objects.requireNonNullElse(e.getOriginalMessage(), "not YAML");
    return file + where + ": not valid YAML: " + problem.lines().findFirst().orElse("");
  }

  private static String expected(JsonProcessingException e) {
    String message = Objects.requireNonNullElse(e.getOriginalMessage(), "");
    if (message.contains("Scalar")) {
      return "a single value";
    }
    return message.contains("ArrayList") ? "a list" : "a group of keys";
  }

  private static String place(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    if (!(e instanceof UnrecognizedPropertyException)) {
      return "`" + path + "`";
    }
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "the file" : "`" + path.substring(0, dot) + "`";
  }
}
