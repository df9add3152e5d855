package dev.assay.compare.observation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.Response;
import dev.assay.verdict.BodyExpectations;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An answer, place by place.
 *
 * @param answer as it came
 * @param texts what its texts are without what can be no difference
 */
record FlattenedResponse(Response answer, TextNormalizer texts) {

  private static final Pattern ID = Pattern.compile("(?i)(.*[^a-z])?id|.*[a-z]I[dD]");
  private static final int LONGEST_TEXT = 1 << 16;

  Map<String, Set<ObservedValue>> places() {
    Map<String, Set<ObservedValue>> places = new LinkedHashMap<>();
    places.put("status", Set.of(ObservedValue.constant(Integer.toString(answer.status()))));
    lines().forEach((field, values) -> add(places, field, values));
    if (answer.json().isPresent()) {
      add(places, "body", "", answer.json().get());
    } else {
      add(places, "body", body());
    }
    return places;
  }

  private static void add(
      Map<String, Set<ObservedValue>> places, String place, ObservedValue seen) {
    places.computeIfAbsent(place, any -> new LinkedHashSet<>()).add(seen);
  }

  private Map<HeaderField, List<String>> lines() {
    return answer.headers().stream()
        .collect(
            Collectors.groupingBy(
                header -> HeaderField.named(header.name()),
                LinkedHashMap::new,
                Collectors.mapping(
                    header -> texts.plain(header.value()), Collectors.toUnmodifiableList())));
  }

  private static void add(
      Map<String, Set<ObservedValue>> places, HeaderField field, List<String> lines) {
    if (field.isCompared()) {
      List<String> values = field.isListOfLines() ? List.of(String.join(", ", lines)) : lines;
      values.forEach(value -> add(places, "header " + field.name(), header(field, value)));
    }
  }

  private static ObservedValue header(HeaderField field, String value) {
    String text = field.canonical(value);
    return field.varies()
        ? ObservedValue.varying(text, "value")
        : new ObservedValue(Optional.of(text), TextNormalizer.form(text), "value");
  }

  /** A body that is not JSON. */
  private ObservedValue body() {
    String text = answer.text();
    if (text.isEmpty()) {
      return ObservedValue.constant("no body");
    }
    if (answer.size() > LONGEST_TEXT || text.indexOf('\uFFFD') >= 0 || text.indexOf('\0') >= 0) {
      String bytes = answer.size() + " bytes";
      return new ObservedValue(Optional.of(bytes + ", " + answer.fingerprint()), bytes, "bytes");
    }
    String plain = texts.plain(answer.isCut() ? texts.beginning(text) : text);
    return new ObservedValue(Optional.of(plain), TextNormalizer.form(plain), "text, no JSON");
  }

  private void add(
      Map<String, Set<ObservedValue>> places, String place, String name, JsonNode node) {
    if (node.isObject()) {
      add(places, place, ObservedValue.constant("an object"));
      node.properties()
          .forEach(
              e ->
                  add(
                      places,
                      place + "." + TextNormalizer.form(texts.own(e.getKey())),
                      e.getKey(),
                      e.getValue()));
    } else if (node.isArray()) {
      add(places, place, ObservedValue.constant(node.isEmpty() ? "an empty array" : "an array"));
      node.forEach(item -> add(places, place + "[]", name, item));
    } else {
      add(places, place, leaf(name, node));
    }
  }

  private ObservedValue leaf(String name, JsonNode node) {
    if (node.isTextual()) {
      return BodyExpectations.webUrl(node).map(this::url).orElseGet(() -> text(node.textValue()));
    }
    if (!node.isNumber()) {
      return new ObservedValue(
          Optional.of(node.toString()), node.toString(), node.isNull() ? "null" : "a boolean");
    }
    String form = node.isIntegralNumber() ? "an integer" : "a number with a fraction";
    return ID.matcher(name).matches()
        ? ObservedValue.varying(form, "a number")
        : new ObservedValue(Optional.of(texts.number(node.toString())), form, "a number");
  }

  private ObservedValue text(String value) {
    String plain = texts.plain(value);
    return new ObservedValue(
        Optional.of('"' + plain + '"'), '"' + TextNormalizer.form(plain) + '"', "a string");
  }

  /** Where it leads is another file each time; of what make it is, is not. */
  private ObservedValue url(URI url) {
    String path = Optional.ofNullable(url.getPath()).orElse("");
    int dot = path.lastIndexOf('.');
    String ending = dot > path.lastIndexOf('/') ? path.substring(dot) : "";
    boolean asSent = !ending.isEmpty() && texts.sentNameEnds(ending);
    String extension = asSent ? ".(as sent)" : texts.plain(ending);
    String authority = texts.plain(url.getRawAuthority());
    String rest = (url.getQuery() == null ? "" : "?*") + (url.getFragment() == null ? "" : "#*");
    return ObservedValue.varying(
        "\"" + url.getScheme() + "://" + authority + "/*" + extension + rest + '"', "a string");
  }
}
