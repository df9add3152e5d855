package dev.assay.mock.defect;

import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.service.MockOperation;
import java.util.function.Predicate;

/** File size limits that are kept too early, or not for some files. */
record SizeDefects(DefectList list, int limit, int status, String refused) {

  private static final int MB = 1_000_000;
  private static final int MIB = 1 << 20;

  static void addTo(DefectList list) {
    if (list.isOf(MockOperation.LOG_FILE)) {
      new SizeDefects(list, 10 * MIB, 413, "size/refused").tenMegabytes();
    }
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      new SizeDefects(list, 24 * MIB, 400, "400/file-too-large").twentyFourMebibytes();
    }
  }

  private void tenMegabytes() {
    refused("limit-9-mib", "over 9 MiB", v -> v.fileSize() > 9 * MIB);
    refused("limit-5-mb", "over 5 MB", v -> v.fileSize() > 5 * MB);
    list.add(
        "too-large-answered-500",
        "answers 500 to files over its limit",
        Mutations.responses(Mutations.hasStatus(413), ResponseEdits.status(500)),
        "size/refusal",
        "silent/early-answer");
    taken("limit-12-mib", "of 12 MiB", v -> v.fileSize() <= 12 * MIB);
    byKind();
  }

  private void twentyFourMebibytes() {
    refused("limit-24-mb", "over 24,000,000 bytes", v -> v.fileSize() > 24 * MB);
    refused("limit-25-mb", "over 25,000,000 bytes", v -> v.fileSize() > 25 * MB);
    refused("limit-10-mib", "over 10 MiB", v -> v.fileSize() > 10 * MIB);
    taken("limit-25-mib", "up to 25 MiB", v -> v.fileSize() <= 25 * MIB);
    taken("limit-32-mib", "up to 32 MiB", v -> v.fileSize() <= 32 * MIB);
  }

  private void byKind() {
    taken("limit-only-without-text", "beside a message_body", v -> !v.lacks("message_body"));
    taken("limit-only-for-documents", "that are images", v -> !v.isDocument());
    taken("limit-only-for-images", "that are documents", RequestView::isDocument);
    taken("limit-only-with-text", "without message_body", v -> v.lacks("message_body"));
    refused(
        "limit-5-mb-for-images",
        "that are images of more than 5 MB",
        v -> !v.isDocument() && v.fileSize() > 5 * MB);
    refused(
        "limit-5-mb-for-documents",
        "that are documents of more than 5 MB",
        v -> v.isDocument() && v.fileSize() > 5 * MB);
  }

  private void refused(String name, String says, Predicate<RequestView> such) {
    list.add(
        name,
        "refuses files " + says,
        Mutations.refusing(such, status, "File size exceeds the 24MB limit"),
        "size/accepted");
  }

  private void taken(String name, String says, Predicate<RequestView> such) {
    list.add(
        name,
        "accepts files over its limit " + says,
        Mutations.taking(Mutations::isRefusal, v -> v.fileSize() > limit && such.test(v)),
        refused);
  }
}
