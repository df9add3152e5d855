package dev.assay.suite.derive;

import static dev.assay.verdict.ResponseExpectations.anything;

import dev.assay.contract.Field;
import dev.assay.contract.Level;
import dev.assay.contract.TargetValue;
import dev.assay.exchange.Request;
import dev.assay.request.Draft;
import dev.assay.request.SampleFile;
import dev.assay.suite.Interaction;
import dev.assay.suite.data.NearIdentifier;
import dev.assay.suite.derive.CaseContext.Refusal;
import dev.assay.verdict.ResponseExpectations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whoever or whatever is not the target's own is refused, however like it: a user who is unknown, a
 * room to which one does not belong.
 */
record PrincipalCases(CaseContext context) {

  private static final int TIMES = 21;

  void add() {
    for (Refusal refusal : context.refusals()) {
      Field field = context.field(refusal.occasion()).orElseThrow();
      if (refusal.occasion().isOfTarget()) {
        new Principal(context, refusal, field).add();
      }
    }
  }

  /** The value that is refused; made up where the target gives none and anything else is wrong. */
  static String another(CaseContext context, Refusal refusal) {
    return context
        .service()
        .value(refusal.occasion().becomes())
        .orElseGet(() -> context.data().marker("stranger"));
  }

  /** One field whose value must be the target's. */
  private record Principal(CaseContext context, Refusal refusal, Field field) {

    void add() {
      Request stranger = with(another(context, refusal));
      refused(refusal.reason(), "is refused", Interaction.once(stranger));
      known().ifPresent(this::alike);
      if (isKnownToService()) {
        madeUp();
      }
      otherOrder();
      context
          .cases()
          .add(
              refusal.status() + "/after-the-right-one",
              "on the connection of a request that was right, one with another %s is refused"
                  .formatted(field.name()),
              Interaction.onOneConnection(context.plain("right-one"), stranger),
              RefusalCases.onLast(
                  new RefusalCases(context.cases())
                      .checks(refusal.status(), refusal.reason())
                      .subList(0, 1)));
      if (context.requests().tellsKinds()) {
        refused(
            "document",
            "is refused with a document too",
            Interaction.once(
                context
                    .requests()
                    .draft("document-from-another")
                    .with(
                        SampleFile.PDF,
                        context
                            .requests()
                            .named("stranger", SampleFile.PDF, SampleFile.PDF.content()))
                    .withText(field.path(), another(context, refusal))
                    .request()));
      }
      refused("every-time", "is refused every time", Interaction.atOnce(stranger, TIMES));
    }

    /** Whether what is refused exists, so that what does not is something else again. */
    private boolean isKnownToService() {
      return context
          .service()
          .contract()
          .value(refusal.occasion().becomes())
          .filter(TargetValue::required)
          .isPresent();
    }

    /** Where the order is unusual too, a service may refuse it with other words. */
    private void otherOrder() {
      Draft draft =
          context
              .requests()
              .draft("other-order-of-another")
              .withText(field.path(), another(context, refusal))
              .reversed();
      context
          .cases()
          .add(
              refusal.status() + "/other-order",
              "another " + field.name() + " is refused in another order of the fields",
              Interaction.once(draft.request()),
              context
                  .cases()
                  .about(
                      "response/" + refusal.status() + "/" + refusal.reason(),
                      ResponseExpectations.refused()));
    }

    private void madeUp() {
      context
          .cases()
          .add(
              "silent/unknown-value/made-up",
              field.name() + " that nobody has",
              Interaction.once(with(context.data().marker("nobody"))),
              context.cases().about("silent/unknown-value", Level.SILENT, anything(true)));
    }

    private Optional<String> known() {
      return field.trait("x-value").flatMap(context.service()::value);
    }

    /** What no such field can hold is no one's; what resembles the right one may be another's. */
    private void alike(String known) {
      RefusalCases refusals = new RefusalCases(context.cases());
      String says = field.name() + " that %s is not taken for the right one";
      List<NearIdentifier> near = new ArrayList<>(NearIdentifier.of(known));
      List<NearIdentifier> patterns = NearIdentifier.patterns(known);
      if (field.schema().has("pattern")) {
        refusals.near(refusal, patterns, refusal.reason(), says, this::with);
      } else {
        near.addAll(patterns);
      }
      refusals.near(refusal, near, "near-identifier", says, this::with);
      if (!isKnownToService()) {
        refused(
            "right-one-and-more",
            "that only begins like the right one is refused",
            Interaction.once(with(known + context.data().marker("more"))));
      }
    }

    private Request with(String value) {
      return context.requests().draft("with-" + value).withText(field.path(), value).request();
    }

    private void refused(String name, String says, Interaction interaction) {
      new RefusalCases(context.cases())
          .add(
              name,
              "another " + field.name() + " " + says,
              interaction,
              refusal.status(),
              refusal.reason());
    }
  }
}
