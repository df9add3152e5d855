package dev.assay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of this project's sources, without its tests, in another folder.
 *
 * @param folder where it is
 */
public record Checkout(Path folder) {

  private static final List<String> SOURCES =
      List.of("pom.xml", ".mvn", "mvnw", "assay", "src/main", "simulations", "contracts");

  /** A new one in that folder. */
  public static Checkout in(Path folder) throws IOException {
    for (String source : SOURCES) {
      copy(Path.of(source), folder);
    }
    return new Checkout(folder);
  }

  /** Copies one more file or folder. */
  public void add(String source) throws IOException {
    copy(Path.of(source), folder);
  }

  /** Makes it build with what this build has downloaded, and download no more than it lacks. */
  public void shareDownloads() throws IOException {
    String repository =
        System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository");
    Files.writeString(
        folder.resolve(".mvn/maven.config"),
        "\n-Dmaven.repo.local=" + repository + "\n",
        StandardOpenOption.APPEND);
  }

  /** Runs a command there to its end. */
  public LoggedProcess.Ended run(List<String> command) throws IOException, InterruptedException {
    try (LoggedProcess process = LoggedProcess.start(folder, Map.of(), command)) {
      return process.end();
    }
  }

  /** Runs the launcher there, which builds it first. */
  public LoggedProcess.Ended assay(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", "assay"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static void copy(Path source, Path into) throws IOException {
    try (Stream<Path> all = Files.walk(source)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Path copy = into.resolve(path);
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.createDirectories(copy.getParent());
          Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
