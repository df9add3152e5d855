package dev.assay.mock.defect;

import static dev.assay.mock.service.MockOperation.LOG_FILE;
import static dev.assay.mock.service.MockOperation.LOG_MESSAGE;
import static dev.assay.mock.service.MockOperation.UPLOAD_FILE;

import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Documented requests that are refused. */
record RequestDefects(DefectList list) {

  private static final String CURL = "sample-curl";
  private static final String ORDER = "request/member-order";
  private static final String PARTS = "request/parts";
  private static final String ABSENT = "request/message-body-absent";
  private static final String EMPTY = "request/message-body-empty";
  private static final String ROOM = "request/room-id";
  private static final String STATUS = "200/status";
  private static final String TEXT = "200/message-body-text";
  private static final int LARGE = 1 << 16;

  static void addTo(DefectList list) {
    RequestDefects defects = new RequestDefects(list);
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

  private void repeated() {
    list.add(
        "repeated-body-refused",
        "answers 409 to a body that it has had before",
        Mutations.anew(
            () -> {
              Set<Integer> seen = ConcurrentHashMap.newKeySet();
              return Mutations.refusing(
                  v -> !seen.add(v.request().body().lenientText().hashCode()), 409, "again");
            }),
        STATUS);
    // as where a condition takes the text for a value that is false
    refused("text-of-zero", "a message_body of 0 as if it were empty", text("0"), STATUS);
  }

  private static Predicate<RequestView> text(String form) {
    return v -> v.value("message_body").matches("(?s)" + form);
  }

  private void message() {
    refused(
        "number-for-business",
        "a business_id that is a number",
        v -> v.json().path("business_id").isNumber(),
        list.acceptance());
    refused("nested-user", "auth_id inside of user", v -> v.json().has("user"), list.acceptance());
    refused(
        "text-first",
        "members in the order of the sample command",
        v -> v.place("message_body") == 0,
        List.of(ORDER, CURL, STATUS));
    refused(
        "text-not-first",
        "members in the order of the list",
        v -> v.place("user") == 0,
        list.acceptanceBut(ORDER, CURL));
    refused(
        "white-space",
        "JSON with line feeds between its members",
        v -> v.sends("\n"),
        CURL,
        STATUS);
    refused("text-over-255", "texts of more than 255 characters", text(".{256,}"), TEXT);
    refused("text-outside-ascii", "texts outside ASCII", text(".*[^\\x00-\\x7F].*"), TEXT);
    refused("markup-in-text", "texts with tags", text(".*<script>.*"), TEXT);
  }

  private void file() {
    refused(
        "file-first",
        "a file that comes before the other parts",
        v -> v.place("file") == 0,
        PARTS,
        STATUS);
    refused("file-not-last", "parts after the file", v -> hasMore(v), PARTS, CURL, EMPTY, STATUS);
    lost(
        "parts-after-a-file-of-64-kib",
        "what comes after a file of 64 KiB or more",
        v -> hasMore(v) && v.fileSize() >= LARGE,
        PARTS);
    lost(
        "parts-after-a-file-of-1-mib",
        "what comes after a file of 1 MiB or more",
        v -> hasMore(v) && v.fileSize() >= 1 << 20,
        PARTS);
    refused("no-text", "a form without message_body", v -> v.lacks("message_body"), ABSENT, STATUS);
    refused(
        "empty-text", "an empty message_body", v -> v.isEmpty("message_body"), EMPTY, CURL, STATUS);
    refused(
        "text", "a message_body with text", text(".+"), list.acceptanceBut(EMPTY, ABSENT, CURL));
    refused("text-over-255", "texts of more than 255 characters", text(".{256,}"), TEXT);
    refused(
        "image-type",
        "message_type 1",
        v -> v.value("message_type").equals("1"),
        FileDefects.images(list));
    refused("document-type", "message_type 52", RequestView::isDocument, FileDefects.DOCUMENTS);
  }

  private static boolean hasMore(RequestView v) {
    return v.place("file") < v.parts().size() - 1;
  }

  private void upload() {
    refused(
        "room-first",
        "a room that comes before the file",
        v -> v.place("room_id") == 0,
        ROOM,
        STATUS);
    refused(
        "short-file-name",
        "file names of fewer than twelve characters",
        v -> v.fileName().length() < 12,
        "request/file-name",
        CURL,
        STATUS);
    lost(
        "room-before-a-large-file",
        "a room that comes before a file of 64 KiB or more",
        v -> !v.isAfterFile("room_id") && v.fileSize() >= LARGE,
        ROOM);
    lost(
        "room-after-a-large-file",
        "a room that comes after a file of 64 KiB or more",
        v -> v.isAfterFile("room_id") && v.fileSize() >= LARGE,
        ROOM,
        "size/accepted");
    refused("pdf", ".pdf files", v -> v.extension().equals("pdf"), list.acceptance());
  }

  private void refused(String name, String says, Predicate<RequestView> such, String... clauses) {
    refused(name, says, such, List.of(clauses));
  }

  private void refused(
      String name, String says, Predicate<RequestView> such, List<String> clauses) {
    list.refuses(name + "-refused", says, 400, such, clauses);
  }

  private void lost(String name, String says, Predicate<RequestView> such, String... clauses) {
    list.add(name + "-lost", "loses " + says, Mutations.refusing(such, 400, "not so"), clauses);
  }
}
