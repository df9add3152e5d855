package dev.assay;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The wings of the rooms. For each, {@code wings.csv} says which other wings of its room it needs,
 * and which of its types other rooms may use; all others are its own affair.
 */
class WingsTest {

  private static final int MOST_FILES = 25;

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.assay");

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/wings.csv", numLinesToSkip = 1, delimiter = '|')
  void a_wing_needs_the_wings_that_it_names_and_no_other(String wing, String needed, String shown) {
    Set<String> used =
        uses(wing)
            .filter(other -> room(other).equals(room(wing)))
            .map(WingsTest::wing)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(used).isEqualTo(words(needed));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/wings.csv", numLinesToSkip = 1, delimiter = '|')
  void a_wing_shows_other_rooms_the_types_that_it_names_and_no_other(
      String wing, String needed, String shown) {
    Set<String> used =
        MAIN.stream()
            .filter(type -> !room(type).equals(room(wing)))
            .flatMap(WingsTest::dependencies)
            .filter(type -> wing(type).equals(wing))
            .map(WingsTest::outermost)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(used).isEqualTo(words(shown));
  }

  @Test
  void every_package_is_in_the_table() throws Exception {
    List<String> table =
        new String(
                WingsTest.class.getResourceAsStream("/wings.csv").readAllBytes(),
                StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .map(line -> line.split("\\|", 2)[0].strip())
            .toList();
    assertThat(MAIN.stream().map(WingsTest::wing).filter(wing -> !wing.isEmpty()).distinct())
        .containsExactlyInAnyOrderElementsOf(table);
  }

  @Test
  void no_wing_has_so_many_files_that_nobody_can_survey_it() {
    Map<String, Long> files =
        MAIN.stream()
            .filter(type -> type.getEnclosingClass().isEmpty() && !isOfCommandLine(type))
            .collect(Collectors.groupingBy(WingsTest::wing, Collectors.counting()));
    assertThat(files.values()).allMatch(count -> count <= MOST_FILES, files.toString());
  }

  /** The commands and their options are alike, and one has to be sought by name anyway. */
  private static boolean isOfCommandLine(JavaClass type) {
    return wing(type).equals("cli");
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "simulations"})
  void no_file_is_longer_than_270_lines(String root) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(270));
    }
  }

  @Test
  void no_wings_depend_on_each_other_in_a_circle() {
    slices().matching("dev.assay.(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void no_name_means_two_things() {
    List<String> names =
        MAIN.stream()
            .filter(type -> type.getEnclosingClass().isEmpty())
            .map(JavaClass::getSimpleName)
            .filter(name -> !name.equals("package-info"))
            .toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  private static Stream<JavaClass> uses(String wing) {
    return MAIN.stream()
        .filter(type -> wing(type).equals(wing))
        .flatMap(WingsTest::dependencies)
        .filter(other -> !wing(other).equals(wing));
  }

  private static Stream<JavaClass> dependencies(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .map(JavaClass::getBaseComponentType)
        .filter(other -> other.getPackageName().startsWith("dev.assay."));
  }

  /** The package below ours. */
  private static String wing(JavaClass type) {
    return type.getPackageName().replaceFirst("^dev\\.assay\\.?", "");
  }

  private static String room(JavaClass type) {
    return room(wing(type));
  }

  private static String room(String wing) {
    return wing.split("\\.", 2)[0];
  }

  private static String outermost(JavaClass type) {
    return type.getName().substring(type.getPackageName().length() + 1).split("\\$", 2)[0];
  }

  private static Set<String> words(String text) {
    return text == null
        ? Set.of()
        : Arrays.stream(text.strip().split("[ ,]+")).collect(Collectors.toCollection(TreeSet::new));
  }
}
