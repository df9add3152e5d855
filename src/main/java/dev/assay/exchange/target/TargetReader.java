package dev.assay.exchange.target;

import dev.assay.UserException;
import dev.assay.yaml.YamlFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Reads target files: YAML whose unknown keys are errors and whose credentials come from the
 * environment as {@code ${NAME}}.
 */
public final class TargetReader {

  private static final String NOUN = "target";

  private static final Path HERE = Path.of("");

  private final Map<String, String> environment;
  private final EnvironmentVariables variables;
  private final Optional<GivenContract> given;

  /**
   * A reader that takes credentials from this environment.
   *
   * @param environment usually {@link System#getenv()}
   */
  public TargetReader(Map<String, String> environment) {
    this(Variables.of(environment));
  }

  /** A reader that takes credentials from there. */
  public TargetReader(Variables variables) {
    this(variables, Optional.empty());
  }

  /**
   * A reader that takes credentials from there.
   *
   * @param given the contract of the service that has none otherwise
   */
  public TargetReader(Variables variables, Optional<GivenContract> given) {
    this.environment = variables.process();
    this.variables = new EnvironmentVariables(variables);
    this.given = given;
  }

  /**
   * The target that the file describes.
   *
   * @throws UserException if it cannot be read or understood, naming file and line
   */
  public Target read(Path file) {
    Path folder = file.getParent();
    return read(file.toString(), folder == null ? HERE : folder, YamlFile.at(file, NOUN));
  }

  /**
   * The target that the text describes; its relative paths begin in the current folder.
   *
   * @param file the name used in messages
   * @throws UserException if the text cannot be understood, naming file and line
   */
  public Target read(String file, String text) {
    return read(file, HERE, new YamlFile(file, text, NOUN));
  }

  private Target read(String file, Path folder, YamlFile yaml) {
    return new TargetResolver(folder, environment, given)
        .resolve(withoutFolder(file), yaml.read("services").meaning(variables::fillIn));
  }

  /** What the target is called if it gives itself no name. */
  private static String withoutFolder(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
  }
}
