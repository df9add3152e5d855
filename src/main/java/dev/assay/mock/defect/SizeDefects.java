package dev.assay.mock.defect;

import dev.assay.mock.http.Bytes;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.service.MockOperation;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** File size limits that are not kept, kept too early, or only on some ways in. */
final class SizeDefects {

  private static final int MB = 1_000_000;
  private static final int MIB = 1 << 20;

  private final DefectList list;
  private final String accepted = "size/accepted";
  private final String refused;
  private final int limit;
  private final int status;

  private SizeDefects(DefectList list) {
    this.list = list;
    boolean haptik = list.operation().isHaptik();
    this.refused = haptik ? "size/refused" : "400/file-too-large";
    this.limit = (haptik ? 10 : 24) * MIB;
    this.status = haptik ? 413 : 400;
  }

  static void addTo(DefectList list) {
    SizeDefects defects = new SizeDefects(list);
    if (list.isOf(MockOperation.LOG_FILE)) {
      defects.tenMegabytes();
      defects.notKept();
      defects.byKind();
    }
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      defects.twentyFourMebibytes();
      defects.notKept();
    }
  }

  private void tenMegabytes() {
    early("limit-one-byte-low", "from 10,000,000 bytes on", size -> size >= 10 * MB);
    early("limit-9-mib", "over 9 MiB", size -> size > 9 * MIB);
    early("limit-5-mb", "over 5 MB", size -> size > 5 * MB);
    whole("limit-on-the-body", "whose request has more than 10,000,000 bytes", 10 * MB);
    taken("limit-one-byte-high", "of 10,485,761 bytes", view -> view.fileSize() == limit + 1);
    list.add(
        "too-large-answered-500",
        "answers 500 to files over its limit",
        Mutations.replies(
            Mutations.hasStatus(413), response -> ResponseEdits.status(response, 500)),
        "size/refusal",
        "silent/early-answer");
    taken(
        "limit-12-mib",
        "of 12 MiB",
        view -> view.fileSize() > limit && view.fileSize() <= 12 * MIB);
  }

  private void twentyFourMebibytes() {
    early("limit-one-byte-low", "of exactly 24 MiB", size -> size >= limit);
    early("limit-24-mb", "over 24,000,000 bytes", size -> size > 24 * MB);
    early("limit-25-mb", "over 25,000,000 bytes", size -> size > 25 * MB);
    early("limit-10-mib", "over 10 MiB", size -> size > 10 * MIB);
    whole("limit-on-the-body", "whose request has more than 24 MiB", limit);
    taken("limit-one-byte-high", "of 25,165,825 bytes", view -> view.fileSize() == limit + 1);
    taken("limit-25-mib", "up to 25 MiB", view -> view.fileSize() <= 25 * MIB);
    taken("limit-32-mib", "up to 32 MiB", view -> view.fileSize() <= 32 * MIB);
  }

  private void notKept() {
    taken("limit-missing", "of any size", view -> true);
    taken(
        "limit-only-with-stated-length",
        "whose part states no length",
        view -> !view.statesLength());
    taken("limit-not-with-stated-length", "whose part states a length", RequestView::statesLength);
    taken(
        "limit-on-the-stated-length",
        "whose part states a small length",
        SizeDefects::statesLittle);
    taken("limit-only-in-the-sample-order", "in another order of parts", this::isReordered);
    taken("limit-not-when-chunked", "in a chunked request", RequestView::isChunked);
  }

  private boolean isReordered(RequestView view) {
    boolean first = view.place("file") == 0;
    return list.isOf(MockOperation.LOG_FILE) == first;
  }

  private void byKind() {
    taken(
        "limit-only-without-text",
        "beside a message_body",
        a -> a.text("message_body").isPresent());
    taken("limit-only-for-documents", "that are images", view -> !isDocument(view));
    taken("limit-only-for-images", "that are documents", SizeDefects::isDocument);
    taken("limit-only-with-text", "without message_body", a -> a.text("message_body").isEmpty());
    refuse(
        "limit-5-mb-for-images",
        "that are images of more than 5 MB",
        view -> !isDocument(view) && view.fileSize() > 5 * MB);
    refuse(
        "limit-5-mb-for-documents",
        "that are documents of more than 5 MB",
        view -> isDocument(view) && view.fileSize() > 5 * MB);
  }

  private static boolean isDocument(RequestView view) {
    return view.text("message_type").orElse("").equals("52");
  }

  private static boolean statesLittle(RequestView view) {
    Bytes start = Bytes.utf8("\r\nContent-Length: ");
    int at = view.request().body().indexOf(start, 0);
    if (at < 0) {
      return false;
    }
    int from = at + start.length();
    Bytes digits =
        view.request().body().slice(from, view.request().body().indexOf(Bytes.utf8("\r\n"), from));
    return Long.parseLong(digits.lenientText().strip()) < view.fileSize();
  }

  private void early(String name, String says, IntPredicate size) {
    refuse(name, says, view -> size.test(view.fileSize()));
  }

  private void whole(String name, String says, int most) {
    refuse(name, says, view -> view.request().body().length() > most);
  }

  private void refuse(String name, String says, Predicate<RequestView> such) {
    list.add(
        name,
        "refuses files " + says,
        Mutations.refusing(such, status, "File size exceeds the 24MB limit"),
        accepted);
  }

  private void taken(String name, String says, Predicate<RequestView> such) {
    list.add(
        name,
        "accepts files over its limit " + says,
        Mutations.taking(Mutations.isRefusal(), view -> view.fileSize() > limit && such.test(view)),
        refused);
  }
}
