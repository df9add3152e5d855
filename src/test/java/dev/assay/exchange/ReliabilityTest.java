package dev.assay.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/reliability.md says is survived is what the tests try. */
class ReliabilityTest {

  @Test
  void the_page_counts_what_is_tried() throws IOException {
    assertThat(Files.readString(Path.of("docs/reliability.md")))
        .contains(Hostility.values().length + " ways to break an exchange")
        .contains("with %d kinds of random faults".formatted(Chaos.kinds()))
        .contains("in %d forms".formatted(EchoServer.formsOf("anything").size()));
  }
}
