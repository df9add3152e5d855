package dev.assay.yaml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.assay.UserException;
import dev.assay.yaml.YamlNode.Group;
import dev.assay.yaml.YamlNode.Place;
import dev.assay.yaml.YamlNode.Sequence;
import dev.assay.yaml.YamlNode.Value;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * The YAML of files that people write: one document of groups, lists and single values, without
 * aliases, and no duplicate keys in a group.
 */
public final class YamlFile {

  private static final YAMLFactory YAML = new YAMLFactory();
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int DEEPEST = 50;
  private static final long MOST_BYTES = 4L << 20;

  private final Place start;
  private final String text;
  private final String noun;

  /**
   * That text.
   *
   * @param file the name used in messages
   * @param noun what kind of file it is, such as "target"
   */
  public YamlFile(String file, String text, String noun) {
    this.start = new Place(file, 1, "");
    this.text = text;
    this.noun = noun;
  }

  /**
   * The text of that file.
   *
   * @param noun what kind of file it is, such as "target"
   * @throws UserException if it cannot be read, or is no text
   */
  public static YamlFile at(Path file, String noun) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
        throw new UserException(
            "%s: is larger than 4 MiB, more than is read of a %s file; give a smaller one"
                .formatted(file, noun));
      }
      return new YamlFile(file.toString(), Files.readString(file, StandardCharsets.UTF_8), noun);
    } catch (CharacterCodingException e) {
      throw new UserException(
          "%s: is not UTF-8 text; save it as such, or give another %s file".formatted(file, noun));
    } catch (IOException e) {
      throw new UserException(file + ": cannot be read; check that it exists and who may read it");
    }
  }

  /**
   * The keys at the top of the file.
   *
   * @param key one that such files have, for messages
   * @throws UserException if the text cannot be understood, naming file and line
   */
  public Group read(String key) {
    if (text.length() > MOST_CHARACTERS) {
      throw start.flaw(
          "the file is larger than 1 MiB, so it is no %s file; give another one".formatted(noun));
    }
    try (YAMLParser parser = YAML.createParser(text)) {
      if (parser.nextToken() == null) {
        throw start.flaw("the file is empty; write `%s` into it".formatted(key));
      }
      YamlNode whole = node(parser, start);
      if (parser.nextToken() != null) {
        throw start
            .atLine(line(parser))
            .flaw("a second document begins here; write it into a file of its own");
      }
      if (whole instanceof Group group) {
        return group;
      }
      throw start.flaw(
          "the file must hold keys such as `%s`, not a list or a single value".formatted(key));
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /**
   * The whole file as JSON, its values with the types that YAML gives them.
   *
   * @throws UserException if the text cannot be understood, naming file and line
   */
  public YamlTree tree() {
    return new YamlTreeReader(start, noun).read(text, this::malformed);
  }

  private YamlNode node(YAMLParser parser, Place place) throws IOException {
    if (parser.getParsingContext().getNestingDepth() > DEEPEST) {
      throw place
          .atLine(line(parser))
          .flaw("keys and lists nest too deep here, so it is no %s file".formatted(noun));
    }
    if (parser.isCurrentAlias()) {
      throw place.flaw(
          "aliases such as *%s are not read; write it out".formatted(parser.getText()));
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> group(parser, place);
      case START_ARRAY -> sequence(parser, place);
      case VALUE_NULL -> value(place, "");
      default -> value(place, parser.getText());
    };
  }

  private static Value value(Place place, String text) {
    return new Value(place, text, text);
  }

  private Group group(YAMLParser parser, Place place) throws IOException {
    Map<String, YamlNode> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      Place below = place.below(key, line(parser));
      if (members.containsKey(key)) {
        throw below.flaw(
            "duplicate key `%s` in %s, first in line %s; remove one"
                .formatted(key, place.name(), members.get(key).place().line()));
      }
      parser.nextToken();
      members.put(key, node(parser, below));
    }
    return new Group(place, members);
  }

  private Sequence sequence(YAMLParser parser, Place place) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser, place.atLine(line(parser))));
    }
    return new Sequence(place, items);
  }

  private static int line(YAMLParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  /** In our own words, because the library's name its classes. */
  private UserException malformed(IOException e) {
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
          .flaw(
              "a character stands here that YAML does not allow; a %s file is plain text"
                  .formatted(noun));
    }
    boolean known = e instanceof JacksonException flaw && flaw.getLocation() != null;
    int line = known ? ((JacksonException) e).getLocation().getLineNr() : 1;
    return start.atLine(line).flaw("not valid YAML; write keys and values like `name: staging`");
  }
}
