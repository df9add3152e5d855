package dev.assay.app;

import dev.assay.UserException;
import dev.assay.exchange.target.GivenContract;
import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TargetReader;
import dev.assay.exchange.target.Variables;
import dev.assay.mock.EmbeddedTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds target files: by path, or by name in some folders.
 *
 * @param folders where those lie that have a name; the first goes before the others
 * @param variables where target files take their credentials from
 * @param given the contract of the service that has none otherwise
 */
public record Targets(List<Path> folders, Variables variables, Optional<GivenContract> given) {

  public Targets(List<Path> folders, Variables variables) {
    this(folders, variables, Optional.empty());
  }

  /** As the launcher set it up. */
  public static Targets ofThisProcess() {
    return new Targets(Home.ofThisProcess().targets(), Variables.of(System.getenv()));
  }

  /**
   * With the variables of these files besides, the last before the others.
   *
   * @throws UserException if one cannot be read or understood, naming file and line
   */
  public Targets with(List<Path> environmentFiles) {
    Variables all = variables;
    for (Path file : environmentFiles) {
      all = all.and(file);
    }
    return new Targets(folders, all, given);
  }

  /** With a contract for the service that has none otherwise. */
  public Targets with(GivenContract contract) {
    return new Targets(folders, variables, Optional.of(contract));
  }

  /** The target of that name, unless it is the embedded mock, which has to be started. */
  public Optional<Target> running(String nameOrPath) {
    return nameOrPath.equals(EmbeddedTarget.NAME)
        ? Optional.empty()
        : Optional.of(named(nameOrPath));
  }

  public Target named(String nameOrPath) {
    return new TargetReader(variables, given).read(file(nameOrPath));
  }

  /** Its file. */
  public Path file(String nameOrPath) {
    try {
      Path path = Path.of(nameOrPath);
      if (Files.isRegularFile(path)) {
        return path;
      }
      Optional<Path> named = ofName(nameOrPath);
      if (named.isPresent()) {
        return named.get();
      }
    } catch (InvalidPathException e) {
      // there is no such file, as is said below
    }
    String sought =
        folders.stream()
            .map(folder -> folder + "/" + nameOrPath + ".yaml")
            .collect(Collectors.joining(" or "));
    throw new UserException(
        "unknown target `%s`: no such file, and no %s; known names are %s"
            .formatted(nameOrPath, sought, known()));
  }

  private Optional<Path> ofName(String name) {
    return folders.stream()
        .filter(folder -> name.matches("[A-Za-z0-9._-]+"))
        .map(folder -> folder.resolve(name + ".yaml"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private String known() {
    Stream<String> names = folders.stream().flatMap(Targets::names).distinct().sorted();
    return Stream.concat(Stream.of(EmbeddedTarget.NAME), names).collect(Collectors.joining(", "));
  }

  private static Stream<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .toList()
          .stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
