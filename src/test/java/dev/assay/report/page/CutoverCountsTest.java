package dev.assay.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.compare.cutover.Cutover;
import dev.assay.report.SampleCutover;
import dev.assay.report.ci.CutoverJunitXml;
import dev.assay.report.console.CutoverConsole;
import dev.assay.report.json.CutoverJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

/** Whatever counts what a cutover found agrees with what it lists. */
class CutoverCountsTest {

  private static final Pattern SUMMARY =
      Pattern.compile(
          "clauses: (\\d+) same, (\\d+) regressed, (\\d+) fixed, (\\d+) both wrong;"
              + " (\\d+) differences? where the documents are silent;"
              + " (\\d+) cases? cannot be told, (\\d+) not compared");

  static Stream<Cutover> cutovers() {
    return Stream.of(
        SampleCutover.go(),
        SampleCutover.review(),
        SampleCutover.undecided(),
        SampleCutover.noGo());
  }

  private static long lines(String text, String word) {
    return Pattern.compile("^\\S " + word + ": ", Pattern.MULTILINE)
        .matcher(text)
        .results()
        .count();
  }

  @ParameterizedTest
  @MethodSource("cutovers")
  void the_summary_counts_the_lines_above_it(Cutover cutover) {
    StringWriter out = new StringWriter();
    new CutoverConsole(new PrintWriter(out), Ansi.OFF).report(cutover);
    String text = out.toString();
    Matcher summary = SUMMARY.matcher(text);
    assertThat(summary.find()).as(text).isTrue();
    MatchResult counts = summary.toMatchResult();
    Map<String, Integer> words =
        Map.of(
            "regressed",
            2,
            "fixed",
            3,
            "both wrong",
            4,
            "differs",
            5,
            "cannot tell",
            6,
            "not compared",
            7);
    words.forEach(
        (word, group) ->
            assertThat(Long.parseLong(counts.group(group))).as(word).isEqualTo(lines(text, word)));
  }

  @ParameterizedTest
  @MethodSource("cutovers")
  void the_json_counts_its_own_lists(Cutover cutover) throws IOException {
    JsonNode json = CutoverJson.of(cutover);
    JsonNode counts = json.path("counts");
    for (String relation : new String[] {"same", "fixed", "bothWrong", "differs", "regressed"}) {
      assertThat(counts.path(relation).asLong())
          .as(relation)
          .isEqualTo(
              StreamSupport.stream(json.path("clauses").spliterator(), false)
                  .filter(clause -> clause.path("relation").asText().equals(relation))
                  .count());
    }
    for (String list : new String[] {"differences", "cannotTell", "notCompared"}) {
      assertThat(counts.path(list).asInt()).as(list).isEqualTo(json.path(list).size());
    }
  }

  @ParameterizedTest
  @MethodSource("cutovers")
  void the_xml_counts_its_own_tests(Cutover cutover) {
    String xml = CutoverJunitXml.of(cutover);
    Map.of("tests", "<testcase ", "failures", "<failure", "errors", "<error", "skipped", "<skipped")
        .forEach(
            (attribute, element) ->
                assertThat(xml)
                    .as(attribute)
                    .contains(
                        " %s=\"%d\"".formatted(attribute, xml.split(element, -1).length - 1)));
  }

  @ParameterizedTest
  @MethodSource("cutovers")
  void the_page_counts_its_own_groups(Cutover cutover) {
    String page = new Page().render(PageContent.of("assay cutover", cutover));
    Map.of(
            "regressed", "clauses regressed",
            "cannot-tell", "cases cannot be told",
            "differs", "differences where documents are silent",
            "both-wrong", "clauses broken by both",
            "fixed", "clauses fixed",
            "not-compared", "cases not compared")
        .forEach(
            (group, label) ->
                assertThat(total(page, label)).as(group).isEqualTo(findings(page, group)));
  }

  private static long total(String page, String label) {
    Matcher total = Pattern.compile("<li><b class=\"\\w+\">(\\d+)</b>" + label).matcher(page);
    assertThat(total.find()).as(label).isTrue();
    return Long.parseLong(total.group(1));
  }

  private static long findings(String page, String group) {
    int start = page.indexOf("<h3 id=\"" + group + "\">");
    return start < 0
        ? 0
        : Pattern.compile("<details class=\"clause\"")
            .matcher(page.substring(start, page.indexOf("</section>", start)))
            .results()
            .count();
  }
}
