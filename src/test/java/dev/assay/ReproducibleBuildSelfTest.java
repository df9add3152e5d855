package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever builds these sources gets these bytes (see reproducible-builds.org). */
class ReproducibleBuildSelfTest {

  private static final List<String> SOURCES =
      List.of("pom.xml", ".mvn", "mvnw", "src/main", "simulations", "contracts");
  private static final long MINUTES = 5;

  @TempDir private Path elsewhere;

  @Test
  void a_second_build_in_another_folder_makes_the_same_jar() throws Exception {
    for (String source : SOURCES) {
      copy(Path.of(source), elsewhere);
    }
    Path log = elsewhere.resolve("build.log");
    Process build =
        new ProcessBuilder(
                "sh", "mvnw", "-q", "-B", "-Dmaven.test.skip=true", "-Dmdep.skip=true", "package")
            .directory(elsewhere.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(build.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ended in time").isTrue();
    } finally {
      build.destroyForcibly();
    }
    assertThat(build.exitValue()).as(Files.readString(log)).isZero();
    assertThat(elsewhere.resolve("target/assay.jar"))
        .hasSameBinaryContentAs(Path.of("target/assay.jar"));
  }

  private static void copy(Path source, Path into) throws IOException {
    try (Stream<Path> all = Files.walk(source)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Path copy = into.resolve(path);
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.createDirectories(copy.getParent());
          Files.copy(path, copy);
        }
      }
    }
  }
}
