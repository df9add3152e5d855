package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CONTRIBUTING tells how to add an operation, and files of a test do what it tells. */
class GuideTest {

  private static final Pattern FILE = Pattern.compile("`([a-z][\\w/-]*/[\\w.-]+\\.(?:java|yaml))`");

  @TempDir private Path elsewhere;

  private static String guide() throws IOException {
    String all = Files.readString(Path.of("CONTRIBUTING.md"));
    String begun = all.substring(all.indexOf("\n## Add an endpoint\n") + 1);
    return begun.substring(0, begun.indexOf("\n## "));
  }

  @Test
  void the_guide_names_each_file_that_adds_the_operation_and_no_other() throws IOException {
    Set<String> named =
        FILE.matcher(guide())
            .results()
            .map(MatchResult::group)
            .map(file -> file.replace("`", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(FourthOperation.paths()).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void the_diffs_still_fit() throws IOException {
    FourthOperation.layOver(Checkout.in(elsewhere));
    assertThat(elsewhere.resolve("contracts/rooms.openapi.yaml"))
        .content()
        .contains("operationId: upload-file", "operationId: send-message");
  }
}
