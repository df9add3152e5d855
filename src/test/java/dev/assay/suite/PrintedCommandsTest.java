package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some of what {@link PrintedCommandsSelfTest} does with all. */
class PrintedCommandsTest {

  @TempDir private Path folder;

  @Test
  void a_command_sends_the_very_request() throws Exception {
    assertThat(new PrintedCommands(folder).compare(n -> n % 17 == 3)).isGreaterThan(20);
  }

  @Test
  void what_goes_on_one_connection_is_one_command() throws Exception {
    new PrintedCommands(folder).compareInARow();
  }
}
