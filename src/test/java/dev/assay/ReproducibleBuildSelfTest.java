package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever builds these sources gets these bytes (see reproducible-builds.org). */
class ReproducibleBuildSelfTest {

  @TempDir private Path elsewhere;

  @Test
  void a_second_build_in_another_folder_makes_the_same_jar() throws Exception {
    LoggedProcess.Ended build =
        Checkout.in(elsewhere)
            .run(
                List.of(
                    "sh",
                    "mvnw",
                    "-q",
                    "-B",
                    "-Dmaven.test.skip=true",
                    "-Dmdep.skip=true",
                    "package"));
    assertThat(build.exitCode()).as(build.said()).isZero();
    assertThat(elsewhere.resolve("target/assay.jar"))
        .hasSameBinaryContentAs(Path.of("target/assay.jar"));
  }
}
