package dev.assay.suite.derive;

import static dev.assay.verdict.BodyExpectations.webUrl;
import static dev.assay.verdict.ResponseExpectations.accepted;
import static dev.assay.verdict.ResponseExpectations.anything;

import dev.assay.contract.Field;
import dev.assay.contract.FileKinds;
import dev.assay.contract.Level;
import dev.assay.exchange.BodySource;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import dev.assay.request.Draft;
import dev.assay.request.SampleFile;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.data.FileName;
import dev.assay.suite.probe.PartOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files of every documented kind, under any name and anywhere in a form, and what serves them. */
final class FileCases {

  private static final List<String> UNLISTED = List.of("exe", "txt", "html", "svg", "zip");
  private static final long SMALL = 4_000;
  private static final long NAMED = 3_000;
  private static final long MEDIUM = 1_500_001;
  private static final long IMAGE = 18_003;
  private static final long TEN_MB = 10_000_000;

  private final CaseContext context;
  private final CaseList cases;
  private final Field file;

  FileCases(CaseContext context, Field file) {
    this.context = context;
    this.cases = context.cases();
    this.file = file;
  }

  void add() {
    file.limit().ifPresent(limit -> new SizeCases(context, limit).add());
    kinds();
    names();
    orders();
    served();
  }

  private void kinds() {
    List<String> listed = file.kinds().map(FileKinds::all).orElse(List.of());
    for (SampleFile sample : SampleFile.ALL) {
      if (listed.isEmpty()) {
        open("types/any", sample.extension(), sample.content(), false);
      } else if (listed.contains(sample.extension())) {
        kind(sample);
      }
    }
    if (!listed.isEmpty()) {
      UNLISTED.stream()
          .filter(extension -> !listed.contains(extension))
          .forEach(extension -> open("types/unlisted", extension, BodySource.of("assay"), true));
    }
  }

  private void kind(SampleFile sample) {
    String type = "types/" + sample.extension();
    FormPart part = context.requests().named(type, sample, sample.content());
    Map<String, Long> sent = context.requests().kindOf(sample);
    List<ClauseCheck> checks = new ArrayList<>();
    checks.add(cases.about(type, accepted().onFirst()));
    context.success().whole(sent).forEach(check -> checks.add(onFirst(check)));
    checks.addAll(context.served(sample.content()));
    cases.add(
        type,
        "a .%s file is accepted%s".formatted(sample.extension(), said(sent)),
        context.fetched(context.requests().draft(type).with(sample, part).request()),
        checks);
  }

  /** What another field says of the kind of a file. */
  private static String said(Map<String, Long> sent) {
    return sent.entrySet().stream()
        .map(kind -> " with " + kind.getKey() + " " + kind.getValue())
        .findFirst()
        .orElse("");
  }

  private void open(String part, String extension, BodySource content, boolean unnatural) {
    String purpose = "any-" + extension;
    FormPart file =
        SampleFile.ofExtension(extension)
            .map(sample -> context.requests().named(purpose, sample, content))
            .orElseGet(() -> context.requests().unlisted(purpose, extension, content));
    cases.add(
        part + "/" + extension,
        "a ." + extension + " file",
        Interaction.once(document(purpose).with(file).request()),
        cases.about(part, Level.SILENT, anything(unnatural)));
  }

  /** A request whose other fields are those of a document, where they differ from an image's. */
  private Draft document(String purpose) {
    return context.requests().draft(purpose).as(SampleFile.PDF);
  }

  private void names() {
    SampleFile sample = context.requests().usual();
    List<FileName> names = new ArrayList<>(FileName.usual(context.data()));
    names.add(FileName.longest(context.data(), sample.extension()));
    for (FileName name : names) {
      String purpose = "named-" + name.name();
      BodySource content = context.requests().sized(NAMED + names.indexOf(name), sample).content();
      FormPart part = context.requests().file(sample, name.with(sample.extension()), content);
      List<ClauseCheck> checks = new ArrayList<>();
      checks.add(cases.about("request/file-name", Level.IMPLIED, accepted().onFirst()));
      context
          .fileUrl()
          .ifPresent(
              url ->
                  checks.add(
                      context.success().about("/" + url.member(), webUrl(url.member()).onFirst())));
      checks.addAll(context.served(content));
      cases.add(
          "request/file-name/" + name.name(),
          "a file whose name " + name.says() + " is accepted",
          context.fetched(context.requests().draft(purpose).with(sample, part).request()),
          checks);
    }
  }

  /** A parser of streams may lose what comes after a file of more than one chunk. */
  private void orders() {
    long most = file.limit().map(limit -> limit.acceptedUpTo()).orElse(Long.MAX_VALUE);
    SampleFile csv = SampleFile.CSV;
    orders("1-byte", context.requests().named("1-byte", csv, BodySource.of("a")), csv);
    sized("70-kb", 70_000);
    if (most >= TEN_MB) {
      sized("10-mb", TEN_MB);
    }
  }

  private void sized(String name, long size) {
    orders(name, context.requests().sized(size, SampleFile.PDF), SampleFile.PDF);
  }

  private void orders(String size, FormPart part, SampleFile sample) {
    Draft draft = context.requests().draft(size).with(sample, part);
    List<Request> requests =
        Stream.of(PartOrder.values())
            .map(order -> draft.inOrder(order.of(draft.names(), file.path())))
            .map(Draft::request)
            .distinct()
            .toList();
    List<ClauseCheck> checks = new ArrayList<>();
    checks.add(cases.about("request/order", Level.IMPLIED, PartOrder.acceptedAlike()));
    context
        .success()
        .echoed()
        .forEach(member -> checks.add(context.success().echoed(member.name())));
    cases.add(
        cases.path(checks.get(0)) + "/" + size,
        "the parts are accepted in any order around a file of " + size.replace('-', ' '),
        Interaction.oneByOne(requests),
        checks);
  }

  private void served() {
    if (context.fileUrl().isPresent()) {
      served("small-pdf", context.requests().sized(SMALL, SampleFile.PDF), SampleFile.PDF);
      served("medium-pdf", context.requests().sized(MEDIUM, SampleFile.PDF), SampleFile.PDF);
      served("image", context.requests().sized(IMAGE, SampleFile.JPG), SampleFile.JPG);
      BodySource text = BodySource.of("a,b\r\n\"ü\n\",2\n\n  3 ,4\t\r\n\r\n");
      served("csv", context.requests().named("served", SampleFile.CSV, text), SampleFile.CSV);
    }
  }

  private void served(String name, FormPart part, SampleFile sample) {
    List<ClauseCheck> checks = context.served(part.content());
    cases.add(
        cases.path(checks.get(0)) + "/" + name,
        "the URL serves the uploaded bytes (" + name.replace('-', ' ') + ")",
        context.fetched(context.requests().draft("served-" + name).with(sample, part).request()),
        checks);
  }

  private static ClauseCheck onFirst(ClauseCheck check) {
    return new ClauseCheck(check.clause(), check.expectation().onFirst());
  }
}
