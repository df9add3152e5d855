package dev.assay.mock.defect;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Two faults at once, as in a first version: neither may hide the other. */
final class CompoundDefects {

  private static final String STATUS = "200/status";
  private static final String OBJECT = "200/json-object";

  private final DefectList list;

  private CompoundDefects(DefectList list) {
    this.list = list;
  }

  static void addTo(DefectList list) {
    CompoundDefects defects = new CompoundDefects(list);
    if (list.operation().isHaptik()) {
      defects.receipts();
    }
    if (list.operation().takesFile()) {
      defects.addresses();
    }
    defects.refusals();
  }

  private void receipts() {
    successes(
        "created-at-without-offset",
        "and created_at without an offset",
        object -> object.put("created_at", LocalDateTime.now(ZoneOffset.UTC).toString()),
        List.of("200/created-at-offset"));
    successes(
        "message-id-constant",
        "and always the same message_id",
        object -> object.put("message_id", 1_411_200_492L),
        List.of("200/message-id-unique"));
  }

  private void addresses() {
    boolean told = list.isOf(MockOperation.UPLOAD_FILE);
    successes(
        "file-url-constant",
        "and always the same file_url",
        object -> object.put("file_url", "https://assets.example.com/file"),
        told
            ? List.of("200/file-url-distinct", "200/room-message")
            : List.of("200/file-url-distinct"));
  }

  private void successes(
      String name, String says, Consumer<ObjectNode> fault, List<String> clauses) {
    UnaryOperator<MockResponse> faulty = ResponseEdits.object(fault);
    list.add(
        "200-answered-201-with-" + name,
        "answers 201 instead of 200, " + says,
        Mutations.successes(response -> ResponseEdits.status(faulty.apply(response), 201)),
        ClauseGroups.both(clauses, STATUS));
    list.add(
        "200-body-array-with-" + name,
        "returns an array around the object, " + says,
        Mutations.successes(
            response -> ResponseEdits.text(text -> "[" + text + "]").apply(faulty.apply(response))),
        ClauseGroups.both(clauses, OBJECT));
  }

  private void refusals() {
    for (DocumentedError refusal : DocumentedError.of(list.operation())) {
      if (refusal.status() != 500) {
        refusal(refusal);
      }
    }
  }

  private void refusal(DocumentedError refusal) {
    List<String> told = ClauseGroups.both(refusal.textClauses(), "error-object");
    list.add(
        refusal.name() + "-answered-418-in-another-form",
        "answers 418 instead of the " + refusal.says() + ", and with another object",
        Mutations.replies(
            refusal.matches(),
            response ->
                ResponseEdits.body(ResponseEdits.status(response, 418), "{\"detail\": \"no\"}")),
        ClauseGroups.both(refusal.brokenBy(418), told.toArray(String[]::new)));
  }
}
