package dev.assay.mock.defect;

import dev.assay.mock.mutation.ClauseGroups;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Likeness;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.Storage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Uploads to a foreign room that are let in. */
final class MembershipDefects {

  private static final String MEMBER = "403/not-a-member";
  private static final String NEAR = "403/near-identifier";
  private static final String FIRST = "403/before-storage";

  private final DefectList list;

  private MembershipDefects(DefectList list) {
    this.list = list;
  }

  static void addTo(DefectList list) {
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      MembershipDefects defects = new MembershipDefects(list);
      defects.always();
      defects.often();
      defects.likenesses();
      list.add(
          "any-room-accepted",
          "accepts rooms that do not exist",
          Mutations.takingFor(Mutations.hasStatus(403), (view, who) -> !view.isForeign(who)),
          NEAR,
          "silent/unknown-room");
      list.add(
          "membership-unchecked",
          "accepts uploads to any room",
          Mutations.taking(Mutations.hasStatus(403), any -> true),
          MEMBER,
          NEAR,
          FIRST,
          "silent/unknown-room");
    }
  }

  private void likenesses() {
    Stream.concat(Likeness.ofIdentifiers(), Likeness.ofPatterns())
        .forEach(
            likeness ->
                list.add(
                    "room-" + likeness.name(),
                    "accepts " + likeness.says() + " the member's room",
                    Mutations.takingFor(
                        Mutations.hasStatus(403),
                        (view, who) ->
                            !view.isForeign(who)
                                && likeness
                                    .takes()
                                    .test(view.text("room_id").orElse(""), who.memberRoom())),
                    NEAR));
  }

  private void always() {
    open("when-file-is-first", "after the file", a -> a.place("room_id") > a.place("file"), FIRST);
    open("when-room-is-first", "before the file", a -> a.place("room_id") < a.place("file"));
    open("with-small-files", "with a small file", view -> view.fileSize() < 1_000_000, FIRST);
  }

  private void open(String name, String says, Predicate<RequestView> such, String... more) {
    list.add(
        "foreign-room-accepted-" + name,
        "accepts a foreign room " + says,
        Mutations.takingFor(
            Mutations.hasStatus(403), (view, who) -> view.isForeign(who) && such.test(view)),
        ClauseGroups.both(List.of(MEMBER), more));
  }

  private void often() {
    counted("membership-checked-once", "checks membership only once", count -> count > 1);
    counted(
        "every-5th-foreign-upload-accepted",
        "accepts every fifth upload to a foreign room",
        count -> count % 5 == 0);
  }

  /** Counts only while the storage is up. */
  private void counted(String name, String says, IntPredicate turn) {
    list.add(
        name,
        says,
        Mutation.answers(
            (genuine, context) -> {
              AtomicInteger count = new AtomicInteger();
              return Mutations.takingFor(
                      Mutations.hasStatus(403),
                      (view, who) ->
                          view.isForeign(who)
                              && !view.request().path().startsWith(Storage.DOWN_PATH)
                              && turn.test(count.incrementAndGet()))
                  .answering(genuine, context);
            }),
        MEMBER);
  }
}
