package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A word behind {@code ./mvnw}, held to the pom and the tests. */
final class MavenWord {

  private static final List<String> PHASES = List.of("test-compile", "test", "package", "verify");

  private MavenWord() {}

  /** A phase, the goal of a plugin, a profile, or a property that somebody reads. */
  static void isKnown(String word) {
    if (word.startsWith("-P")) {
      assertThat(pom()).contains("<id>" + word.substring(2) + "</id>");
    } else if (word.startsWith("-D")) {
      property(word.substring(2).split("=", 2));
    } else if (word.contains(":")) {
      String plugin = word.replaceFirst(":[^:]*$", "").replaceFirst(".*:", "");
      assertThat(pom()).containsPattern("<artifactId>" + plugin + "(-maven-plugin)?</artifactId>");
    } else {
      assertThat(PHASES).contains(word);
    }
  }

  private static void property(String... parts) {
    if (parts[0].equals("it.test") || parts[0].equals("test")) {
      assertThat(sources()).anyMatch(path -> path.endsWith(parts[1] + ".java"));
    } else if (!parts[0].startsWith("maven.")) {
      assertThat(
              sources().stream().anyMatch(path -> text(path).contains(parts[0]))
                  || pom().contains(parts[0]))
          .as("somebody reads " + parts[0])
          .isTrue();
    }
  }

  private static List<Path> sources() {
    try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
      return all.filter(path -> path.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pom() {
    return text(Path.of("pom.xml"));
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
