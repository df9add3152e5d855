package dev.assay.report.json;

import dev.assay.compare.cutover.ClauseInCase;
import dev.assay.compare.cutover.Cutover;
import dev.assay.compare.cutover.Difference;
import dev.assay.compare.cutover.ExchangePair;
import dev.assay.exchange.record.CurlCommand;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.verdict.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The bodies that curl commands read from files below the folder of the reports.
 *
 * @param files by their names, each once
 */
public record RequestFiles(Map<String, CurlCommand.File> files) {

  public static RequestFiles of(Run run) {
    return of(run.cases().stream().flatMap(result -> result.exchanges().stream()));
  }

  public static RequestFiles of(Cutover cutover) {
    Stream<ExchangePair> clauses =
        cutover.clauses().stream().flatMap(c -> c.instances().stream()).map(ClauseInCase::answers);
    Stream<ExchangePair> differences = cutover.differences().stream().map(Difference::answers);
    return of(Stream.concat(clauses, differences).flatMap(answers -> answers.to().stream()));
  }

  private static RequestFiles of(Stream<RecordedExchange> exchanges) {
    Map<String, CurlCommand.File> files = new LinkedHashMap<>();
    exchanges
        .flatMap(exchange -> exchange.curl().files().stream())
        .forEach(file -> files.put(file.name(), file));
    return new RequestFiles(files);
  }

  /** Writes them; none is ever changed, for its name is made of its content. */
  public void write(Path folder) throws IOException {
    for (CurlCommand.File file : files.values()) {
      Path path = folder.resolve(file.name());
      AtomicFile.folder(path.getParent());
      try (InputStream content = file.content().open()) {
        AtomicFile.in(path.getParent(), path.getFileName().toString())
            .write(content.readAllBytes());
      }
    }
  }
}
