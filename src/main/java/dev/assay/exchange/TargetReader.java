package dev.assay.exchange;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads target files: YAML whose unknown keys are errors and whose credentials come from the
 * environment as {@code ${NAME}}.
 */
public final class TargetReader {

  private static final long MOST_BYTES = 4L << 20;

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
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
        throw new InvalidTargetException(
            file + ": is larger than 4 MiB, so it is no target file; give another one");
      }
      return read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw new InvalidTargetException(
          file + ": is not UTF-8 text, so it is no target file; give another one");
    } catch (IOException e) {
      throw new InvalidTargetException(
          file + ": cannot be read; check that it exists and who may read it");
    }
  }

  /**
   * The target that the text describes.
   *
   * @param file the name used in messages
   * @throws InvalidTargetException if the text cannot be understood, naming file and line
   */
  public Target read(String file, String text) throws InvalidTargetException {
    return new TargetResolver(environment)
        .resolve(withoutFolder(file), new TargetYaml(file, text).read());
  }

  /** What the target is called if it gives itself no name. */
  private static String withoutFolder(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
  }
}
