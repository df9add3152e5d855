package dev.assay.yaml;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.assay.UserException;
import dev.assay.yaml.YamlNode.Place;
import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/** Makes JSON of YAML and keeps the lines. */
final class YamlTreeReader {

  /** Of the words, only true and false are no texts (YAML 1.2.2, section 10.3.2). */
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS).build();

  private static final int DEEPEST = 100;

  private final Place start;
  private final String noun;
  private final IdentityHashMap<JsonNode, Map<String, Place>> places = new IdentityHashMap<>();

  YamlTreeReader(Place start, String noun) {
    this.start = start;
    this.noun = noun;
  }

  YamlTree read(String text, Function<IOException, UserException> malformed) {
    try (YAMLParser parser = YAML.getFactory().createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw start.flaw("a %s file must hold keys, and this one does not".formatted(noun));
      }
      return new YamlTree(node(parser, start), places);
    } catch (IOException e) {
      throw malformed.apply(e);
    }
  }

  private JsonNode node(YAMLParser parser, Place place) throws IOException {
    if (parser.getParsingContext().getNestingDepth() > DEEPEST) {
      throw place.flaw("keys and lists nest too deep here, so it is no %s file".formatted(noun));
    }
    if (parser.isCurrentAlias()) {
      throw place.flaw("aliases such as *%s are not read; use $ref".formatted(parser.getText()));
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, place);
      case START_ARRAY -> array(parser, place);
      default -> YAML.readTree(parser);
    };
  }

  private ObjectNode object(YAMLParser parser, Place place) throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    Map<String, Place> members = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      Place below = place.below(key, line(parser));
      if (members.put(key, below) != null) {
        throw below.flaw("`%s` is there twice in %s; remove one".formatted(key, place.name()));
      }
      parser.nextToken();
      object.set(key, node(parser, below));
    }
    places.put(object, members);
    return object;
  }

  private ArrayNode array(YAMLParser parser, Place place) throws IOException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    Map<String, Place> items = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String key = Integer.toString(array.size());
      Place below = place.below(key, line(parser));
      items.put(key, below);
      array.add(node(parser, below));
    }
    places.put(array, items);
    return array;
  }

  private static int line(YAMLParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
