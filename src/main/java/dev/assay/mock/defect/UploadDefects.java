package dev.assay.mock.defect;

import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Likeness;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.service.MockOperation;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Uploads that are accepted although they go to a foreign room, or lack a file, a name or a room.
 */
record UploadDefects(DefectList list) {

  private static final String MEMBER = "403/not-a-member";
  private static final String NEAR = "403/near-identifier";
  private static final String FIRST = "403/before-storage";
  private static final String UNKNOWN = "silent/unknown-room";
  private static final String NO_FILE = "400/no-file";
  private static final String NO_ROOM = "400/no-room-id";

  static void addTo(DefectList list) {
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      UploadDefects defects = new UploadDefects(list);
      defects.foreign();
      defects.likenesses();
      list.accepts(
          "any-room-accepted", "rooms that do not exist", 403, v -> !v.isForeign(), NEAR, UNKNOWN);
      list.accepts(
          "membership-unchecked",
          "uploads to any room",
          403,
          v -> true,
          MEMBER,
          NEAR,
          FIRST,
          UNKNOWN);
      defects.incomplete();
    }
  }

  private void foreign() {
    foreign("when-file-is-first", "after the file", v -> v.isAfterFile("room_id"), MEMBER, FIRST);
    foreign(
        "when-room-is-first", "before the file", v -> v.place("room_id") < v.place("file"), MEMBER);
    foreign("with-small-files", "with a small file", v -> v.fileSize() < 1_000_000, MEMBER, FIRST);
    counted("membership-checked-once", "checks membership only once", Mutations::afterTheFirst);
    counted(
        "every-5th-foreign-upload-accepted",
        "accepts every fifth upload to a foreign room",
        () -> Mutations.every(5));
  }

  private void foreign(String name, String says, Predicate<RequestView> such, String... clauses) {
    list.accepts(
        "foreign-room-accepted-" + name,
        "a foreign room " + says,
        403,
        v -> v.isForeign() && such.test(v),
        clauses);
  }

  /** Counts only while the storage is up. */
  private void counted(String name, String says, Supplier<Predicate<RequestView>> turn) {
    Predicate<RequestView> such = v -> v.isForeign() && v.isStorageUp();
    list.add(name, says, Mutations.anew(() -> Mutations.taking(403, such.and(turn.get()))), MEMBER);
  }

  private void likenesses() {
    Likeness.all()
        .forEach(
            like ->
                list.accepts(
                    "room-" + like.name(),
                    like.says() + " the member's room",
                    403,
                    v ->
                        !v.isForeign()
                            && like.takes().test(v.value("room_id"), v.accounts().memberRoom()),
                    NEAR));
  }

  private void incomplete() {
    worded("missing-file-accepted", "a form without a file", "No file provided", NO_FILE);
    list.accepts(
        "file-as-field-accepted",
        "a file sent as a plain field",
        400,
        v -> !v.parts().isEmpty() && !v.lacks("file"),
        NO_FILE);
    list.accepts(
        "file-under-another-name-accepted",
        "a file whose part has another name",
        400,
        v -> v.place("upload") >= 0,
        NO_FILE);
    worded("empty-file-name-accepted", "an empty file name", "No file name", "400/empty-file-name");
    worded("missing-room-accepted", "a form without a room", "No room ID", NO_ROOM);
    list.accepts(
        "absent-room-accepted",
        "a form that has no part room_id",
        400,
        v -> v.file().isPresent() && v.place("room_id") < 0,
        NO_ROOM);
    list.accepts(
        "empty-room-accepted", "an empty room_id", 400, v -> v.isEmpty("room_id"), NO_ROOM);
  }

  /** Takes what is refused with a text of these words. */
  private void worded(String name, String says, String words, String clause) {
    list.add(
        name,
        "accepts " + says,
        Mutations.taking(Mutations.hasStatus(400).and(Mutations.says(words)), v -> !v.isForeign()),
        clause);
  }
}
