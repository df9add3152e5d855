package dev.assay.exchange.target;

import dev.assay.UserException;
import dev.assay.yaml.YamlFile;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads target files: YAML whose unknown keys are errors and whose credentials come from the
 * environment as {@code ${NAME}}.
 */
public final class TargetReader {

  private static final String NOUN = "target";

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
   * @throws UserException if it cannot be read or understood, naming file and line
   */
  public Target read(Path file) {
    try {
      return read(file.toString(), YamlFile.at(file, NOUN));
    } catch (UserException e) {
      throw new UserException(e.getMessage());
    }
  }

  /**
   * The target that the text describes.
   *
   * @param file the name used in messages
   * @throws UserException if the text cannot be understood, naming file and line
   */
  public Target read(String file, String text) {
    try {
      return read(file, new YamlFile(file, text, NOUN));
    } catch (UserException e) {
      throw new UserException(e.getMessage());
    }
  }

  private Target read(String file, YamlFile yaml) {
    return new TargetResolver(environment).resolve(withoutFolder(file), yaml.read("services"));
  }

  /** What the target is called if it gives itself no name. */
  private static String withoutFolder(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
  }
}
