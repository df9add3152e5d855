package dev.assay.report;

import dev.assay.RunInfo;
import dev.assay.mock.mutation.Mutant;
import dev.assay.proof.MutationRunner;
import dev.assay.proof.ProofSubject;
import dev.assay.proof.defect.Defects;
import dev.assay.report.text.FailureBlock;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.verdict.Run;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people read about a dozen broken servers, word for word. */
class BrokenServersTest {

  private static final List<String> DOZEN =
      List.of(
          "log-message-200-answered-201",
          "log-message-message-id-dropped",
          "log-message-created-at-local-labelled-z",
          "log-message-401-answered-403",
          "log-message-403-body-key-renamed",
          "log-message-message-body-accents-lost",
          "log-file-limit-12-mib",
          "log-file-file-url-of-the-file-name",
          "log-file-file-crlf-as-lf",
          "upload-file-400-no-room-id-reworded",
          "upload-file-foreign-upload-accepted-and-posted",
          "upload-file-file-url-relative");

  @Test
  void the_first_block_about_each_says_what_the_server_did_wrong()
      throws InterruptedException, IOException {
    Map<String, Run> runs = new ConcurrentHashMap<>();
    List<Mutant> defects = DOZEN.stream().map(id -> Defects.named(id).orElseThrow()).toList();
    new MutationRunner(
            RunInfo.starting("1", "t"),
            ProofSubject.SHIPPED,
            target -> ServiceSuites.of(target, new TestData(1)),
            (trial, run) -> runs.put(trial.id(), run),
            false)
        .prove(defects, List.of());
    String blocks =
        defects.stream()
            .map(defect -> "# " + defect.says() + "\n" + steady(firstBlock(runs.get(defect.id()))))
            .collect(Collectors.joining("\n\n", "", "\n"));
    new Golden("broken-servers.txt").matches(blocks);
  }

  private static String firstBlock(Run run) {
    return run.cases().stream()
        .flatMap(result -> FailureBlock.of(result).stream())
        .map(FailureBlock::text)
        .findFirst()
        .orElse("nothing was blamed");
  }

  /** Ports, ids, times and stored names differ from run to run. */
  private static String steady(String text) {
    return text.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|\\+[0-9:]+)?", "TIME")
        .replaceAll("\\b\\d{9,16}\\b", "ID")
        .replaceAll("/files/[0-9a-f]+", "/files/NAME")
        .replaceAll("\\d+ (s|seconds?|minutes?|hours?) (early|late|before|after|off)", "N $1 $2");
  }
}
