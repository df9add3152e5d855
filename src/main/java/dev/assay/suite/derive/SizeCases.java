package dev.assay.suite.derive;

import static dev.assay.verdict.ResponseExpectations.accepted;
import static dev.assay.verdict.ResponseExpectations.anything;
import static dev.assay.verdict.ResponseExpectations.refused;

import dev.assay.contract.Level;
import dev.assay.contract.SizeLimit;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import dev.assay.exchange.Request.Framing;
import dev.assay.request.Draft;
import dev.assay.request.SampleFile;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.probe.PartOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files at, just over and far over the documented limit, with and without a stated length. */
final class SizeCases {

  private static final long MIB = 1L << 20;
  private static final long LESS = 1_000;

  private final CaseContext context;
  private final CaseList cases;
  private final SizeLimit limit;

  SizeCases(CaseContext context, SizeLimit limit) {
    this.context = context;
    this.cases = context.cases();
    this.limit = limit;
  }

  /** Larger than any reading of the limit allows, by about a fourth. */
  static long farOver(SizeLimit limit) {
    long far = limit.refusedAbove() + limit.refusedAbove() / 4;
    return far > 4 * MIB ? far / MIB * MIB : far;
  }

  void add() {
    for (SampleFile sample : samples()) {
      largest(sample);
    }
    if (!limit.isExact()) {
      long middle = limit.acceptedUpTo() + (limit.refusedAbove() - limit.acceptedUpTo()) / 2;
      between(middle);
      between(limit.refusedAbove());
    }
    for (long size : List.of(limit.refusedAbove() + 1, farOver(limit))) {
      for (SampleFile sample : samples()) {
        tooLarge(size, word(sample), draft(size, sample).request(), true);
      }
      tooLarge(size, "stating its length", draft(size, part(size).stating(size)).request(), false);
    }
    long over = limit.refusedAbove() + 1;
    Draft draft = draft(over, SampleFile.PDF);
    String file = context.file().orElseThrow().path();
    for (PartOrder order : List.of(PartOrder.FILE_FIRST, PartOrder.FILE_LAST)) {
      Draft ordered = draft.inOrder(order.of(draft.names(), file));
      tooLarge(over, order.toString(), ordered.request(), false);
    }
    tooLarge(over, "stating less", draft(over, part(over).stating(LESS)).request(), false);
    tooLarge(over, "chunked", draft.request().framed(Framing.CHUNKED), false);
    context.operation().body().fields().stream()
        .filter(field -> field.isLeaf() && !field.required() && !field.isFile())
        .forEach(
            field ->
                tooLarge(
                    over, "without " + field.name(), draft.without(field.path()).request(), false));
    cases.add(
        "silent/early-answer/too-large",
        "a file far over the limit is answered before or after it was read",
        Interaction.once(draft(farOver(limit), SampleFile.PDF).request()),
        early());
  }

  private ClauseCheck early() {
    return cases.about("silent/early-answer", Level.SILENT, anything(false));
  }

  /** An image too, where kinds of file are told apart. */
  private List<SampleFile> samples() {
    return context.requests().tellsKinds()
        ? List.of(SampleFile.PDF, SampleFile.JPG)
        : List.of(SampleFile.PDF);
  }

  private static String word(SampleFile sample) {
    return sample.isImage() ? "image" : "document";
  }

  private FormPart part(long size) {
    return context.requests().sized(size, SampleFile.PDF);
  }

  private Draft draft(long size, SampleFile sample) {
    return context
        .requests()
        .draft("sized" + size)
        .with(sample, context.requests().sized(size, sample));
  }

  private Draft draft(long size, FormPart part) {
    return context.requests().draft("sized" + size).with(SampleFile.PDF, part);
  }

  private void largest(SampleFile sample) {
    long size = limit.acceptedUpTo();
    FormPart part = context.requests().sized(size, sample);
    Request request = context.requests().draft("largest").with(sample, part).request();
    List<ClauseCheck> checks = new ArrayList<>();
    checks.add(cases.about("size/accepted", accepted().onFirst()));
    checks.addAll(context.served(part.content()));
    cases.add(
        "size/accepted/" + word(sample),
        "%s of %s is accepted".formatted(sample.isImage() ? "an image" : "a file", bytes(size)),
        context.fetched(request),
        checks);
  }

  private void between(long size) {
    cases.add(
        "size/between/" + size,
        "a file of " + bytes(size),
        Interaction.once(draft(size, SampleFile.PDF).request()),
        cases.about("size/between", Level.SILENT, anything(false)));
  }

  /** Where something else is unusual about it too, a service may refuse it with other words. */
  private void tooLarge(long size, String how, Request request, boolean plain) {
    Optional<CaseContext.Refusal> documented =
        context.refusals().stream()
            .filter(refusal -> refusal.occasion().becomes().equals("too-large"))
            .findFirst();
    List<ClauseCheck> checks = new ArrayList<>();
    documented.ifPresentOrElse(
        refusal -> {
          List<ClauseCheck> all =
              new RefusalCases(cases).checks(refusal.status(), refusal.reason());
          checks.addAll(
              plain ? all : List.of(new ClauseCheck(all.get(0).clause(), refused()), early()));
        },
        () -> {
          checks.add(cases.about("size/refused", refused()));
          checks.add(cases.about("size/refusal", Level.SILENT, anything(false)));
        });
    cases.add(
        cases.path(checks.get(0)) + "/" + size + "-" + how.replace(' ', '-').replace('_', '-'),
        "a file of %s is never accepted (%s)".formatted(bytes(size), how),
        Interaction.once(request),
        checks);
  }

  private static String bytes(long size) {
    return String.format(Locale.ROOT, "%,d bytes", size);
  }
}
