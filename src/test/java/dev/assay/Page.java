package dev.assay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path from the root of the project
 * @param text in Markdown
 */
public record Page(Path path, String text) {

  private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  /** The page at that path. */
  public static Page at(Path path) throws IOException {
    return new Page(path, Files.readString(path));
  }

  /** All that people read. */
  public static List<Page> all() throws IOException {
    List<Path> paths = new ArrayList<>();
    for (String name : List.of("README", "ARCHITECTURE", "CONTRIBUTING", "SECURITY", "CHANGELOG")) {
      paths.add(Path.of(name + ".md"));
    }
    paths.add(Path.of("reports/README.md"));
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(paths::add);
    }
    List<Page> pages = new ArrayList<>();
    for (Path path : paths) {
      pages.add(at(path));
    }
    return pages;
  }

  /** How many lines it has. */
  public long lines() {
    return text.lines().count();
  }

  /** The lines of its blocks that people would type or see in a terminal. */
  public List<String> terminalLines() {
    return FENCED
        .matcher(text)
        .results()
        .filter(block -> block.group(1).isEmpty())
        .flatMap(block -> block.group(2).replace("\\\n", " ").lines())
        .toList();
  }

  /** What stands between single backquotes in its sentences, each on one line. */
  public List<String> spans() {
    return SPAN.matcher(FENCED.matcher(text).replaceAll(""))
        .results()
        .map(span -> span.group(1).replaceAll("\\s+", " "))
        .toList();
  }

  /** Where its links and pictures lead, as written. */
  public List<String> links() {
    return LINK.matcher(prose()).results().map(link -> link.group(1)).toList();
  }

  /** The names of its headings in links, as GitHub makes them. */
  public List<String> anchors() {
    Map<String, Integer> seen = new HashMap<>();
    return HEADING
        .matcher(FENCED.matcher(text).replaceAll(""))
        .results()
        .map(heading -> slug(heading.group(1)))
        .map(
            slug ->
                seen.merge(slug, 1, Integer::sum) == 1 ? slug : slug + "-" + (seen.get(slug) - 1))
        .toList();
  }

  private static String slug(String heading) {
    return LINK.matcher(heading.toLowerCase(Locale.ROOT))
        .replaceAll("")
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  /** Rows of its tables, cell by cell. */
  public List<List<String>> rows() {
    return text.lines()
        .filter(line -> line.startsWith("| "))
        .map(line -> line.substring(1, line.lastIndexOf('|')))
        .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
        .toList();
  }

  private String prose() {
    return SPAN.matcher(FENCED.matcher(text).replaceAll("")).replaceAll("");
  }
}
