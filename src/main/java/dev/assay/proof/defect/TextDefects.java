package dev.assay.proof.defect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.contract.Field;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A text that does not come back as it was sent. */
record TextDefects(MemberList list) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String EMOJI = "[\\x{10000}-\\x{10FFFF}]";

  /** What is said of plain texts, of others, and both. */
  private static final String[] STATED = {""};

  private static final String[] IMPLIED = {"/text"};
  private static final String[] BOTH = {"", "/text"};

  static void addTo(DefectList all, Promises promises) {
    for (MemberList list : promises.members(all, "x-echo")) {
      if (promises.givesBackText(list.member())) {
        TextDefects defects = new TextDefects(list);
        defects.lost();
        if (!list.clauses(IMPLIED).isEmpty()) {
          defects.uncommon();
          promises.operation().body().file().map(Field::name).ifPresent(defects::afterTheFile);
        }
      }
    }
  }

  /** What shows with any text. */
  private void lost() {
    add(BOTH, "last-character-lost", "without its last character", t -> cut(t, t.length() - 1));
    add(BOTH, "lower-case", "in small letters", text -> text.toLowerCase(Locale.ROOT));
    add(BOTH, "upper-case", "in capitals", text -> text.toUpperCase(Locale.ROOT));
    add(BOTH, "replaced", "replaced by another text", text -> "Message received");
    add(BOTH, "emptied", "empty", text -> "");
    add(BOTH, "with-a-prefix", "after the user's name", text -> "user: " + text);
  }

  /** What shows only with texts that are made for it. */
  private void uncommon() {
    lengths();
    charsets();
    blanks();
    markup();
    ascii();
    types();
    rewritten();
    ofTheOneBefore();
  }

  private void lengths() {
    for (int most : List.of(140, 255, 256, 1000, 4000)) {
      add(IMPLIED, "cut-at-" + most, "cut at " + most + " characters", t -> cut(t, most));
    }
    add(BOTH, "cut-at-20", "cut at 20 characters", text -> cut(text, 20));
  }

  private static String cut(String text, int most) {
    return text.substring(0, Math.max(0, Math.min(most, text.length())));
  }

  private void charsets() {
    add(
        IMPLIED,
        "as-latin-1",
        "in UTF-8 read as Latin-1",
        text -> new String(text.getBytes(UTF_8), ISO_8859_1));
    add(
        IMPLIED,
        "question-marks",
        "with ? for what is not Latin-1",
        text -> new String(text.getBytes(ISO_8859_1), ISO_8859_1));
    add(IMPLIED, "ascii-only", "without what is not ASCII", "[^\\x00-\\x7F]", "");
    add(IMPLIED, "emoji-lost", "without what is above U+FFFF", EMOJI, "");
    add(IMPLIED, "surrogates-replaced", "with ? for each half of an emoji", EMOJI, "??");
    add(IMPLIED, "joiners-lost", "without zero-width joiners", "\u200D", "");
    add(IMPLIED, "composed", "in NFC", t -> Normalizer.normalize(t, Normalizer.Form.NFC));
    add(IMPLIED, "decomposed", "in NFD", TextDefects::decomposed);
    add(IMPLIED, "accents-lost", "without accents", t -> decomposed(t).replaceAll("\\p{M}", ""));
  }

  private static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  private void blanks() {
    add(IMPLIED, "trimmed", "without blanks at its ends", String::strip);
    add(IMPLIED, "leading-blanks-lost", "without leading blanks", String::stripLeading);
    add(IMPLIED, "trailing-blanks-lost", "without trailing blanks", String::stripTrailing);
    add(IMPLIED, "blanks-collapsed", "with one blank for several", " +", " ");
    add(IMPLIED, "newlines-as-crlf", "with CR LF for LF", "\r?\n", "\r\n");
    add(IMPLIED, "crlf-as-newlines", "with LF for CR LF", "\r\n", "\n");
    add(IMPLIED, "newlines-as-blanks", "with blanks for line feeds", "\n", " ");
    add(IMPLIED, "tabs-as-blanks", "with blanks for tabs", "\t", "    ");
    add(IMPLIED, "first-line-only", "cut after its first line", text -> upTo("\r?\n", text));
    add(BOTH, "blank-lost", "without its blanks", " ", "");
  }

  private static String upTo(String end, String text) {
    return text.split(end, 2)[0];
  }

  private void markup() {
    add(BOTH, "html-escaped", "escaped for HTML", TextDefects::escaped);
    add(BOTH, "quotes-escaped", "with escaped quotes", "\"", "\\\\\"");
    add(IMPLIED, "apostrophes-doubled", "with doubled apostrophes", "'", "''");
    add(IMPLIED, "backslashes-lost", "without backslashes", "\\\\", "");
    add(IMPLIED, "tags-lost", "without tags", "<[^>]*>", "");
    add(IMPLIED, "entities-decoded", "with decoded entities", "&amp;", "&");
    add(BOTH, "plus-as-blank", "with blanks for plus signs", "\\+", " ");
    add(
        IMPLIED,
        "percent-decoded",
        "percent-decoded",
        text -> text.replace("%25", "%").replace("%0A", "\n"));
    add(IMPLIED, "placeholders-lost", "without placeholders", "\\$\\{\\w+}", "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void ascii() {
    add(BOTH, "cut-at-hash", "cut at the first #", text -> upTo("#", text));
    add(BOTH, "cut-at-semicolon", "cut at the first semicolon", text -> upTo(";", text));
    add(BOTH, "cut-at-ampersand-or-at", "cut at the first @", text -> upTo("@", text));
    add(
        STATED,
        "addresses-masked",
        "with masked e-mail addresses",
        "\\w{1,64}@\\w{1,64}\\.\\w{1,64}",
        "[hidden]");
    add(STATED, "long-numbers-masked", "with masked numbers", "\\d{13,}", "****");
    add(STATED, "leading-zeros-lost", "without leading zeros", "^0+(?=\\d)", "");
    add(BOTH, "first-letter-raised", "with a capital first", TextDefects::raised);
  }

  private static String raised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private void types() {
    Function<String, JsonNode> number = text -> JSON.numberNode(new BigDecimal(text));
    type("number-for-digits", "a number where it holds digits", "\\d+(\\.\\d+)?", number);
    type("null-for-null", "null where it holds that word", "null", text -> JSON.nullNode());
    type("boolean-for-true", "a boolean where it holds true", "true", t -> JSON.booleanNode(true));
    type("number-for-few-digits", "a number where it has few", "[1-9]\\d{0,8}", number);
    type("number-for-a-decimal", "a number where it has a dot", "\\d+\\.\\d+", number);
    type("number-for-an-exponent", "a number where it has an e", "1e5", number);
    type("boolean-for-yes", "a boolean where it holds yes", "yes|on", t -> JSON.booleanNode(true));
    type("boolean-for-false", "a boolean where it is false", "false", t -> JSON.booleanNode(false));
    type("null-for-none", "null where it holds None", "None|nil", text -> JSON.nullNode());
    type("null-for-nan", "null where it is no number", "NaN|Infinity", text -> JSON.nullNode());
    type("list-for-brackets", "a list where it holds brackets", "\\[]", text -> JSON.arrayNode());
    type("object-for-braces", "an object where it holds braces", "\\{}", t -> JSON.objectNode());
    type(BOTH, "object-for-json", "an object where it is JSON", "\\{.+}", t -> JSON.objectNode());
  }

  private void type(String name, String says, String texts, Function<String, JsonNode> value) {
    type(STATED, name, says, texts, value);
  }

  private void type(
      String[] parts, String name, String says, String texts, Function<String, JsonNode> value) {
    list.returns(
        name,
        "as " + says,
        node -> node.asText().matches(texts) ? value.apply(node.asText()) : node,
        parts);
  }

  /** Texts that are read as a value and written again. */
  private void rewritten() {
    add(STATED, "zero-lost", "without a zero that stands alone", "^0$", "");
    add(STATED, "sign-lost", "without a plus sign in front", "^\\+(?=\\d$)", "");
    add(STATED, "last-zero-lost", "without zeros after a dot", "^(\\d\\.\\d)0$", "$1");
    add(STATED, "long-rounded", "with long numbers rounded", "^(\\d{16})\\d$", "$10");
    add(STATED, "hex-read", "with 31 for 0x1F", "^0x1F$", "31");
    add(STATED, "huge-as-infinity", "with Infinity for 1e999", "^1e999$", "Infinity");
    add(STATED, "false-lost", "empty where it holds false", "^false$", "");
    add(STATED, "undefined-lost", "empty where it is undefined", "^undefined$", "");
    String date = "^(\\d{4}-\\d\\d-\\d\\d)$";
    add(STATED, "date-with-a-time", "with a time after a date", date, "$1T00:00");
    add(STATED, "instant-with-an-offset", "with +00:00 for Z", "(?<=\\d)Z$", "+00:00");
    add(STATED, "time-with-seconds", "with seconds after a time", "^(\\d\\d:\\d\\d)$", "$1:00");
    add(STATED, "quotes-lost", "without quotes around it", "^\"(.*)\"$", "$1");
    add(STATED, "address-alone-lost", "empty where it is a link", "^https:\\S+$", "");
    add(STATED, "items-joined", "with blanks after commas", "^(\\w),(\\w)$", "$1, $2");
  }

  private void ofTheOneBefore() {
    list.add(
        list.slug() + "-of-the-one-before",
        "returns the " + list.name() + " of the success before",
        Mutations.anew(
            () -> {
              AtomicReference<JsonNode> before = new AtomicReference<>(JSON.textNode("none"));
              return Mutations.successes(ResponseEdits.member(list.name(), before::getAndSet));
            }),
        BOTH);
  }

  /** As a parser of streams does that answers as soon as the file has come. */
  private void afterTheFile(String file) {
    list.add(
        list.slug() + "-after-a-large-file-lost",
        "drops " + list.aName() + " that comes after a file of 64 KiB or more",
        Mutations.edits(
            (view, response) ->
                view.fileSize() >= 1 << 16 && view.place(list.name()) > view.place(file)
                    ? ResponseEdits.textMember(list.name(), text -> "").apply(response)
                    : response),
        STATED);
  }

  private void add(String[] parts, String name, String says, String found, String replacement) {
    add(parts, name, says, text -> text.replaceAll(found, replacement));
  }

  private void add(String[] parts, String name, String says, UnaryOperator<String> change) {
    list.texts(name, says, change, parts);
  }
}
