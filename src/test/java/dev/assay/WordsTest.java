package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names in main are words of the field, and not those that were once used in their place. */
class WordsTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.assay");

  @Test
  void no_name_holds_a_word_that_was_replaced() throws IOException {
    Set<String> replaced =
        Files.readAllLines(Path.of("src/test/resources/replaced-words.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" ", 2)[0])
            .collect(Collectors.toSet());
    List<String> wrong =
        MAIN.stream()
            .flatMap(WordsTest::names)
            .filter(
                name ->
                    words(name.replaceFirst(".*[.$#]", "").replace("WireMock", ""))
                        .anyMatch(replaced::contains))
            .distinct()
            .sorted()
            .toList();
    assertThat(wrong).isEmpty();
  }

  /** Of the class and of all that it declares itself. */
  private static Stream<String> names(JavaClass type) {
    Stream<String> members =
        type.getMembers().stream()
            .map(member -> member.getName())
            .filter(name -> name.matches("[A-Za-z_0-9]+"))
            .map(name -> type.getName() + "#" + name);
    return Stream.concat(Stream.of(type.getName()), members);
  }

  private static Stream<String> words(String name) {
    return Stream.of(name.split("_|(?<=[a-z0-9])(?=[A-Z])", -1))
        .map(word -> word.toLowerCase(Locale.ROOT));
  }
}
