package dev.assay.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where people keep what Assay is to judge by: in the folder in which they work, and beside Assay
 * itself. What is in both is taken from where they work.
 *
 * @param folders the first goes before the others
 */
public record Home(List<Path> folders) {

  /** The working directory, and the folder of the launcher that started this process if one did. */
  public static Home ofThisProcess() {
    Path work = Path.of("");
    return new Home(
        Stream.of(work, Path.of(System.getProperty("assay.home", "")))
            .filter(folder -> folder.equals(work) || !isSame(folder, work))
            .distinct()
            .toList());
  }

  private static boolean isSame(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  /** The file of scenarios and profiles. */
  public Path profiles() {
    return file("simulations/profiles.yaml");
  }

  /** The file of objectives that a load is judged by. */
  public Path objectives() {
    return file("contracts/objectives.yaml");
  }

  /** The folders of target files. */
  public List<Path> targets() {
    return folders.stream().map(folder -> folder.resolve("contracts/targets")).toList();
  }

  private Path file(String name) {
    List<Path> all = folders.stream().map(folder -> folder.resolve(name)).toList();
    return all.stream().filter(Files::isRegularFile).findFirst().orElse(all.get(all.size() - 1));
  }
}
