package dev.assay.proof.defect;

import dev.assay.contract.DocumentedResponse.Occasion;
import dev.assay.contract.Field;
import dev.assay.contract.SizeLimit;
import dev.assay.mock.http.Bytes;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A limit of a file's size that is not kept, or only on some ways in.
 *
 * @param most the largest size that may be accepted, in bytes
 * @param clause the one that says that a larger one is refused
 */
record LimitDefects(DefectList list, Field file, boolean first, long most, String clause) {

  private static final int LONGEST_HEAD = 1 << 16;
  private static final String STATED = "\r\nContent-Length:";
  private static final Pattern LENGTH = Pattern.compile(STATED + " (.*?)\r\n");

  static void addTo(DefectList list, Promises promises) {
    Optional<Field> file = promises.operation().body().file();
    Optional<SizeLimit> limit = file.flatMap(Field::limit);
    boolean first = promises.operation().body().fields().stream().limit(1).anyMatch(Field::isFile);
    limit.ifPresent(
        known ->
            refusal(promises)
                .map(
                    clause ->
                        new LimitDefects(list, file.get(), first, known.refusedAbove(), clause))
                .ifPresent(LimitDefects::add));
  }

  /**
   * The clause of the refusal that is documented for such a file, or else the one about its size.
   */
  private static Optional<String> refusal(Promises promises) {
    Stream<String> documented =
        promises.operation().responses().stream()
            .flatMap(
                response ->
                    response.occasions().stream()
                        .filter(occasion -> occasion.becomes().equals("too-large"))
                        .map(Occasion::name)
                        .map(name -> promises.about("response/" + response.status() + "/" + name)));
    return Stream.concat(documented, Stream.of("size/refused").filter(promises::has)).findFirst();
  }

  private void add() {
    String oneMore = String.format(Locale.ROOT, "of %,d bytes", most + 1);
    taken("one-byte-high", oneMore, v -> v.fileSize() == most + 1);
    taken("missing", "of any size", v -> true);
    taken("only-with-stated-length", "whose part states no length", v -> !v.sends(STATED));
    taken("not-with-stated-length", "whose part states a length", v -> v.sends(STATED));
    taken("on-the-stated-length", "whose part states a small length", LimitDefects::statesLittle);
    taken(
        "only-in-the-sample-order",
        "in another order of parts",
        v -> first != (v.place(file.name()) == 0));
    taken("not-when-chunked", "in a chunked request", v -> !v.has("content-length"));
  }

  private static boolean statesLittle(RequestView view) {
    Bytes body = view.request().body();
    Bytes start = body.slice(0, Math.min(LONGEST_HEAD, body.length()));
    Matcher stated = LENGTH.matcher(start.lenientText());
    return stated.find() && Long.parseLong(stated.group(1).strip()) < view.fileSize();
  }

  private void taken(String name, String says, Predicate<RequestView> such) {
    list.add(
        "limit-" + name,
        "accepts files over its limit " + says,
        Mutations.taking(Mutations::isRefusal, v -> v.fileSize() > most && such.test(v)),
        clause);
  }
}
