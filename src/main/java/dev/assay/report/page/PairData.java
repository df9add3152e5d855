package dev.assay.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.compare.cutover.ClauseInCase;
import dev.assay.compare.cutover.Cutover;
import dev.assay.compare.cutover.Difference;
import dev.assay.compare.cutover.ExchangePair;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.report.text.ExchangeText;
import dev.assay.report.text.FailureBlock;
import dev.assay.report.text.Sanitizer;
import java.util.Optional;
import java.util.stream.Stream;

/** What both sides of a cutover answered, for each case in which they are not the same. */
final class PairData {

  private static final int LONGEST = 1_000;

  private PairData() {}

  static JsonNode of(Cutover cutover) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Stream<ExchangePair> clauses =
        cutover.clauses().stream().flatMap(c -> c.instances().stream()).map(ClauseInCase::answers);
    Stream<ExchangePair> differences = cutover.differences().stream().map(Difference::answers);
    Stream.concat(clauses, differences)
        .forEach(answers -> json.set(answers.caseId(), pair(answers)));
    return json;
  }

  private static JsonNode pair(ExchangePair answers) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    answers
        .to()
        .or(answers::from)
        .ifPresent(sent -> json.put("request", beginning(new ExchangeText(sent).request())));
    json.put("from", answer(answers.from())).put("to", answer(answers.to()));
    String curl = Sanitizer.line(answers.curl().line());
    return curl.isEmpty() || curl.length() > FailureBlock.LONGEST_COMMAND
        ? json.put("remark", "The curl command is in cutover.json.")
        : json.put("curl", curl);
  }

  private static String answer(Optional<RecordedExchange> exchange) {
    return exchange.map(each -> beginning(new ExchangeText(each).response())).orElse("(not asked)");
  }

  private static String beginning(String text) {
    return PageData.beginning(text, LONGEST);
  }
}
