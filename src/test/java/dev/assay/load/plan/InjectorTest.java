package dev.assay.load.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.load.request.LoadRequest;
import dev.assay.mock.EmbeddedTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InjectorTest {

  private static final double NANO = 2e-9;

  private static final Profile UNEVEN =
      new Profile(
          "uneven",
          1.5,
          0.5,
          List.of(new Phase(3, 40, 7), Phase.constant(0, 2), Phase.constant(11, 3)));

  private static LoadPlan plan(Profile profile) {
    Scenario scenario =
        new Scenario(
            "two",
            List.of(
                new Scenario.Share(TestRequests.LOG_MESSAGE, 3),
                new Scenario.Share(TestRequests.LOG_FILE_SMALL, 1)));
    return LoadPlan.of(EmbeddedTarget.planned(), scenario, profile);
  }

  /** When the arrivals of slices are due, as the load generator spreads them. */
  private static List<Double> due(List<Slice> slices) {
    List<Double> due = new ArrayList<>();
    double begin = 0;
    for (Slice slice : slices) {
      for (long i = 0; i < slice.arrivals(); i++) {
        due.add(begin + slice.offset(i));
      }
      begin += slice.seconds();
    }
    return due;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void shares_add_up_to_the_plan_and_nothing_else(int count) {
    LoadPlan whole = plan(UNEVEN);
    Map<LoadRequest, Long> sum = new HashMap<>();
    long arrivals = 0;
    long bytes = 0;
    for (Injector injector : Injector.all(count)) {
      LoadPlan part = whole.part(injector);
      part.counts().forEach((request, times) -> sum.merge(request, times, Long::sum));
      arrivals += part.plannedArrivals();
      bytes += part.bytes();
    }
    assertThat(sum).isEqualTo(whole.counts());
    assertThat(arrivals).isEqualTo(UNEVEN.plannedArrivals());
    assertThat(bytes).isEqualTo(whole.bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void each_arrival_is_sent_by_one_injector_when_the_whole_schedule_has_it(int count) {
    Schedule schedule = new Schedule(UNEVEN);
    for (Injector injector : Injector.all(count)) {
      List<Double> due = due(injector.slices(UNEVEN.slices()));
      assertThat(due).hasSize((int) injector.part(schedule.total()));
      for (int own = 0; own < due.size(); own++) {
        assertThat(due.get(own))
            .isCloseTo(schedule.offsetNanos(injector.arrival(own)) / 1e9, within(NANO));
      }
    }
  }

  @Test
  void numbers_of_different_injectors_never_collide() {
    List<Long> numbers = new ArrayList<>();
    for (Injector injector : Injector.all(3)) {
      Arrivals open = Arrivals.of(UNEVEN, injector);
      for (int i = 0; i < 50; i++) {
        numbers.add(open.come(i).number());
      }
    }
    assertThat(numbers).doesNotHaveDuplicates().hasSize(150).contains(0L, 149L);
  }

  @Test
  void users_of_a_closed_workload_are_shared_out_whole() {
    LoadPlan closed = plan(UNEVEN.closed(7, 0.1));
    int users = 0;
    for (Injector injector : Injector.all(3)) {
      users += closed.part(injector).users().count();
    }
    assertThat(users).isEqualTo(7);
    assertThat(closed.part(new Injector(2, 3)).users().count()).isEqualTo(2);
  }

  @Test
  void nobody_is_left_without_anything_to_send() {
    LoadPlan closed = plan(UNEVEN.closed(2, 0.1));
    assertThatThrownBy(() -> closed.part(new Injector(0, 3)))
        .hasMessage("3 injectors are more than the 2 users that they would share");
  }

  @Test
  void its_word_is_that_of_people() {
    assertThat(Injector.of("2/3")).isEqualTo(new Injector(1, 3));
    assertThat(new Injector(1, 3).word()).isEqualTo("2/3");
    for (String wrong : List.of("0/3", "4/3", "3", "a/b", "1/99999", "-1/3")) {
      assertThatThrownBy(() -> Injector.of(wrong))
          .hasMessage("an injector is given as 2/3, the second of three, and not as " + wrong);
    }
  }
}
