package dev.assay.mock.defect;

import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.service.MockOperation;
import java.util.Optional;
import java.util.function.Predicate;

/** Uploads that lack a file, a file name or a room, and are let in. */
final class BadUploadDefects {

  private final DefectList list;

  private BadUploadDefects(DefectList list) {
    this.list = list;
  }

  static void addTo(DefectList list) {
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      new BadUploadDefects(list).add();
    }
  }

  private void add() {
    taken("missing-file-accepted", "a form without a file", "No file provided", "400/no-file");
    such(
        "file-as-field-accepted",
        "a file sent as a plain field",
        view -> !view.parts().isEmpty() && view.text("file").isPresent(),
        "400/no-file");
    such(
        "file-under-another-name-accepted",
        "a file whose part has another name",
        view -> view.parts().stream().anyMatch(part -> part.name().equals("upload")),
        "400/no-file");
    taken("empty-file-name-accepted", "an empty file name", "No file name", "400/empty-file-name");
    taken("missing-room-accepted", "a form without a room", "No room ID", "400/no-room-id");
    such(
        "absent-room-accepted",
        "a form that has no part room_id",
        view -> view.file().isPresent() && view.place("room_id") < 0,
        "400/no-room-id");
    such(
        "empty-room-accepted",
        "an empty room_id",
        view -> view.text("room_id").equals(Optional.of("")),
        "400/no-room-id");
  }

  private void taken(String name, String says, String text, String clause) {
    list.add(
        name,
        "accepts " + says,
        Mutations.takingFor(
            response -> response.status() == 400 && response.body().lenientText().contains(text),
            (view, who) -> !view.isForeign(who)),
        clause);
  }

  private void such(String name, String says, Predicate<RequestView> such, String clause) {
    list.add(name, "accepts " + says, Mutations.taking(Mutations.hasStatus(400), such), clause);
  }
}
