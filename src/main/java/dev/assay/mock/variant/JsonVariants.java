package dev.assay.mock.variant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.mutation.VariantList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What JSON leaves open: how an object is written, labelled and extended. */
final class JsonVariants {

  private JsonVariants() {}

  static void addTo(VariantList list) {
    labelled(list, "charset", "application/json; charset=utf-8");
    labelled(list, "quoted-charset", "Application/JSON;Charset=\"UTF-8\"");
    labelled(list, "vendor", "application/vnd.example.v1+json");
    list.add(
        "errors-as-problem-json",
        "labels its refusals application/problem+json",
        Mutations.replies(
            Mutations.isRefusal(),
            response -> response.with("Content-Type", "application/problem+json")));
    list.replies(
        "extra-members",
        "adds members to every object",
        ResponseEdits.object(JsonVariants::extend));
    list.replies("members-reversed", "reverses the order of members", JsonVariants::reversed);
    list.replies("pretty-printed", "prints objects over several lines", JsonVariants::pretty);
    list.replies(
        "blanks-around",
        "puts white space around objects",
        ResponseEdits.text(t -> "\r\n " + t + "\n\n"));
    list.replies(
        "escaped",
        "escapes what is not ASCII and slashes",
        ResponseEdits.text(JsonVariants::escaped));
  }

  private static void labelled(VariantList list, String name, String type) {
    list.replies(
        "labelled-" + name,
        "labels its answers " + type,
        response -> response.with("Content-Type", type));
  }

  private static void extend(ObjectNode object) {
    object.put("request_id", "f0e1d2").put("version", 2).putNull("warning");
    object.putObject("meta").put("node", "a").putArray("tags").add("x").add(1);
  }

  private static MockResponse reversed(MockResponse response) {
    return ResponseEdits.object(
            object -> {
              List<Map.Entry<String, JsonNode>> members =
                  new ArrayList<>(object.deepCopy().properties());
              Collections.reverse(members);
              object.removeAll();
              members.forEach(member -> object.set(member.getKey(), member.getValue()));
            })
        .apply(response);
  }

  private static MockResponse pretty(MockResponse response) {
    return ResponseEdits.object(response)
        .map(object -> ResponseEdits.body(response, object.toPrettyString()))
        .orElse(response);
  }

  /** Colons and slashes are escaped too, which JSON allows in strings. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      escaped.append(
          c > '~' ? "\\u" + HexFormat.of().toHexDigits(c) : c == '/' ? "\\/" : String.valueOf(c));
    }
    return escaped.toString();
  }
}
