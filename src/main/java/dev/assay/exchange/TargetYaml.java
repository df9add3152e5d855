package dev.assay.exchange;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.assay.exchange.TargetNode.Group;
import dev.assay.exchange.TargetNode.Place;
import dev.assay.exchange.TargetNode.Sequence;
import dev.assay.exchange.TargetNode.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * The YAML of target files: one document of groups, lists and single values, without aliases, and
 * no key twice in the same group.
 */
final class TargetYaml {

  private static final YAMLFactory YAML = new YAMLFactory();
  private static final int MOST_CHARACTERS = 1 << 20;

  private final Place start;
  private final String text;

  TargetYaml(String file, String text) {
    this.start = new Place(file, 1, "");
    this.text = text;
  }

  /** The keys at the top of the file. */
  Group read() throws InvalidTargetException {
    if (text.length() > MOST_CHARACTERS) {
      throw start.flaw("the file is larger than 1 MiB, so it is no target file; give another one");
    }
    try (YAMLParser parser = YAML.createParser(text)) {
      if (parser.nextToken() == null) {
        throw start.flaw("the file is empty; name the service to be tested in it");
      }
      TargetNode whole = node(parser, start);
      if (parser.nextToken() != null) {
        throw start
            .atLine(line(parser))
            .flaw("a second document begins here; write one file for each target");
      }
      if (whole instanceof Group group) {
        return group;
      }
      throw start.flaw("the file must hold keys such as `services`, not a list or a single value");
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  private TargetNode node(YAMLParser parser, Place place)
      throws IOException, InvalidTargetException {
    if (parser.isCurrentAlias()) {
      throw place.flaw(
          "aliases such as *%s are not read; write it out".formatted(parser.getText()));
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> group(parser, place);
      case START_ARRAY -> sequence(parser, place);
      case VALUE_NULL -> new Value(place, "");
      default -> new Value(place, parser.getText());
    };
  }

  private Group group(YAMLParser parser, Place place) throws IOException, InvalidTargetException {
    Map<String, TargetNode> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      Place below = place.below(key, line(parser));
      if (members.containsKey(key)) {
        throw below.flaw(
            "the key `%s` is there twice in %s, first in line %d; remove one"
                .formatted(key, place.name(), members.get(key).place().line()));
      }
      parser.nextToken();
      members.put(key, node(parser, below));
    }
    return new Group(place, members);
  }

  private Sequence sequence(YAMLParser parser, Place place)
      throws IOException, InvalidTargetException {
    List<TargetNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser, place.atLine(line(parser))));
    }
    return new Sequence(place, items);
  }

  private static int line(YAMLParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  /** In our own words, because the library's name its classes. */
  private InvalidTargetException malformed(IOException e) {
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return start
          .atLine(marked.getProblemMark().getLine() + 1)
          .flaw(
              "not valid YAML: %s; check indentation, colons and quotes there"
                  .formatted(marked.getProblem()));
    }
    if (e.getCause() instanceof ReaderException odd) {
      int end = text.offsetByCodePoints(0, odd.getPosition());
      long lineBreaks = text.substring(0, end).chars().filter(c -> c == '\n').count();
      return start
          .atLine((int) lineBreaks + 1)
          .flaw("a character stands here that YAML does not allow; a target file is plain text");
    }
    boolean known = e instanceof JacksonException flaw && flaw.getLocation() != null;
    int line = known ? ((JacksonException) e).getLocation().getLineNr() : 1;
    return start.atLine(line).flaw("not valid YAML; write keys and values like `name: staging`");
  }
}
