package dev.assay.mock.defect;

import static dev.assay.mock.mutation.ResponseEdits.inTurn;
import static dev.assay.mock.mutation.ResponseEdits.put;
import static dev.assay.mock.mutation.ResponseEdits.status;
import static dev.assay.mock.mutation.ResponseEdits.text;

import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.ClauseGroups;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.DocumentedError;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.service.MockOperation;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;

/** Two faults at once, as in a first version: neither may hide the other. */
record CompoundDefects(DefectList list) {

  private static final String DISTINCT = "200/file-url-distinct";

  static void addTo(DefectList list) {
    CompoundDefects defects = new CompoundDefects(list);
    if (list.operation().isHaptik()) {
      defects.receipts();
    }
    if (list.operation().takesFile()) {
      defects.successes(
          "file-url-constant",
          "and always the same file_url",
          put("file_url", "https://assets.example.com/file"),
          list.isOf(MockOperation.UPLOAD_FILE)
              ? List.of(DISTINCT, "200/room-message")
              : List.of(DISTINCT));
    }
    DocumentedError.of(list.operation()).stream()
        .filter(refusal -> refusal.status() != 500)
        .forEach(defects::refusal);
  }

  private void receipts() {
    successes(
        "created-at-without-offset",
        "and created_at without an offset",
        ResponseEdits.textMember("created_at", t -> LocalDateTime.now(ZoneOffset.UTC).toString()),
        List.of("200/created-at-offset"));
    successes(
        "message-id-constant",
        "and always the same message_id",
        ResponseEdits.object(object -> object.put("message_id", 1_411_200_492L)),
        List.of("200/message-id-unique"));
  }

  private void successes(
      String name, String says, UnaryOperator<MockResponse> fault, List<String> clauses) {
    list.add(
        "200-answered-201-with-" + name,
        "answers 201 instead of 200, " + says,
        Mutations.successes(inTurn(fault, status(201))),
        ClauseGroups.both(clauses, "200/status"));
    list.add(
        "200-body-array-with-" + name,
        "returns an array around the object, " + says,
        Mutations.successes(inTurn(fault, text(text -> "[" + text + "]"))),
        ClauseGroups.both(clauses, "200/json-object"));
  }

  private void refusal(DocumentedError refusal) {
    List<String> reported = ClauseGroups.both(refusal.textClauses(), "error-object");
    list.add(
        refusal.name() + "-answered-418-in-another-form",
        "answers 418 instead of the " + refusal.says() + ", and with another object",
        Mutations.responses(
            refusal.matches(), inTurn(status(418), text(text -> "{\"detail\": \"no\"}"))),
        ClauseGroups.both(refusal.brokenBy(418), reported));
  }
}
