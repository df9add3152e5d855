package dev.assay.proof.defect;

import dev.assay.contract.Field;
import dev.assay.contract.SizeLimit;
import dev.assay.mock.http.Bytes;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A limit of a file's size that is not kept, kept too early, or only on some ways in. */
record LimitDefects(DefectList list, Promises promises, String file, SizeLimit limit) {

  private static final int MIB = 1 << 20;
  private static final int LONGEST_HEAD = 1 << 16;
  private static final String STATED = "\r\nContent-Length:";
  private static final Pattern LENGTH = Pattern.compile(STATED + " (.*?)\r\n");

  static void addTo(DefectList list, Promises promises) {
    for (Field file : promises.operation().body().file().stream().toList()) {
      for (SizeLimit limit : file.limit().stream().toList()) {
        LimitDefects defects = new LimitDefects(list, promises, file.name(), limit);
        defects.early();
        defects.missing();
      }
    }
  }

  private void early() {
    long most = limit.acceptedUpTo();
    String size = most % MIB == 0 ? most / MIB + " MiB" : bytes(most);
    refused(
        "one-byte-low",
        limit.isExact() ? "of exactly " + size : "from " + size + " on",
        v -> v.fileSize() >= most);
    refused(
        "on-the-body",
        "whose request has more than " + size,
        v -> v.request().body().length() > most);
  }

  private static String bytes(long size) {
    return String.format(Locale.ROOT, "%,d bytes", size);
  }

  private void refused(String name, String says, Predicate<RequestView> such) {
    int status = documented().map(DocumentedError::status).findFirst().orElse(413);
    List<String> clause = Stream.of("size/accepted").filter(promises::has).toList();
    list.refuses("limit-" + name, "files " + says, status, such, clause);
  }

  private void missing() {
    long most = limit.refusedAbove();
    boolean first = promises.operation().body().fields().get(0).isFile();
    taken("one-byte-high", "of " + bytes(most + 1), v -> v.fileSize() == most + 1);
    taken("missing", "of any size", v -> true);
    taken("only-with-stated-length", "whose part states no length", v -> !v.sends(STATED));
    taken("not-with-stated-length", "whose part states a length", v -> v.sends(STATED));
    taken("on-the-stated-length", "whose part states a small length", LimitDefects::statesLittle);
    taken(
        "only-in-the-sample-order",
        "in another order of parts",
        v -> first != (v.place(file) == 0));
    taken("not-when-chunked", "in a chunked request", v -> !v.has("content-length"));
  }

  private void taken(String name, String says, Predicate<RequestView> such) {
    list.add(
        "limit-" + name,
        "accepts files over its limit " + says,
        Mutations.taking(
            Mutations::isRefusal, v -> v.fileSize() > limit.refusedAbove() && such.test(v)),
        refused());
  }

  /** The clause of the refusal that is documented for such a file, or else that about its size. */
  private List<String> refused() {
    Stream<String> sizes = Stream.of("size/refused").filter(promises::has);
    return Stream.concat(documented().flatMap(error -> error.statusClauses().stream()), sizes)
        .limit(1)
        .toList();
  }

  private Stream<DocumentedError> documented() {
    return DocumentedError.of(promises).stream().filter(error -> error.isOn("too-large"));
  }

  private static boolean statesLittle(RequestView view) {
    Bytes body = view.request().body();
    Bytes start = body.slice(0, Math.min(LONGEST_HEAD, body.length()));
    Matcher stated = LENGTH.matcher(start.lenientText());
    return stated.find() && Long.parseLong(stated.group(1).strip()) < view.fileSize();
  }
}
