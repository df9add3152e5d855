package dev.assay.mock.variant;

import static dev.assay.mock.mutation.ResponseEdits.object;
import static dev.assay.mock.mutation.ResponseEdits.text;
import static dev.assay.mock.mutation.ResponseEdits.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.mutation.VariantList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** What JSON leaves open: how an object is written, labelled and extended. */
record JsonVariants(VariantList list) {

  static void addTo(VariantList list) {
    JsonVariants variants = new JsonVariants(list);
    variants.labelled("charset", "application/json; charset=utf-8");
    variants.labelled("quoted-charset", "Application/JSON;Charset=\"UTF-8\"");
    variants.labelled("vendor", "application/vnd.example.v1+json");
    list.add(
        "errors-as-problem-json",
        "labels its refusals application/problem+json",
        Mutations.responses(
            Mutations::isRefusal, with("Content-Type", "application/problem+json")));
    variants.written();
  }

  private void labelled(String name, String type) {
    list.responses("labelled-" + name, "labels its answers " + type, with("Content-Type", type));
  }

  private void written() {
    list.responses("extra-members", "adds members to every object", object(JsonVariants::extend));
    list.responses(
        "members-reversed", "reverses the order of members", object(JsonVariants::reverse));
    list.responses(
        "pretty-printed",
        "prints objects over several lines",
        response ->
            ResponseEdits.object(response)
                .map(object -> text(was -> object.toPrettyString()).apply(response))
                .orElse(response));
    list.responses(
        "blanks-around", "puts white space around objects", text(was -> "\r\n " + was + "\n\n"));
    list.responses("escaped", "escapes what is not ASCII and slashes", text(JsonVariants::escaped));
  }

  private static void extend(ObjectNode object) {
    object.put("request_id", "f0e1d2").put("version", 2).putNull("warning");
    object.putObject("meta").put("node", "a").putArray("tags").add("x").add(1);
  }

  private static void reverse(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    Collections.reverse(names);
    names.forEach(name -> object.set(name, object.remove(name)));
  }

  /** Slashes are escaped too, which JSON allows in strings. */
  private static String escaped(String text) {
    return text.chars().mapToObj(c -> escaped((char) c)).collect(Collectors.joining());
  }

  private static String escaped(char c) {
    return c > '~' ? "\\u" + HexFormat.of().toHexDigits(c) : c == '/' ? "\\/" : "" + c;
  }
}
