package dev.assay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.assay.verdict.Evidence;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rooms of the house and the arrows between them. */
class ArchitectureTest {

  private static final String OURS = "dev.assay.";
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.assay");

  @Test
  void every_room_was_looked_at_and_there_is_no_other() {
    Set<String> rooms =
        MAIN.stream().map(ArchitectureTest::room).collect(Collectors.toCollection(TreeSet::new));
    assertThat(rooms)
        .containsExactly(
            "",
            "app",
            "cli",
            "compare",
            "contract",
            "exchange",
            "gate",
            "junit",
            "load",
            "mock",
            "proof",
            "report",
            "request",
            "simulations",
            "suite",
            "verdict",
            "yaml");
  }

  @ParameterizedTest(name = "{0} needs {1}")
  @CsvSource({
    "contract, yaml",
    "yaml, ''",
    "mock, contract exchange request",
    "exchange, contract yaml",
    "verdict, contract exchange",
    "request, contract exchange",
    "suite, contract exchange request verdict",
    "load, contract exchange request yaml",
    "simulations, contract exchange load request yaml",
    "compare, contract exchange verdict yaml load",
    "proof, contract exchange request verdict suite mock",
    "gate, verdict proof load",
    "report, contract exchange verdict compare proof load gate",
    "junit, contract exchange request verdict suite report",
    "app, contract exchange request verdict compare suite mock proof load gate report",
    "cli, app contract exchange request verdict compare suite mock proof load gate report"
  })
  void a_room_depends_on_those_that_it_needs_and_on_no_other(String room, String needed) {
    check(
        noClasses()
            .that()
            .resideInAPackage(OURS + room + "..")
            .should()
            .dependOnClassesThat(inARoomOtherThan(room + " " + needed)));
  }

  @Test
  void the_mock_shares_nothing_with_its_judges() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.assay.mock..")
            .and()
            .resideOutsideOfPackage("dev.assay.mock.derived..")
            .and()
            .doNotHaveSimpleName("EmbeddedTarget")
            .should()
            .dependOnClassesThat(inARoomOtherThan("mock")));
  }

  @Test
  void a_derived_stand_in_shares_with_its_judges_the_contract_and_what_makes_values_for_it() {
    DescribedPredicate<JavaClass> more =
        inARoomOtherThan("mock contract")
            .and(
                DescribedPredicate.describe(
                    "no maker of values",
                    other ->
                        !other
                            .getName()
                            .matches("dev\\.assay\\.request\\.(SchemaValues|TestData)")));
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.assay.mock.derived..")
            .and()
            .doNotHaveSimpleName("DerivedTarget")
            .should()
            .dependOnClassesThat(more));
  }

  @Test
  void the_mock_as_a_target_needs_only_what_a_target_is_made_of() {
    DescribedPredicate<JavaClass> more =
        inARoomOtherThan("mock contract")
            .and(
                DescribedPredicate.describe(
                    "no part of a target",
                    other ->
                        !other
                            .getName()
                            .matches(
                                "dev\\.assay\\.exchange\\.(target\\.(Target|Service|Limits|ServiceAccess)|secret\\.Secrets)")));
    check(
        noClasses()
            .that()
            .haveSimpleName("EmbeddedTarget")
            .or()
            .haveSimpleName("DerivedTarget")
            .should()
            .dependOnClassesThat(more));
  }

  @Test
  void contracts_are_read_where_targets_are_made_and_nowhere_else() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "dev.assay.contract..", "dev.assay.exchange.target", "dev.assay.app.init")
            .and()
            .doNotHaveSimpleName("EmbeddedTarget")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("ContractReader"));
  }

  private static DescribedPredicate<JavaClass> inARoomOtherThan(String rooms) {
    Set<String> known = Set.of(rooms.strip().split(" "));
    return DescribedPredicate.describe(
        "in a room other than " + rooms,
        other -> other.getPackageName().startsWith("dev.assay.") && !known.contains(room(other)));
  }

  /** The first package below ours. */
  private static String room(JavaClass type) {
    String below = type.getPackageName().replaceFirst("^dev\\.assay\\.?", "");
    return below.split("\\.", 2)[0];
  }

  @Test
  void no_rooms_depend_on_each_other_in_a_circle() {
    check(slices().matching("dev.assay.(*)..").should().beFreeOfCycles());
  }

  @ParameterizedTest(name = "only {0} knows {1}")
  @CsvSource({
    "yaml, org.yaml.snakeyaml..",
    "contract, com.networknt..",
    "contract, com.jayway..",
    "exchange junit, io.restassured..",
    "exchange, org.apache.http..",
    "mock, com.github.tomakehurst..",
    "mock, org.eclipse.jetty..",
    "junit, org.junit..",
    "junit, org.opentest4j..",
    "cli, me.tongfei..",
    "report, io.qameta..",
    "report, com.github.jknack..",
    "report, com.github.difflib..",
    "simulations, io.gatling..",
    "simulations, ch.qos.logback..",
    "simulations, io.netty..",
    "load, org.apache.commons.statistics..",
    "load, org.HdrHistogram.."
  })
  void a_library_is_known_in_one_room_only(String room, String library) {
    String[] inside =
        Stream.of(room.split(" ")).map(each -> OURS + each + "..").toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(inside)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library));
  }

  @ParameterizedTest
  @CsvSource({
    "exchange, io.restassured",
    "mock, com.github.tomakehurst",
    "junit, org.junit",
    "simulations, io.gatling",
    "load, org.HdrHistogram"
  })
  void the_room_that_may_know_a_library_really_does(String room, String library) {
    assertThat(MAIN)
        .filteredOn(type -> room(type).equals(room))
        .anyMatch(
            type ->
                type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(d -> d.getTargetClass().getPackageName().startsWith(library)));
  }

  @Test
  void nothing_static_can_change() {
    check(fields().that().areStatic().should().beFinal());
  }

  @Test
  void only_the_command_line_speaks_to_the_console() {
    ArchRule silent =
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.assay.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");
    check(silent);
  }

  @Test
  void the_values_of_credentials_never_leave_their_room() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.assay.exchange..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.assay.exchange.secret.Secrets$Secret"));
  }

  /** What was received may hold credentials; what was recorded may not. */
  @Test
  void reports_know_only_what_was_recorded() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("dev.assay.report..", "dev.assay.junit..", "dev.assay.gate..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.assay.exchange.Exchange")
            .orShould()
            .callMethod(Evidence.class, "received"));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(false).check(MAIN);
  }
}
