package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of file that are documented.
 *
 * @param extensions without their dots; by the value of the field that says which kind it is, or by
 *     the empty text where none does
 */
public record FileKinds(Map<String, List<String>> extensions) {

  /** The value of a field that says which kind a file is of. */
  public record Kind(String field, String value) {}

  static FileKinds of(JsonNode node) {
    Map<String, List<String>> extensions = new LinkedHashMap<>();
    if (node.isArray()) {
      extensions.put("", texts(node));
    }
    node.properties().forEach(kind -> extensions.put(kind.getKey(), texts(kind.getValue())));
    return new FileKinds(extensions);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return List.copyOf(texts);
  }

  /** All extensions, in their order. */
  public List<String> all() {
    return extensions.values().stream().flatMap(List::stream).toList();
  }

  /** Which field says of a file with that extension what it is, and how. */
  public Optional<Kind> selectedBy(RequestBody body, String extension) {
    return selector(body)
        .flatMap(
            field ->
                extensions.entrySet().stream()
                    .filter(kind -> kind.getValue().contains(extension))
                    .map(kind -> new Kind(field.path(), kind.getKey()))
                    .findFirst());
  }

  /** The field that has one of the values under which extensions are listed. */
  public Optional<Field> selector(RequestBody body) {
    return body.fields().stream()
        .filter(field -> !field.choices().isEmpty())
        .filter(
            field ->
                field.choices().stream().map(JsonNode::asText).allMatch(extensions::containsKey))
        .findFirst();
  }
}
