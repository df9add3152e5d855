package dev.assay.exchange.target;

import dev.assay.UserException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The variables that target files refer to. What the process has goes before what files say, as
 * with docker compose and the dotenv libraries.
 *
 * @param process the variables of the process
 * @param files those of files
 */
public record Variables(Map<String, String> process, Map<String, EnvironmentFile.Variable> files) {

  public Variables {
    process = Map.copyOf(process);
    files = Map.copyOf(files);
  }

  /** These variables, and no files. */
  public static Variables of(Map<String, String> process) {
    return new Variables(process, Map.of());
  }

  /**
   * These, and those of a file, which goes before earlier files.
   *
   * @throws UserException if it cannot be read or understood, naming file and line
   */
  public Variables and(Path file) {
    Map<String, EnvironmentFile.Variable> all = new HashMap<>(files);
    all.putAll(EnvironmentFile.read(file));
    return new Variables(process, all);
  }

  /** What the variable says, if there is one. */
  Optional<String> value(String name) {
    return Optional.ofNullable(process.get(name))
        .or(() -> Optional.ofNullable(files.get(name)).map(EnvironmentFile.Variable::value));
  }

  /** The variable in words, with the file and the line that give it, if one does. */
  String described(String name) {
    Optional<String> place =
        Optional.ofNullable(files.get(name)).map(found -> found.place().fileAndLine());
    String variable = "the environment variable " + name;
    return process.containsKey(name)
        ? variable + place.map(hidden -> " (which goes before " + hidden + ")").orElse("")
        : variable + place.map(given -> " of " + given).orElse("");
  }

  /** Values may be secrets. */
  @Override
  public String toString() {
    return "%s variables of the process, %s of files".formatted(process.size(), files.size());
  }
}
