package dev.assay.mock.defect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.service.MockOperation;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A {@code message_body} that does not come back as it was sent. */
final class TextDefects {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String STATED = "200/message-body";
  private static final String IMPLIED = "200/message-body-text";

  private final DefectList list;

  private TextDefects(DefectList list) {
    this.list = list;
  }

  static void addTo(DefectList list) {
    if (list.isOf(MockOperation.LOG_MESSAGE, MockOperation.LOG_FILE)) {
      TextDefects defects = new TextDefects(list);
      defects.lengths();
      defects.charsets();
      defects.blanks();
      defects.markup();
      defects.plain();
      defects.types();
      defects.rewritten();
      defects.ofTheOneBefore();
      if (list.isOf(MockOperation.LOG_FILE)) {
        defects.afterTheFile();
      }
    }
  }

  private void lengths() {
    for (int most : List.of(140, 255, 256, 1000, 4000)) {
      implied("cut-at-" + most, "cut at " + most + " characters", text -> cut(text, most));
    }
    both("cut-at-20", "cut at 20 characters", text -> cut(text, 20));
    both("last-character-lost", "without its last character", t -> cut(t, t.length() - 1));
  }

  private void charsets() {
    Charset latin1 = StandardCharsets.ISO_8859_1;
    implied(
        "as-latin-1",
        "in UTF-8 read as Latin-1",
        text -> new String(text.getBytes(StandardCharsets.UTF_8), latin1));
    implied(
        "question-marks",
        "with ? for what is not Latin-1",
        t -> new String(t.getBytes(latin1), latin1));
    implied(
        "ascii-only", "without what is not ASCII", text -> text.replaceAll("[^\\x00-\\x7F]", ""));
    implied(
        "emoji-lost",
        "without what is above U+FFFF",
        text -> text.replaceAll("[\\x{10000}-\\x{10FFFF}]", ""));
    implied(
        "surrogates-replaced",
        "with ? for each half of an emoji",
        text -> text.replaceAll("[\\x{10000}-\\x{10FFFF}]", "??"));
    implied("joiners-lost", "without zero-width joiners", text -> text.replace("\u200D", ""));
    implied("composed", "in NFC", text -> Normalizer.normalize(text, Normalizer.Form.NFC));
    implied("decomposed", "in NFD", text -> Normalizer.normalize(text, Normalizer.Form.NFD));
    implied(
        "accents-lost",
        "without accents",
        text -> Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
  }

  private void blanks() {
    implied("trimmed", "without blanks at its ends", String::strip);
    implied("leading-blanks-lost", "without leading blanks", String::stripLeading);
    implied("trailing-blanks-lost", "without trailing blanks", String::stripTrailing);
    implied("blanks-collapsed", "with one blank for several", text -> text.replaceAll(" +", " "));
    implied("newlines-as-crlf", "with CR LF for LF", text -> text.replaceAll("\r?\n", "\r\n"));
    implied("crlf-as-newlines", "with LF for CR LF", text -> text.replace("\r\n", "\n"));
    implied("newlines-as-blanks", "with blanks for line feeds", text -> text.replace('\n', ' '));
    implied("tabs-as-blanks", "with blanks for tabs", text -> text.replace("\t", "    "));
    implied("first-line-only", "cut after its first line", text -> text.split("\r?\n", 2)[0]);
    both("blank-lost", "without its blanks", text -> text.replace(" ", ""));
  }

  private void markup() {
    implied("html-escaped", "escaped for HTML", TextDefects::escaped);
    both("quotes-escaped", "with escaped quotes", text -> text.replace("\"", "\\\""));
    implied("apostrophes-doubled", "with doubled apostrophes", text -> text.replace("'", "''"));
    implied("backslashes-lost", "without backslashes", text -> text.replace("\\", ""));
    implied("tags-lost", "without tags", text -> text.replaceAll("<[^>]*>", ""));
    implied("entities-decoded", "with decoded entities", text -> text.replace("&amp;", "&"));
    both("plus-as-blank", "with blanks for plus signs", text -> text.replace('+', ' '));
    implied(
        "percent-decoded",
        "percent-decoded",
        text -> text.replace("%25", "%").replace("%0A", "\n"));
    implied(
        "placeholders-lost", "without placeholders", text -> text.replaceAll("\\$\\{\\w+}", ""));
  }

  private void plain() {
    both("lower-case", "in small letters", text -> text.toLowerCase(Locale.ROOT));
    both("upper-case", "in capitals", text -> text.toUpperCase(Locale.ROOT));
    both("cut-at-hash", "cut at the first #", text -> text.split("#", 2)[0]);
    both("cut-at-semicolon", "cut at the first semicolon", text -> text.split(";", 2)[0]);
    both("cut-at-ampersand-or-at", "cut at the first @", text -> text.split("@", 2)[0]);
    stated(
        "addresses-masked",
        "with masked e-mail addresses",
        text -> text.replaceAll("\\w{1,64}@\\w{1,64}\\.\\w{1,64}", "[hidden]"));
    stated("long-numbers-masked", "with masked numbers", t -> t.replaceAll("\\d{13,}", "****"));
    stated("leading-zeros-lost", "without leading zeros", t -> t.replaceFirst("^0+(?=\\d)", ""));
    both("first-letter-raised", "with a capital first", TextDefects::raised);
    both("replaced", "replaced by another text", text -> "Message received");
    both("emptied", "empty", text -> "");
    both("with-a-prefix", "after the user's name", text -> "user: " + text);
  }

  private void ofTheOneBefore() {
    list.add(
        "message-body-of-the-one-before",
        "returns the message_body of the success before",
        Mutation.answers(
            (genuine, context) -> {
              AtomicReference<JsonNode> before = new AtomicReference<>(JSON.textNode("none"));
              return Mutations.successes(ResponseEdits.member("message_body", before::getAndSet))
                  .answering(genuine, context);
            }),
        STATED,
        IMPLIED);
  }

  private void types() {
    type(
        "number-for-digits",
        "a number where it holds digits",
        "\\d+(\\.\\d+)?",
        TextDefects::number);
    type("null-for-null", "null where it holds that word", "null", text -> JSON.nullNode());
    type("boolean-for-true", "a boolean where it holds true", "true", t -> JSON.booleanNode(true));
    type(
        "number-for-few-digits", "a number where it has few", "[1-9]\\d{0,8}", TextDefects::number);
    type("number-for-a-decimal", "a number where it has a dot", "\\d+\\.\\d+", TextDefects::number);
    type("number-for-an-exponent", "a number where it has an e", "1e5", TextDefects::number);
    type("boolean-for-yes", "a boolean where it holds yes", "yes|on", t -> JSON.booleanNode(true));
    type("boolean-for-false", "a boolean where it is false", "false", t -> JSON.booleanNode(false));
    type("null-for-none", "null where it holds None", "None|nil", text -> JSON.nullNode());
    type("null-for-nan", "null where it is no number", "NaN|Infinity", text -> JSON.nullNode());
    type("list-for-brackets", "a list where it holds brackets", "\\[]", text -> JSON.arrayNode());
    type("object-for-braces", "an object where it holds braces", "\\{}", t -> JSON.objectNode());
    type("object-for-json", "an object where it is JSON", "\\{.+}", t -> JSON.objectNode());
  }

  /** Texts that are read as a value and written again. */
  private void rewritten() {
    stated("zero-lost", "without a zero that stands alone", t -> t.equals("0") ? "" : t);
    stated("sign-lost", "without a plus sign in front", t -> t.replaceFirst("^\\+(?=\\d$)", ""));
    stated(
        "last-zero-lost", "without zeros after a dot", t -> t.replaceFirst("^(\\d\\.\\d)0$", "$1"));
    stated(
        "long-rounded", "with long numbers rounded", t -> t.replaceFirst("^(\\d{16})\\d$", "$10"));
    stated("hex-read", "with 31 for 0x1F", text -> text.equals("0x1F") ? "31" : text);
    stated("huge-as-infinity", "with Infinity for 1e999", t -> t.equals("1e999") ? "Infinity" : t);
    stated("false-lost", "empty where it holds false", t -> t.equals("false") ? "" : t);
    stated("undefined-lost", "empty where it is undefined", t -> t.equals("undefined") ? "" : t);
    stated(
        "date-with-a-time",
        "with a time after a date",
        t -> t.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)$", "$1T00:00"));
    stated(
        "instant-with-an-offset", "with +00:00 for Z", t -> t.replaceFirst("(?<=\\d)Z$", "+00:00"));
    stated(
        "time-with-seconds",
        "with seconds after a time",
        t -> t.replaceFirst("^(\\d\\d:\\d\\d)$", "$1:00"));
    stated("quotes-lost", "without quotes around it", t -> t.replaceFirst("^\"(.*)\"$", "$1"));
    stated(
        "address-alone-lost", "empty where it is a link", t -> t.replaceFirst("^https:\\S+$", ""));
    stated(
        "items-joined", "with blanks after commas", t -> t.replaceFirst("^(\\w),(\\w)$", "$1, $2"));
  }

  /** As a parser of streams does that answers as soon as the file has come. */
  private void afterTheFile() {
    list.add(
        "message-body-after-a-large-file-lost",
        "drops a message_body that comes after a file of 64 KiB or more",
        Mutation.answers(
            (genuine, context) ->
                request -> {
                  RequestView view = RequestView.by(request);
                  boolean lost =
                      view.fileSize() >= 1 << 16 && view.place("message_body") > view.place("file");
                  MockResponse response = genuine.answer(request);
                  return lost
                      ? ResponseEdits.member("message_body", node -> JSON.textNode(""))
                          .apply(response)
                      : response;
                }),
        STATED);
  }

  private void type(String name, String says, String texts, Function<String, JsonNode> value) {
    list.add(
        "message-body-" + name,
        "returns message_body as " + says,
        Mutations.successes(
            ResponseEdits.member(
                "message_body",
                node -> node.asText().matches(texts) ? value.apply(node.asText()) : node)),
        STATED);
  }

  private static JsonNode number(String text) {
    return JSON.numberNode(new BigDecimal(text));
  }

  private static String cut(String text, int most) {
    return text.substring(0, Math.max(0, Math.min(most, text.length())));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String raised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private void implied(String name, String says, UnaryOperator<String> change) {
    add(name, says, change, IMPLIED);
  }

  private void stated(String name, String says, UnaryOperator<String> change) {
    add(name, says, change, STATED);
  }

  private void both(String name, String says, UnaryOperator<String> change) {
    add(name, says, change, STATED, IMPLIED);
  }

  private void add(String name, String says, UnaryOperator<String> change, String... clauses) {
    list.add(
        "message-body-" + name,
        "returns message_body " + says,
        Mutations.successes(
            ResponseEdits.member(
                "message_body", node -> JSON.textNode(change.apply(node.asText())))),
        clauses);
  }
}
