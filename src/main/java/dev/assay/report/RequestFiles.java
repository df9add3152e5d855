package dev.assay.report;

import dev.assay.cutover.Answers;
import dev.assay.cutover.Cutover;
import dev.assay.cutover.Difference;
import dev.assay.cutover.Instance;
import dev.assay.exchange.CurlCommand;
import dev.assay.exchange.RecordedExchange;
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
record RequestFiles(Map<String, CurlCommand.File> files) {

  static RequestFiles of(Run run) {
    return of(run.cases().stream().flatMap(result -> result.exchanges().stream()));
  }

  static RequestFiles of(Cutover cutover) {
    Stream<Answers> told =
        cutover.clauses().stream().flatMap(c -> c.instances().stream()).map(Instance::answers);
    Stream<Answers> silent = cutover.differences().stream().map(Difference::answers);
    return of(Stream.concat(told, silent).flatMap(answers -> answers.to().stream()));
  }

  private static RequestFiles of(Stream<RecordedExchange> exchanges) {
    Map<String, CurlCommand.File> files = new LinkedHashMap<>();
    exchanges
        .flatMap(exchange -> exchange.curl().files().stream())
        .forEach(file -> files.put(file.name(), file));
    return new RequestFiles(files);
  }

  /** Writes them; none is ever changed, for its name tells its content. */
  void write(Path folder) throws IOException {
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
