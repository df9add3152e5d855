package dev.assay.mock.defect;

import dev.assay.mock.http.ReceivedPart;
import dev.assay.mock.mutation.ClauseGroups;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.service.MockOperation;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Documented requests that are refused. */
final class RequestDefects {

  private final DefectList list;

  private RequestDefects(DefectList list) {
    this.list = list;
  }

  static void addTo(DefectList list) {
    RequestDefects defects = new RequestDefects(list);
    defects.everything();
    if (list.isOf(MockOperation.LOG_MESSAGE)) {
      defects.message();
    }
    if (list.isOf(MockOperation.LOG_FILE)) {
      defects.file();
    }
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      defects.upload();
    }
  }

  private void everything() {
    List<String> acceptance = ClauseGroups.acceptance(list.operation());
    if (list.operation() == MockOperation.UPLOAD_FILE) {
      acceptance = ClauseGroups.both(acceptance, "500/storage-failure");
    }
    refused(
        "answered-as-unknown-path",
        "answers 404 to the documented request",
        any -> true,
        404,
        acceptance);
    refused(
        "answered-as-other-method",
        "answers 405 to the documented request",
        any -> true,
        405,
        acceptance);
    refused(
        "answered-as-other-content-type",
        "answers 415 to the documented request",
        any -> true,
        415,
        acceptance);
    refused("right-token-refused", "answers 401 to the right token", any -> true, 401, acceptance);
  }

  /** As where a condition takes the text for a value that is false. */
  private void falsy() {
    refused(
        "text-of-zero-refused",
        "refuses a message_body of 0 as if it were empty",
        view -> view.text("message_body").orElse("").equals("0"),
        400,
        List.of("200/status"));
  }

  private void repeated() {
    list.add(
        "repeated-body-refused",
        "answers 409 to a body that it has had before",
        Mutation.answers(
            (genuine, context) -> {
              Set<Integer> seen = ConcurrentHashMap.newKeySet();
              return Mutations.refusing(
                      view -> !seen.add(view.request().body().lenientText().hashCode()),
                      409,
                      "had before")
                  .answering(genuine, context);
            }),
        "200/status");
  }

  private void message() {
    repeated();
    falsy();
    list.add(
        "number-for-business-refused",
        "refuses a business_id that is a number",
        Mutations.refusing(view -> view.json().path("business_id").isNumber(), 400, "not a string"),
        ClauseGroups.acceptance(list.operation()));
    list.add(
        "nested-user-refused",
        "refuses auth_id inside of user",
        Mutations.refusing(view -> view.json().has("user"), 400, "auth_id is missing"),
        ClauseGroups.acceptance(list.operation()));
    refused(
        "text-first-refused",
        "refuses members in the order of the sample command",
        view -> view.place("message_body") == 0,
        400,
        List.of("request/member-order", "sample-curl", "200/status"));
    refused(
        "text-not-first-refused",
        "refuses members in the order of the list",
        view -> view.place("user") == 0,
        400,
        listed());
    refused(
        "white-space-refused",
        "refuses JSON with line feeds between its members",
        view -> view.request().body().lenientText().contains("\n"),
        400,
        List.of("sample-curl", "200/status"));
    longTexts(255);
    texts("text-outside-ascii-refused", "outside ASCII", ".*[^\\x00-\\x7F].*");
    texts("markup-in-text-refused", "with tags", ".*<script>.*");
  }

  /** What the plain request and those made from it decide. */
  private static List<String> listed() {
    return ClauseGroups.acceptance(MockOperation.LOG_MESSAGE).stream()
        .filter(path -> !path.equals("request/member-order") && !path.equals("sample-curl"))
        .toList();
  }

  private void longTexts(int most) {
    refused(
        "text-over-" + most + "-refused",
        "refuses texts of more than " + most + " characters",
        view -> view.text("message_body").orElse("").length() > most,
        400,
        List.of("200/message-body-text"));
  }

  private void texts(String name, String says, String form) {
    refused(
        name,
        "refuses texts " + says,
        view -> view.text("message_body").orElse("").replace("\n", " ").matches(form),
        400,
        List.of("200/message-body-text"));
  }

  private void file() {
    repeated();
    falsy();
    refused(
        "file-first-refused",
        "refuses a file that comes before the other parts",
        view -> view.place("file") == 0,
        400,
        List.of("request/parts", "200/status"));
    refused(
        "file-not-last-refused",
        "refuses parts after the file",
        view -> view.place("file") < view.parts().size() - 1,
        400,
        List.of("request/parts", "sample-curl", "request/message-body-empty", "200/status"));
    lost("parts-after-a-file-of-64-kib-lost", "64 KiB", 1 << 16);
    lost("parts-after-a-file-of-1-mib-lost", "1 MiB", 1 << 20);
    refused(
        "no-text-refused",
        "refuses a form without message_body",
        view -> view.text("message_body").isEmpty(),
        400,
        List.of("request/message-body-absent", "200/status"));
    refused(
        "empty-text-refused",
        "refuses an empty message_body",
        view -> view.text("message_body").filter(String::isEmpty).isPresent(),
        400,
        List.of("request/message-body-empty", "sample-curl", "200/status"));
    refused(
        "text-refused",
        "refuses a message_body with text",
        view -> !view.text("message_body").orElse("").isEmpty(),
        400,
        ClauseGroups.acceptance(MockOperation.LOG_FILE).stream()
            .filter(path -> !path.startsWith("request/message-body-"))
            .filter(path -> !path.equals("sample-curl"))
            .toList());
    longTexts(255);
    refused(
        "image-type-refused",
        "refuses message_type 1",
        view -> view.text("message_type").orElse("").equals("1"),
        400,
        ClauseGroups.images());
    refused(
        "document-type-refused",
        "refuses message_type 52",
        view -> view.text("message_type").orElse("").equals("52"),
        400,
        ClauseGroups.documents());
  }

  private void lost(String name, String size, int fewest) {
    refused(
        name,
        "loses what comes after a file of " + size + " or more",
        view -> view.fileSize() >= fewest && view.place("file") < view.parts().size() - 1,
        400,
        List.of("request/parts"));
  }

  private static boolean isLarge(RequestView view) {
    return view.fileSize() >= 1 << 16;
  }

  private void upload() {
    refused(
        "room-first-refused",
        "refuses a room that comes before the file",
        view -> view.place("room_id") == 0,
        400,
        List.of("request/room-id", "200/status"));
    refused(
        "short-file-name-refused",
        "refuses file names of fewer than twelve characters",
        view -> view.file().flatMap(ReceivedPart::fileName).orElse("").length() < 12,
        400,
        List.of("request/file-name", "sample-curl", "200/status"));
    refused(
        "room-before-a-large-file-lost",
        "loses a room that comes before a file of 64 KiB or more",
        view -> view.place("room_id") < view.place("file") && isLarge(view),
        400,
        List.of("request/room-id"));
    refused(
        "room-after-a-large-file-lost",
        "loses a room that comes after a file of 64 KiB or more",
        view -> view.place("room_id") > view.place("file") && isLarge(view),
        400,
        List.of("request/room-id", "size/accepted"));
    refused(
        "pdf-refused",
        "refuses .pdf files",
        view -> view.extension().equals("pdf"),
        400,
        ClauseGroups.both(
            ClauseGroups.acceptance(MockOperation.UPLOAD_FILE), "500/storage-failure"));
  }

  private void refused(
      String name, String says, Predicate<RequestView> such, int status, List<String> clausePaths) {
    list.add(name, says, Mutations.refusing(such, status, "not so"), clausePaths);
  }
}
