package dev.assay.report.ci;

import dev.assay.exchange.record.RecordedExchange;
import dev.assay.report.json.AtomicFile;
import dev.assay.report.text.ExchangeText;
import dev.assay.report.text.FailureBlock;
import dev.assay.report.text.Sanitizer;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Run;
import io.qameta.allure.AllureResultsWriteException;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.TestResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a run as Allure results, one for each case and each problem, with what was sent and
 * received. Hands them straight to Allure's file writer: its life cycle would take the times of
 * writing for those of the run, and its configuration could send the files elsewhere.
 */
public final class AllureFiles {

  private static final int MOST_EXCHANGES = 5;

  /** Writes the results into that folder, in place of those of an earlier run. */
  public void write(Run run, Path folder) throws IOException {
    Path made = AtomicFile.folder(folder).toRealPath();
    removeEarlier(made);
    AllureResultsWriter writer = new FileSystemResultsWriter(made);
    AllureResult results = new AllureResult(run);
    try {
      for (CaseResult result : run.cases()) {
        TestResult allure = results.of(result);
        writer.write(allure.setAttachments(evidence(writer, allure.getUuid(), result)));
      }
      for (int i = 0; i < run.problems().size(); i++) {
        writer.write(results.ofProblem(i));
      }
      for (int i = 0; i < run.stale().size(); i++) {
        writer.write(results.ofLapsed(i));
      }
    } catch (AllureResultsWriteException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  /** Removes what this class wrote before, and nothing else. */
  private static void removeEarlier(Path folder) throws IOException {
    String ours = AllureResult.FILE_PREFIX + "*-{result.json,attachment.txt}";
    try (DirectoryStream<Path> earlier = Files.newDirectoryStream(folder, ours)) {
      for (Path file : earlier) {
        Files.delete(file);
      }
    }
  }

  private static List<Attachment> evidence(
      AllureResultsWriter writer, String uuid, CaseResult result) {
    List<Attachment> attachments = new ArrayList<>();
    int all = result.exchanges().size();
    for (int index : shown(result)) {
      RecordedExchange exchange = result.exchanges().get(index);
      String which = all == 1 ? "" : " %s of %s".formatted(index + 1, all);
      String stem = uuid + "-" + (index + 1);
      attachments.add(file(writer, stem, "request", which, new ExchangeText(exchange).request()));
      attachments.add(file(writer, stem, "response", which, new ExchangeText(exchange).response()));
      attachments.add(
          file(writer, stem, "curl", which, Sanitizer.line(exchange.curl().line()) + "\n"));
    }
    return attachments;
  }

  /** Which exchanges: the evidence, or the first few and the evidence where something is wrong. */
  private static Set<Integer> shown(CaseResult result) {
    Set<Integer> shown = new TreeSet<>();
    result
        .exchangeToShow()
        .map(result.exchanges()::indexOf)
        .filter(index -> index >= 0)
        .ifPresent(shown::add);
    if (FailureBlock.of(result).isPresent()) {
      for (int i = 0; i < result.exchanges().size() && shown.size() < MOST_EXCHANGES; i++) {
        shown.add(i);
      }
    }
    return shown;
  }

  private static Attachment file(
      AllureResultsWriter writer, String stem, String kind, String which, String text) {
    String source = stem + "-" + kind + "-attachment.txt";
    writer.write(source, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return new Attachment().setName(kind + which).setSource(source).setType("text/plain");
  }
}
