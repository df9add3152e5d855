package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.variant.Variants;
import dev.assay.proof.defect.Defects;
import dev.assay.request.TestData;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.catalog.ServiceSuites;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the pages show of a gate has today's clauses, defects and variants. */
class FiguresOfPagesTest {

  private final List<OperationSuite> suites =
      ServiceSuites.of(EmbeddedTarget.planned(), new TestData(1)).stream()
          .flatMap(service -> service.operations().stream())
          .toList();
  private final int clauses =
      suites.stream().mapToInt(suite -> suite.operation().clauses().size()).sum();
  private final int defects = Defects.all().size();
  private final int variants = Variants.all().size();

  private static String text(String page) throws IOException {
    return Page.at(Path.of(page)).text().replaceAll("\\s+", " ");
  }

  @Test
  void the_gate_of_the_readme_is_one_of_today() throws IOException {
    assertThat(text("README.md"))
        .contains(" cases, 0 of %s clauses broken".formatted(clauses))
        .contains("%s of %s defects killed exactly".formatted(defects, defects))
        .contains("0 false alarms on %s variants".formatted(variants))
        .contains(String.format(Locale.ROOT, "each of %,d defects", defects));
  }

  @Test
  void the_contract_run_and_the_proof_are_of_today() throws IOException {
    assertThat(text("docs/runs.md"))
        .containsPattern("embedded · \\d+ cases, \\d+ of %s clauses".formatted(clauses));
    assertThat(text("docs/proof.md"))
        .contains(String.format(Locale.ROOT, "its %,d deliberate defects", defects))
        .contains(String.format(Locale.ROOT, "whole answer on all %,d defects", defects))
        .contains("%s conforming variants".formatted(variants));
  }
}
