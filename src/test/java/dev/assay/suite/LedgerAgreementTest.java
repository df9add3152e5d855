package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contract.Clause;
import dev.assay.contract.Level;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a clause says is what its expectations hold a service to: texts, statuses, members. */
class LedgerAgreementTest {

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+?)…?\"");
  private static final Pattern STATUS =
      Pattern.compile("(?<![\\d,.])([2-5]\\d\\d|4xx)(?!\\d|,\\d| bytes)");
  private static final Pattern MEMBER = Pattern.compile("`(\\w+)`");
  private static final Pattern ERROR = Pattern.compile("^\\{\"(\\w+)\": ");

  /** A clause with what all checks of it expect. */
  record Held(Clause clause, Set<String> expected) {

    boolean anyExpects(String words) {
      return expected.stream().anyMatch(text -> text.contains(words));
    }

    /** The texts that an error or a member must have. */
    Set<String> texts() {
      Set<String> texts = new TreeSet<>();
      for (String expectation : expected) {
        String member = found(ERROR, expectation).stream().findFirst().orElse("");
        texts.addAll(found(QUOTED, expectation));
        texts.remove(member);
      }
      return texts;
    }

    Set<String> statuses() {
      return found(STATUS, String.join("; ", expected));
    }

    Set<String> members() {
      Set<String> members = found(MEMBER, String.join("; ", expected));
      expected.forEach(expectation -> members.addAll(found(ERROR, expectation)));
      return members;
    }

    @Override
    public String toString() {
      return clause.id().value();
    }
  }

  static Stream<Held> clauses() {
    return ServiceSuites.of(EmbeddedTarget.planned(), new TestData(1)).stream()
        .flatMap(service -> service.operations().stream())
        .flatMap(suite -> suite.operation().clauses().stream().map(clause -> held(suite, clause)))
        .filter(held -> !held.expected().isEmpty());
  }

  private static Held held(OperationSuite suite, Clause clause) {
    List<ClauseCheck> checks = new ArrayList<>();
    suite.cases().forEach(c -> checks.addAll(c.checks()));
    suite.reviews().forEach(review -> checks.add(review.check()));
    Set<String> expected = new TreeSet<>();
    checks.stream()
        .filter(check -> check.clause().equals(clause))
        .forEach(check -> expected.add(check.expectation().describe()));
    return new Held(clause, expected);
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("clauses")
  void the_texts_that_a_clause_quotes_are_those_that_are_expected(Held held) {
    assertThat(held.texts()).isEqualTo(found(QUOTED, held.clause().says()));
  }

  @ParameterizedTest
  @MethodSource("clauses")
  void one_text_is_called_exact_and_several_are_not(Held held) {
    if (!held.texts().isEmpty() && !held.anyExpects("…\"")) {
      assertThat(held.clause().says().contains("exactly")).isEqualTo(held.texts().size() == 1);
    }
  }

  @ParameterizedTest
  @MethodSource("clauses")
  void the_statuses_that_are_expected_are_those_that_a_clause_names(Held held) {
    if (held.clause().level() != Level.SILENT) {
      Set<String> named = found(STATUS, held.clause().says().replaceAll("not 500", ""));
      if (!held.statuses().isEmpty()) {
        assertThat(named).containsAll(held.statuses());
      }
      if (!named.isEmpty() && !held.anyExpects("{\"")) {
        assertThat(held.statuses()).containsAll(named);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("clauses")
  void the_members_that_are_expected_are_named(Held held) {
    assertThat(held.members())
        .allSatisfy(
            member ->
                assertThat(held.clause().says()).containsPattern("(?<!\\w)" + member + "(?!\\w)"));
    if (held.anyExpects("the members ")) {
      assertThat(held.expected())
          .allSatisfy(
              expectation ->
                  assertThat(held.clause().says().replace(" and ", ", "))
                      .contains(expectation.replace("the members ", "")));
    }
  }

  @ParameterizedTest
  @MethodSource("clauses")
  void what_no_document_says_is_expected_of_silent_clauses_and_of_no_others(Held held) {
    boolean silent = held.clause().level() == Level.SILENT;
    assertThat(held.expected())
        .allSatisfy(
            expectation ->
                assertThat(expectation.startsWith("no document says")).isEqualTo(silent));
    if (silent) {
      assertThat(held.clause().says()).containsPattern("recorded");
    }
  }

  @ParameterizedTest
  @MethodSource("clauses")
  void a_silent_clause_says_where_a_success_is_pointed_out(Held held) {
    if (held.clause().level() == Level.SILENT) {
      boolean unnatural =
          held.anyExpects("a refusal would be natural") || held.anyExpects(" or a success with ");
      assertThat(
              held.clause().says().contains("success")
                  && held.clause().says().contains("pointed out"))
          .isEqualTo(unnatural);
    }
  }
}
