package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.request.TestData;
import dev.assay.suite.ConformanceCase.Role;
import dev.assay.suite.catalog.ServiceSuites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What every case sends and expects, so that no request or check changes unnoticed. Run with {@code
 * -Dgolden.update=true} to renew the file.
 */
class CasesGoldenTest {

  /** The bytes of large files are generated and tell nothing more than their number does. */
  private static final long LARGE = 1 << 20;

  /** In the words of the first listing, so that every later one can be compared with it. */
  private static final Map<Role, String> ROLES =
      Map.of(Role.PRECONDITION, "CONTROL", Role.PARALLEL, "ORDINARY", Role.EXCLUSIVE, "ALONE");

  private static final Path FILE = Path.of("src/test/resources/golden/cases.txt");

  @Test
  void every_case_sends_and_expects_what_the_golden_file_shows() throws IOException {
    List<OperationSuite> suites =
        ServiceSuites.of(EmbeddedTarget.planned(), new TestData(1)).stream()
            .flatMap(service -> service.operations().stream())
            .toList();
    String all =
        suites.stream()
            .flatMap(suite -> suite.cases().stream())
            .map(CasesGoldenTest::text)
            .collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, all);
    }
    assertThat(all).isEqualTo(Files.readString(FILE));
  }

  private static String text(ConformanceCase c) {
    StringBuilder text =
        new StringBuilder(c.id() + " " + ROLES.get(c.role()) + "\n  " + c.description());
    c.skipped().ifPresent(why -> text.append("\n  skipped: ").append(why));
    List<String> requests =
        c.interaction().planned().stream().map(CasesGoldenTest::text).distinct().toList();
    int count = c.interaction().planned().size();
    text.append(count > 1 ? "\n  " + count + " requests" : "");
    requests.stream().limit(3).forEach(request -> text.append("\n  ").append(request));
    for (ClauseCheck check : c.checks()) {
      text.append("\n  -> " + check.clause().id() + ": " + check.expectation().describe());
    }
    return text.append('\n').toString();
  }

  private static String text(Request request) {
    String headers =
        request.headers().stream()
            .map(CasesGoldenTest::text)
            .collect(Collectors.joining(", ", "[", "]"));
    return "%s %s%s %s %s %d bytes %s"
        .formatted(
            request.method(),
            request.uri().getRawPath(),
            request.query().map(query -> "?" + query).orElse(""),
            request.framing(),
            headers,
            request.body().size(),
            request.body().size() < LARGE ? request.body().fingerprint() : "");
  }

  private static String text(Header header) {
    return header.name() + ": " + header.value();
  }
}
