package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever runs a printed command sends what the case sent, byte for byte. */
@Tag("slow")
class PrintedCommandsSelfTest {

  @TempDir private Path folder;

  @Test
  void every_command_of_every_case_sends_the_very_request() throws Exception {
    assertThat(new PrintedCommands(folder).compare(any -> true)).isGreaterThan(400);
  }
}
