package dev.assay.exchange.target;

import dev.assay.UserException;
import dev.assay.yaml.YamlNode.Place;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of variables, {@code KEY=value} a line, as docker compose and the dotenv libraries read
 * it: with comments, {@code export}, and values in quotes, which may go over several lines. Between
 * double quotes {@code \n}, {@code \r}, {@code \t}, {@code \"}, {@code \\} and {@code \$} stand for
 * a character; nothing is substituted. Of one key the last value counts. Messages show no line of
 * it.
 */
public final class EnvironmentFile {

  private static final Pattern ENTRY =
      Pattern.compile(
          "[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*=[ \\t]*(.*)", Pattern.DOTALL);
  private static final Pattern NOTHING = Pattern.compile("[ \\t]*(?:#.*)?", Pattern.DOTALL);
  private static final Pattern AFTER_VALUE =
      Pattern.compile("(?:^|[ \\t]+)#.*$|[ \\t]+$", Pattern.DOTALL);
  private static final Pattern ESCAPE = Pattern.compile("\\\\([nrt\"\\\\$])");
  private static final long MOST_BYTES = 1 << 20;

  /**
   * One of its variables.
   *
   * @param value is perhaps a secret
   * @param place where the file gives it
   */
  record Variable(String value, Place place) {

    @Override
    public String toString() {
      return place.name();
    }
  }

  private final String file;
  private final Iterator<String> lines;
  private final Map<String, Variable> variables = new HashMap<>();
  private int line;

  private EnvironmentFile(String file, List<String> lines) {
    this.file = file;
    this.lines = lines.iterator();
  }

  /**
   * Its variables.
   *
   * @throws UserException if it cannot be read or understood, naming file and line
   */
  static Map<String, Variable> read(Path file) {
    List<String> lines = List.of(text(file).replaceFirst("^\uFEFF", "").split("\r?\n", -1));
    EnvironmentFile reading = new EnvironmentFile(file.toString(), lines);
    while (reading.lines.hasNext()) {
      reading.entry(reading.next());
    }
    return reading.variables;
  }

  private static String text(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
        throw new UserException(
            file + ": is larger than 1 MiB, so it is no file of variables; give another one");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new UserException(file + ": is not UTF-8 text; save it as such");
    } catch (IOException e) {
      throw new UserException(
          file + ": cannot be read; check that it exists, is a file, and who may read it");
    }
  }

  /** Whether users of this machine besides its owner and group may read it. */
  public static boolean isOpenToOthers(Path file) {
    try {
      return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException e) {
      return false; // nobody can tell here
    }
  }

  private String next() {
    line++;
    return lines.next();
  }

  private void entry(String text) {
    if (NOTHING.matcher(text).matches()) {
      return;
    }
    Matcher entry = ENTRY.matcher(text);
    Place place = new Place(file, line, "");
    if (!entry.matches()) {
      throw place.flaw(
          "is not KEY=value; a key has ASCII letters, digits and _ and no digit first,"
              + " and a value of several lines stands in quotes");
    }
    variables.put(entry.group(1), new Variable(value(entry.group(2), place), place));
  }

  private String value(String text, Place place) {
    if (text.startsWith("\"")) {
      return ESCAPE
          .matcher(quoted(text, place))
          .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1))));
    }
    return text.startsWith("'") ? quoted(text, place) : AFTER_VALUE.matcher(text).replaceFirst("");
  }

  /** What stands between the quotes, of which the text begins with one. */
  private String quoted(String begun, Place place) {
    char quote = begun.charAt(0);
    StringBuilder text = new StringBuilder(begun);
    int at = 1;
    while (at >= text.length() || text.charAt(at) != quote) {
      if (at < text.length()) {
        at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
      } else if (lines.hasNext()) {
        text.append('\n').append(next());
      } else {
        throw place.flaw("has a quote without an end; close it");
      }
    }
    if (!NOTHING.matcher(text.substring(at + 1)).matches()) {
      throw new Place(file, line, "")
          .flaw("goes on after the closing quote; put the whole value between the quotes");
    }
    return text.substring(1, at);
  }

  private static String character(String escaped) {
    return switch (escaped) {
      case "n" -> "\n";
      case "r" -> "\r";
      case "t" -> "\t";
      default -> escaped;
    };
  }
}
