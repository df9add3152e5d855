package dev.assay.suite.haptik;

import static dev.assay.verdict.BodyExpectations.echo;
import static dev.assay.verdict.ResponseExpectations.accepted;
import static dev.assay.verdict.ResponseExpectations.anything;

import dev.assay.exchange.Request;
import dev.assay.request.TestData;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.data.LookalikeTexts;
import dev.assay.suite.data.MessageText;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The text of a message or of a file comes back as it was sent.
 *
 * @param cases get those of texts
 * @param data of this run
 * @param saying the documented request with that text, given for what purpose it is sent
 * @param success what is checked of an answer, its text included
 */
record MessageTextCases(
    CaseList cases,
    TestData data,
    BiFunction<String, String, Request> saying,
    List<ClauseCheck> success) {

  void add() {
    MessageText.stated(data).forEach(this::stated);
    LookalikeTexts.all().forEach(this::lookalikes);
    MessageText.implied(data).forEach(this::implied);
    lengthy(MessageText.lengthy(data));
  }

  private void stated(MessageText sample) {
    cases.add(
        "200/message-body/" + sample.name(),
        "message_body returns " + sample.says() + " as sent",
        once(sample),
        success);
  }

  private void lookalikes(LookalikeTexts kind) {
    cases.add(
        "200/message-body/" + kind.name(),
        "message_body returns texts like " + kind.says() + " as sent",
        Interaction.oneByOne(
            kind.texts().stream().map(text -> saying.apply(text, kind.name())).toList()),
        success);
  }

  private void implied(MessageText sample) {
    cases.add(
        "200/message-body-text/" + sample.name(),
        "message_body returns " + sample.says() + " as sent",
        once(sample),
        cases.that("200/message-body-text", accepted()),
        cases.that("200/message-body-text", echo("message_body")));
  }

  private void lengthy(MessageText sample) {
    cases.add(
        "silent/text-limits/" + sample.name(),
        sample.says() + " comes back as sent where it is accepted",
        once(sample),
        cases.that("silent/text-limits", anything(false)),
        cases.that("200/message-body-text", echo("message_body")));
  }

  private Interaction once(MessageText sample) {
    return Interaction.once(saying.apply(sample.text(), sample.name()));
  }
}
