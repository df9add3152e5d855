package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages hang together, stay short, and say of the house what is so. */
class PagesTest {

  @Test
  void every_link_leads_somewhere() throws IOException {
    List<String> lost = new ArrayList<>();
    for (Page page : Page.all()) {
      for (String link : page.links()) {
        if (!link.contains("://") && !leadsSomewhere(page, link)) {
          lost.add(page.path() + ": " + link);
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  private static boolean leadsSomewhere(Page page, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path to = parts[0].isEmpty() ? page.path() : page.path().resolveSibling(parts[0]).normalize();
    if (!Files.exists(to)) {
      return false;
    }
    return parts.length == 1 || Page.at(to).anchors().contains(parts[1]);
  }

  @Test
  void every_page_is_found_from_the_readme() throws IOException {
    Map<Path, Page> unseen = new TreeMap<>();
    Page.all().forEach(page -> unseen.put(page.path(), page));
    visit(unseen.remove(Path.of("README.md")), unseen);
    assertThat(unseen.keySet()).isEmpty();
  }

  private static void visit(Page page, Map<Path, Page> unseen) {
    for (String link : page.links()) {
      Page next =
          unseen.remove(page.path().resolveSibling(link.replaceFirst("#.*", "")).normalize());
      if (next != null) {
        visit(next, unseen);
      }
    }
  }

  @ParameterizedTest(name = "{0} has at most {1} lines")
  @CsvSource({"README.md, 150", "ARCHITECTURE.md, 60"})
  void what_everybody_reads_is_short(Path path, int most) throws IOException {
    assertThat(Page.at(path).lines()).isLessThanOrEqualTo(most);
  }

  @Test
  void a_decision_takes_a_short_page_with_its_context_and_consequences() throws IOException {
    try (Stream<Path> decisions = Files.list(Path.of("docs/decisions"))) {
      List<Path> pages = decisions.filter(path -> path.toString().matches(".*/\\d.*")).toList();
      assertThat(pages).isNotEmpty();
      for (Path path : pages) {
        Page page = Page.at(path);
        assertThat(page.lines()).as("lines of " + path).isLessThanOrEqualTo(30);
        assertThat(page.text()).contains("**Context.**", "**Decision.**", "**Consequences.**");
      }
    }
  }

  @Test
  void the_rooms_and_their_needs_are_those_that_the_architecture_is_held_to() throws Exception {
    Map<String, Set<String>> held = new TreeMap<>();
    CsvSource rooms =
        ArchitectureTest.class
            .getDeclaredMethod(
                "a_room_depends_on_those_that_it_needs_and_on_no_other", String.class, String.class)
            .getAnnotation(CsvSource.class);
    for (String row : rooms.value()) {
      String[] cells = row.replace("''", "").split(",", 2);
      held.put(cells[0], words(cells[1]));
    }
    Map<String, Set<String>> told = new TreeMap<>();
    for (List<String> row : Page.at(Path.of("ARCHITECTURE.md")).rows()) {
      if (row.size() == 3 && row.get(0).startsWith("`")) {
        told.put(
            row.get(0).replace("`", ""), words(row.get(2).replaceAll("[(),]|as a target", "")));
      }
    }
    assertThat(told).isEqualTo(held);
  }

  private static Set<String> words(String text) {
    return new TreeSet<>(Stream.of(text.strip().split(" +")).filter(w -> !w.isEmpty()).toList());
  }
}
