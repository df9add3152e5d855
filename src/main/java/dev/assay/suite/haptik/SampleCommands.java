package dev.assay.suite.haptik;

import static dev.assay.verdict.ResponseExpectations.accepted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import dev.assay.request.Draft;
import dev.assay.request.SampleFile;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.Review;
import dev.assay.suite.derive.CaseContext;
import java.util.ArrayList;
import java.util.List;

/** The sample commands of the documents succeed as printed, their placeholders filled in. */
public final class SampleCommands {

  private SampleCommands() {}

  /** What curl sends for that of {@code log_message_from_user}, white space included. */
  public static List<Review> ofMessage(CaseContext context) {
    ObjectNode body = context.requests().draft("sample-curl").json();
    String printed =
        """
        {
            "message_body": %s,
            "business_id": %s,
            "message_type": 0,
            "user": %s
        }"""
            .formatted(body.get("message_body"), body.get("business_id"), body.get("user"));
    add(context, context.requests().of(new Body.Text(printed)));
    context
        .cases()
        .add(
            "request/member-order",
            "the members are accepted in the order of the sample command",
            Interaction.once(
                context
                    .requests()
                    .draft("member-order")
                    .inOrder(List.of("message_body", "business_id", "message_type", "user.auth_id"))
                    .request()),
            CaseList.both(
                context.success().all(), context.cases().that("request/member-order", accepted())));
    return List.of();
  }

  /** What curl sends for that of {@code log_file_from_user}: an image and an empty text. */
  public static List<Review> ofFile(CaseContext context) {
    SampleFile jpg = SampleFile.JPG;
    Draft draft =
        context
            .requests()
            .draft("sample-curl")
            .with(jpg, context.requests().file(jpg, "test.jpg", jpg.content()))
            .withText("message_body", "");
    add(
        context,
        draft
            .inOrder(List.of("auth_id", "business_id", "message_type", "file", "message_body"))
            .request(),
        context.cases().that("request/message-body-empty", accepted()));
    return List.of();
  }

  private static void add(CaseContext context, Request request, ClauseCheck... more) {
    CaseList cases = context.cases();
    List<ClauseCheck> checks = new ArrayList<>(context.success().all());
    checks.add(cases.that("sample-curl", accepted()));
    checks.addAll(List.of(more));
    cases.add(
        "sample-curl", "the sample command succeeds as printed", Interaction.once(request), checks);
  }
}
