package dev.assay.yaml;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.assay.UserException;
import dev.assay.yaml.YamlNode.Place;
import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;

/** Makes JSON of YAML and keeps the lines. */
final class YamlTreeReader {

  /** Of the words, only true and false are no texts (YAML 1.2.2, section 10.3.2). */
  private static final YAMLMapper YAML =
      YAMLMapper.builder(YAMLFactory.builder().loaderOptions(anyLength()).build())
          .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
          .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
          .build();

  private static final int DEEPEST = 100;

  /** How long a file may be is decided before it is read. */
  private static LoaderOptions anyLength() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return options;
  }

  private final Place start;
  private final String noun;
  private final IdentityHashMap<JsonNode, Map<String, Place>> places = new IdentityHashMap<>();

  YamlTreeReader(Place start, String noun) {
    this.start = start;
    this.noun = noun;
  }

  YamlTree read(String text, Function<IOException, UserException> malformed) {
    try (YAMLParser parser = YAML.getFactory().createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw start.flaw(
            "a %s file must hold keys such as `info`, and this one holds %s; give another one"
                .formatted(noun, held(first)));
      }
      YamlTree tree = new YamlTree(node(parser, start), places);
      JsonToken more = parser.nextToken();
      if (more != null && more != JsonToken.VALUE_NULL) {
        throw start
            .atLine(line(parser))
            .flaw("a second document begins here; write it into a file of its own");
      }
      return tree;
    } catch (IOException e) {
      throw malformed.apply(e);
    }
  }

  private static String held(JsonToken first) {
    return first == null || first == JsonToken.VALUE_NULL
        ? "nothing"
        : first == JsonToken.START_ARRAY ? "a list" : "a single value";
  }

  private JsonNode node(YAMLParser parser, Place place) throws IOException {
    if (parser.getParsingContext().getNestingDepth() > DEEPEST) {
      throw place.flaw(
          "keys and lists nest more than %s deep here, which is not read; use $ref"
              .formatted(DEEPEST));
    }
    if (parser.isCurrentAlias()) {
      throw place.flaw(
          "aliases such as *%s are not read; write it out or use $ref".formatted(parser.getText()));
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, place);
      case START_ARRAY -> array(parser, place);
      default -> single(parser, place);
    };
  }

  private static JsonNode single(YAMLParser parser, Place place) throws IOException {
    String text = parser.getText();
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT && !isRead(text)) {
      throw place.flaw(
          "`%s` is no number that is read; give one between -1.7e308 and 1.7e308"
              .formatted(text.length() > 60 ? text.substring(0, 60) + "…" : text));
    }
    return YAML.readTree(parser);
  }

  /** Whether it is neither beyond all bounds nor {@code .inf} or {@code .nan}. */
  private static boolean isRead(String text) {
    return text.chars().anyMatch(Character::isDigit)
        && Double.isFinite(Double.parseDouble(text.replace("_", "")));
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
