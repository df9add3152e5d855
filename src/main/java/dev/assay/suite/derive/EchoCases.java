package dev.assay.suite.derive;

import static dev.assay.verdict.BodyExpectations.echo;
import static dev.assay.verdict.ResponseExpectations.accepted;
import static dev.assay.verdict.ResponseExpectations.anything;

import dev.assay.contract.Field;
import dev.assay.contract.Level;
import dev.assay.exchange.Request;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.data.LookalikeTexts;
import dev.assay.suite.data.MessageText;
import java.util.List;
import java.util.Map;

/** A text that an answer gives back comes back as it was sent, whatever it is. */
record EchoCases(CaseContext context) {

  void add() {
    for (Field member : context.success().echoed()) {
      context
          .success()
          .source(member)
          .filter(field -> field.is("string"))
          .ifPresent(field -> new Texts(context, member.name(), field.path()).add());
    }
  }

  /** One text that is given back. */
  private record Texts(CaseContext context, String member, String field) {

    void add() {
      List<ClauseCheck> success = context.success().whole(Map.of());
      String stated = cases().path(context.success().echoed(member));
      for (MessageText sample : MessageText.stated(context.data())) {
        cases().add(stated + "/" + sample.name(), returns(sample.says()), once(sample), success);
      }
      for (LookalikeTexts kind : LookalikeTexts.all()) {
        cases()
            .add(
                stated + "/" + kind.name(),
                returns("texts like " + kind.says()),
                Interaction.oneByOne(
                    kind.texts().stream().map(text -> saying(text, kind.name())).toList()),
                success);
      }
      for (MessageText sample : MessageText.implied(context.data())) {
        ClauseCheck unchanged = unchanged();
        cases()
            .add(
                cases().path(unchanged) + "/" + sample.name(),
                returns(sample.says()),
                once(sample),
                List.of(new ClauseCheck(unchanged.clause(), accepted()), unchanged));
      }
      extreme(MessageText.lengthy(context.data()), true);
      MessageText.extreme().forEach(sample -> extreme(sample, false));
    }

    private void extreme(MessageText sample, boolean comesBack) {
      ClauseCheck open = cases().about("silent/text-limits", Level.SILENT, anything(false));
      cases()
          .add(
              "silent/text-limits/" + sample.name(),
              comesBack
                  ? sample.says() + " comes back as sent where it is accepted"
                  : sample.says(),
              once(sample),
              comesBack ? List.of(open, unchanged()) : List.of(open));
    }

    private ClauseCheck unchanged() {
      return cases()
          .about(context.success().part("/" + member + "/text"), Level.IMPLIED, echo(member));
    }

    private String returns(String what) {
      return member + " returns " + what + " as sent";
    }

    private Interaction once(MessageText sample) {
      return Interaction.once(saying(sample.text(), sample.name()));
    }

    private Request saying(String text, String purpose) {
      return context.requests().draft(purpose).withText(field, text).request();
    }

    private CaseList cases() {
      return context.cases();
    }
  }
}
