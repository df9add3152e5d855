package dev.assay.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.report.text.ExchangeText;
import dev.assay.report.text.FailureBlock;
import dev.assay.report.text.Sanitizer;
import dev.assay.verdict.CaseResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * What the scripts of the page show on demand: JSON, compressed, in characters that mean nothing in
 * HTML. It keeps the page small whatever a server sends.
 */
final class PageData {

  private static final int LONGEST = 2_000;
  private static final JsonMapper MAPPER = new JsonMapper();

  private PageData() {}

  static String of(PageContent content) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode cases = json.putArray("cases");
    content.contract().ifPresent(run -> run.cases().forEach(each -> cases.add(evidence(each))));
    content.proof().ifPresent(proof -> json.set("matrix", ProofView.matrix(proof)));
    content.cutover().ifPresent(cutover -> json.set("pairs", PairData.of(cutover)));
    content
        .load()
        .map(load -> load.result().figures().series())
        .ifPresent(series -> json.set("load", LoadData.of(series)));
    return packed(json);
  }

  /** What was sent and received, if anything was. */
  private static JsonNode evidence(CaseResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    result.exchangeToShow().ifPresent(evidence -> put(json, result, evidence));
    return json;
  }

  private static void put(ObjectNode json, CaseResult result, RecordedExchange evidence) {
    String curl = Sanitizer.line(evidence.curl().line());
    boolean whole = curl.length() <= FailureBlock.LONGEST_COMMAND;
    json.put("which", which(result, evidence))
        .put("request", beginning(new ExchangeText(evidence).request(), LONGEST))
        .put("response", beginning(new ExchangeText(evidence).response(), LONGEST))
        .put(whole ? "curl" : "remark", FailureBlock.command(evidence));
  }

  private static String which(CaseResult result, RecordedExchange evidence) {
    int all = result.exchanges().size();
    String file =
        evidence.curl().files().isEmpty() ? "" : "The curl command reads a file beside this page. ";
    return all == 1
        ? file.strip()
        : file
            + "Exchange %s of %s of this case."
                .formatted(result.exchanges().indexOf(evidence) + 1, all);
  }

  /** The first so many characters, and how many there are if there are more. */
  static String beginning(String text, int most) {
    return text.length() <= most
        ? text
        : Sanitizer.start(text, most)
            + String.format(Locale.ROOT, "\n… (%,d characters in all)", text.length());
  }

  private static String packed(JsonNode json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      MAPPER.writeValue(packed, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
