package dev.assay.app.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.compare.cutover.ClauseChange;
import dev.assay.compare.cutover.Cutover;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.variant.Variants;
import dev.assay.proof.defect.Defects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cutovers from the mock to the mock with each of a sample of its defects and variants. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CutoverSelfTest {

  private static final int EVERY_DEFECT = 60;
  private static final int EVERY_VARIANT = 20;

  private static final List<String> UNSEEN =
      List.of(
          "gzip",
          "chunked",
          "odd-header-case",
          "members-reversed",
          "pretty-printed",
          "connection-closed-now-and-then",
          "log-message-small-ids",
          "log-file-random-ids");

  private final TwoMocks mocks = new TwoMocks();

  /** By defect; two tests look at each. */
  private final Map<String, Cutover> differing = new HashMap<>();

  @AfterAll
  void stop() {
    mocks.close();
  }

  private Cutover differingBy(Mutant defect) throws Exception {
    if (!differing.containsKey(defect.id())) {
      differing.put(defect.id(), mocks.differingBy(defect));
    }
    return differing.get(defect.id());
  }

  /** What a connection remembers shows in whatever happens to be sent over it next. */
  static Stream<String> defects() {
    return sample(Defects.all(), EVERY_DEFECT).filter(id -> !id.contains("-connection-"));
  }

  /** But those of which more is asked below. */
  static Stream<String> variants() {
    return sample(Variants.all(), EVERY_VARIANT).filter(id -> !UNSEEN.contains(id));
  }

  private static Stream<String> sample(List<Mutant> all, int every) {
    return IntStream.range(0, all.size())
        .filter(i -> i % every == every / 2)
        .mapToObj(i -> all.get(i).id());
  }

  @ParameterizedTest
  @MethodSource("defects")
  void a_defect_is_no_go_for_exactly_the_clauses_that_it_breaks(String id) throws Exception {
    Mutant defect = Defects.named(id).orElseThrow();
    Cutover cutover = differingBy(defect);
    assertThat(TwoMocks.having(ClauseChange.REGRESSED, cutover)).isEqualTo(defect.breaks());
    assertThat(cutover.conclusion()).isEqualTo(Conclusion.NO);
  }

  /** What the defect's side effects are, the clauses tell, on the way there and back. */
  @ParameterizedTest
  @MethodSource("defects")
  void a_defect_that_is_mended_is_told_as_it_was_when_it_came(String id) throws Exception {
    Mutant defect = Defects.named(id).orElseThrow();
    Cutover mended = mocks.mending(defect);
    assertThat(TwoMocks.having(ClauseChange.FIXED, mended)).isEqualTo(defect.breaks());
    assertThat(mended.having(ClauseChange.REGRESSED)).isEmpty();
    assertThat(mended.differences()).hasSameSizeAs(differingBy(defect).differences());
  }

  @ParameterizedTest
  @MethodSource("variants")
  void a_conforming_variant_is_never_a_no_go(String id) throws Exception {
    Cutover cutover = mocks.differingBy(Variants.named(id).orElseThrow());
    assertThat(cutover.having(ClauseChange.REGRESSED)).isEmpty();
    assertThat(cutover.conclusion()).isEqualTo(Conclusion.YES);
  }

  static Stream<String> unseen() {
    return UNSEEN.stream();
  }

  @ParameterizedTest
  @MethodSource("unseen")
  void what_no_client_sees_is_a_go(String id) throws Exception {
    Cutover cutover = mocks.differingBy(Variants.named(id).orElseThrow());
    assertThat(cutover.differences()).isEmpty();
    assertThat(cutover.word()).isEqualTo("go");
  }
}
