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

  private final EnvironmentVariables variables;

  /**
   * A reader that takes credentials from this environment.
   *
   * @param environment usually {@link System#getenv()}
   */
  public TargetReader(Map<String, String> environment) {
    this.variables = new EnvironmentVariables(Map.copyOf(environment));
  }

  /**
   * The target that the file describes.
   *
   * @throws UserException if it cannot be read or understood, naming file and line
   */
  public Target read(Path file) {
    return read(file.toString(), YamlFile.at(file, NOUN));
  }

  /**
   * The target that the text describes.
   *
   * @param file the name used in messages
   * @throws UserException if the text cannot be understood, naming file and line
   */
  public Target read(String file, String text) {
    return read(file, new YamlFile(file, text, NOUN));
  }

  private Target read(String file, YamlFile yaml) {
    return TargetResolver.resolve(
        withoutFolder(file), yaml.read("services").meaning(variables::fillIn));
  }

  /** What the target is called if it gives itself no name. */
  private static String withoutFolder(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
  }
}
