package dev.assay.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.record.RecordedExchange;
import dev.assay.report.Golden;
import dev.assay.report.SampleRun;
import dev.assay.report.text.Sanitizer;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ContractJunitXmlTest {

  @Test
  void a_run_reads_as_the_golden_file_shows() throws IOException {
    new Golden("contract.xml").matches(ContractJunitXml.of(SampleRun.everyOutcome()));
  }

  @Test
  void the_counts_are_those_of_the_elements_all_told_and_in_each_suite() throws Exception {
    Element root = parsed(SampleRun.everyOutcome()).getDocumentElement();
    assertCounts(root);
    NodeList suites = root.getElementsByTagName("testsuite");
    assertThat(suites.getLength()).isEqualTo(3);
    for (int i = 0; i < suites.getLength(); i++) {
      assertCounts((Element) suites.item(i));
    }
  }

  @Test
  void a_warning_is_a_failure_in_a_strict_run_only() throws Exception {
    List<CaseResult> cases = List.of(SampleRun.warned());
    Document lenient = parsed(SampleRun.run(cases, List.of(), false));
    Document strict = parsed(SampleRun.run(cases, List.of(), true));
    assertThat(lenient.getElementsByTagName("failure").getLength()).isZero();
    assertThat(lenient.getElementsByTagName("system-out").getLength()).isEqualTo(1);
    assertThat(strict.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertCounts(strict.getDocumentElement());
  }

  @Test
  void no_character_of_an_answer_can_break_the_document() throws Exception {
    StringBuilder all = new StringBuilder("]]> <!-- & \" ' \ud800 ");
    for (int c = 0; c < 0x3000; c++) {
      all.appendCodePoint(c);
    }
    all.append("\ufffe\uffff😀").appendCodePoint(0x1FFFF);
    for (int at = 0; at < all.length() - 100; at += 100) {
      String odd = all.substring(at, at + 100);
      assertThat(failure(odd)).contains(Sanitizer.line(odd));
    }
    assertThat(failure("😀 \uffff")).contains("😀 \\uffff");
  }

  private String failure(String actual) throws Exception {
    RecordedExchange exchange = SampleRun.exchange(200, actual);
    Verdict verdict =
        new Verdict(SampleRun.LOGGED, Outcome.FAIL, actual, actual, Optional.of(exchange));
    CaseResult result = SampleRun.result("log-message/x", actual, List.of(verdict), exchange);
    Document document = parsed(SampleRun.run(List.of(result), List.of(), false));
    return document.getElementsByTagName("failure").item(0).getTextContent();
  }

  private Document parsed(Run run) throws Exception {
    byte[] bytes = ContractJunitXml.of(run).getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }

  private static void assertCounts(Element suite) {
    assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
    assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
    assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
    assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
  }

  private static String count(Element suite, String name) {
    return Integer.toString(suite.getElementsByTagName(name).getLength());
  }
}
