package dev.assay.suite.derive;

import static dev.assay.verdict.ResponseExpectations.refused;

import dev.assay.contract.Field;
import dev.assay.exchange.FormPart;
import dev.assay.request.Draft;
import dev.assay.request.SampleFile;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.derive.CaseContext.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requests that lack a field, or have it empty, where a document says what becomes of them. */
record RefusedFieldCases(CaseContext context) {

  void add() {
    for (Refusal refusal : context.refusals()) {
      Field field = context.field(refusal.occasion()).orElseThrow();
      switch (refusal.occasion().becomes()) {
        case "absent" -> absent(refusal, field);
        case "empty" -> empty(refusal, field);
        case "unnamed" -> unnamed(refusal, field);
        default -> {
          // a case of its own is made of it
        }
      }
    }
  }

  private Draft draft(Refusal refusal) {
    return context.requests().draft(refusal.reason());
  }

  private void absent(Refusal refusal, Field field) {
    Draft without = draft(refusal).without(field.path());
    add(refusal, "absent", "a request without " + field.name() + " is refused", without);
    if (!field.isFile()) {
      if (field.schema().path("minLength").asInt() > 0) {
        empty(refusal, field);
      }
      return;
    }
    FormPart other = context.requests().small(refusal.reason());
    FormPart renamed =
        new FormPart(
            "upload", other.fileName(), other.mediaType(), other.statedLength(), other.content());
    add(
        refusal,
        "other-name",
        "a form whose file has another field's name is refused",
        without.with(renamed));
    cases()
        .add(
            path(refusal) + "/plain-field",
            "a file sent as a plain field is refused",
            Interaction.once(
                draft(refusal).with(FormPart.field(field.name(), "not a file")).request()),
            new RefusalCases(cases()).checks(refusal.status(), refusal.reason(), List.of()));
  }

  /** Many a server tells an empty value from none: any refusal is right. */
  private void empty(Refusal refusal, Field field) {
    List<ClauseCheck> checks = checks(refusal);
    List<ClauseCheck> either = new ArrayList<>();
    either.add(new ClauseCheck(checks.get(0).clause(), refused()));
    checks.stream().skip(1).limit(1).forEach(either::add);
    cases()
        .add(
            path(refusal) + "/empty",
            "a request with an empty " + field.name() + " is refused",
            Interaction.once(draft(refusal).withText(field.path(), "").request()),
            either);
  }

  /** Such a part is no file at all to many a server. */
  private void unnamed(Refusal refusal, Field field) {
    RefusalCases refusals = new RefusalCases(cases());
    List<String> texts = new ArrayList<>(refusals.texts(refusal.status(), refusal.reason()));
    context.refusals().stream()
        .filter(other -> other.occasion().becomes().equals("absent"))
        .filter(other -> field.isCalled(other.occasion().field()))
        .forEach(other -> texts.addAll(refusals.texts(other.status(), other.reason())));
    cases()
        .add(
            path(refusal),
            "a file with an empty name is refused",
            Interaction.once(draft(refusal).with(SampleFile.PDF, unnamed(field)).request()),
            refusals.checks(refusal.status(), refusal.reason(), texts));
  }

  static FormPart unnamed(Field field) {
    return new FormPart(
        field.name(),
        Optional.of(""),
        Optional.of(SampleFile.PDF.mediaType()),
        Optional.empty(),
        SampleFile.PDF.content());
  }

  private void add(Refusal refusal, String name, String says, Draft draft) {
    cases()
        .add(path(refusal) + "/" + name, says, Interaction.once(draft.request()), checks(refusal));
  }

  private List<ClauseCheck> checks(Refusal refusal) {
    return new RefusalCases(cases()).checks(refusal.status(), refusal.reason());
  }

  private static String path(Refusal refusal) {
    return refusal.status() + "/" + refusal.reason();
  }

  private CaseList cases() {
    return context.cases();
  }
}
