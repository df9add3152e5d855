package dev.assay.mock.defect;

import static dev.assay.mock.service.MockOperation.LOG_FILE;
import static dev.assay.mock.service.MockOperation.LOG_MESSAGE;
import static dev.assay.mock.service.MockOperation.UPLOAD_FILE;

import dev.assay.mock.mutation.ClauseGroups;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Documented requests that are refused. */
record RequestDefects(DefectList list) {

  private static final String STATUS = "200/status";
  private static final String CURL = "sample-curl";
  private static final String PARTS = "request/parts";
  private static final String ROOM = "request/room-id";
  private static final String TEXT = "200/message-body-text";
  private static final int LARGE = 1 << 16;

  static void addTo(DefectList list) {
    RequestDefects defects = new RequestDefects(list);
    defects.everything();
    if (list.isOf(LOG_MESSAGE)) {
      defects.repeated();
      defects.message();
    }
    if (list.isOf(LOG_FILE)) {
      defects.repeated();
      defects.file();
    }
    if (list.isOf(UPLOAD_FILE)) {
      defects.upload();
    }
  }

  private List<String> acceptance() {
    List<String> paths = ClauseGroups.acceptance(list.operation());
    return list.isOf(UPLOAD_FILE) ? ClauseGroups.both(paths, "500/storage-failure") : paths;
  }

  private void everything() {
    answered("answered-as-unknown-path", "404 to the documented request", 404);
    answered("answered-as-other-method", "405 to the documented request", 405);
    answered("answered-as-other-content-type", "415 to the documented request", 415);
    answered("right-token-refused", "401 to the right token", 401);
  }

  private void answered(String name, String says, int status) {
    list.add(
        name, "answers " + says, Mutations.refusing(any -> true, status, "not so"), acceptance());
  }

  private void repeated() {
    list.add(
        "repeated-body-refused",
        "answers 409 to a body that it has had before",
        Mutations.anew(
            () -> {
              Set<Integer> seen = ConcurrentHashMap.newKeySet();
              return Mutations.refusing(
                  view -> !seen.add(view.request().body().lenientText().hashCode()), 409, "again");
            }),
        STATUS);
    // as where a condition takes the text for a value that is false
    list.refuses(
        "text-of-zero-refused",
        "a message_body of 0 as if it were empty",
        400,
        view -> view.value("message_body").equals("0"),
        STATUS);
  }

  private void message() {
    list.refuses(
        "number-for-business-refused",
        "a business_id that is a number",
        400,
        view -> view.json().path("business_id").isNumber(),
        acceptance());
    list.refuses(
        "nested-user-refused",
        "auth_id inside of user",
        400,
        view -> view.json().has("user"),
        acceptance());
    list.refuses(
        "text-first-refused",
        "members in the order of the sample command",
        400,
        view -> view.place("message_body") == 0,
        "request/member-order",
        CURL,
        STATUS);
    list.refuses(
        "text-not-first-refused",
        "members in the order of the list",
        400,
        view -> view.place("user") == 0,
        ClauseGroups.without(acceptance(), "request/member-order", CURL));
    list.refuses(
        "white-space-refused",
        "JSON with line feeds between its members",
        400,
        view -> view.sends("\n"),
        CURL,
        STATUS);
    texts("text-over-255-refused", "of more than 255 characters", ".{256,}");
    texts("text-outside-ascii-refused", "outside ASCII", ".*[^\\x00-\\x7F].*");
    texts("markup-in-text-refused", "with tags", ".*<script>.*");
  }

  private void texts(String name, String says, String form) {
    list.refuses(
        name,
        "texts " + says,
        400,
        view -> view.value("message_body").matches("(?s)" + form),
        TEXT);
  }

  private void file() {
    list.refuses(
        "file-first-refused",
        "a file that comes before the other parts",
        400,
        view -> view.place("file") == 0,
        PARTS,
        STATUS);
    list.refuses(
        "file-not-last-refused",
        "parts after the file",
        400,
        view -> view.place("file") < view.parts().size() - 1,
        PARTS,
        CURL,
        "request/message-body-empty",
        STATUS);
    lost("parts-after-a-file-of-64-kib-lost", "64 KiB", LARGE);
    lost("parts-after-a-file-of-1-mib-lost", "1 MiB", 1 << 20);
    list.refuses(
        "no-text-refused",
        "a form without message_body",
        400,
        view -> view.lacks("message_body"),
        "request/message-body-absent",
        STATUS);
    list.refuses(
        "empty-text-refused",
        "an empty message_body",
        400,
        view -> view.text("message_body").filter(String::isEmpty).isPresent(),
        "request/message-body-empty",
        CURL,
        STATUS);
    list.refuses(
        "text-refused",
        "a message_body with text",
        400,
        view -> !view.value("message_body").isEmpty(),
        ClauseGroups.without(
            acceptance(), "request/message-body-empty", "request/message-body-absent", CURL));
    texts("text-over-255-refused", "of more than 255 characters", ".{256,}");
    list.refuses(
        "image-type-refused",
        "message_type 1",
        400,
        view -> view.value("message_type").equals("1"),
        ClauseGroups.images());
    list.refuses(
        "document-type-refused",
        "message_type 52",
        400,
        view -> view.isDocument(),
        ClauseGroups.documents());
  }

  private void lost(String name, String size, int fewest) {
    list.add(
        name,
        "loses what comes after a file of " + size + " or more",
        Mutations.refusing(
            view -> view.fileSize() >= fewest && view.place("file") < view.parts().size() - 1,
            400,
            "not so"),
        PARTS);
  }

  private void upload() {
    list.refuses(
        "room-first-refused",
        "a room that comes before the file",
        400,
        view -> view.place("room_id") == 0,
        ROOM,
        STATUS);
    list.refuses(
        "short-file-name-refused",
        "file names of fewer than twelve characters",
        400,
        view -> view.fileName().length() < 12,
        "request/file-name",
        CURL,
        STATUS);
    roomLost("before", false, ROOM);
    roomLost("after", true, ROOM, "size/accepted");
    list.refuses(
        "pdf-refused", ".pdf files", 400, view -> view.extension().equals("pdf"), acceptance());
  }

  private void roomLost(String where, boolean after, String... clauses) {
    list.add(
        "room-" + where + "-a-large-file-lost",
        "loses a room that comes " + where + " a file of 64 KiB or more",
        Mutations.refusing(
            view -> view.isAfterFile("room_id") == after && view.fileSize() >= LARGE,
            400,
            "not so"),
        clauses);
  }
}
