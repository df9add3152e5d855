package dev.assay.mock.defect;

import dev.assay.mock.mutation.ClauseGroups;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.service.MockOperation;
import java.util.List;
import java.util.Set;

/** Formats that {@code log_file_from_user} lists and refuses, or does not list and accepts. */
final class FormatDefects {

  private static final List<String> RARE =
      List.of("docx", "doc", "xls", "xlsx", "csv", "jpeg", "png", "gif");

  private FormatDefects() {}

  static void addTo(DefectList list) {
    if (list.isOf(MockOperation.LOG_FILE)) {
      RARE.forEach(extension -> refused(list, extension));
      frequent(list);
      unlisted(list);
    }
  }

  private static void refused(DefectList list, String extension) {
    list.add(
        extension + "-refused",
        "refuses ." + extension + " files",
        Mutations.refusing(
            view -> view.extension().equals(extension), 415, "file extension is not supported"),
        "types/" + extension,
        "200/status");
  }

  private static void frequent(DefectList list) {
    list.add(
        "jpg-refused",
        "refuses .jpg files",
        Mutations.refusing(view -> view.extension().equals("jpg"), 415, "not supported"),
        ClauseGroups.images().stream()
            .filter(path -> !path.startsWith("types/") || path.equals("types/jpg"))
            .toList());
    list.add(
        "pdf-refused",
        "refuses .pdf files",
        Mutations.refusing(view -> view.extension().equals("pdf"), 415, "not supported"),
        "request/message-type-document",
        "200/status",
        "types/pdf",
        "size/accepted");
  }

  private static void unlisted(DefectList list) {
    Set<String> odd = Set.of("exe", "txt", "html", "svg", "zip");
    list.add(
        "unlisted-extensions-accepted",
        "accepts extensions that are not listed",
        Mutations.taking(Mutations.isRefusal(), view -> odd.contains(view.extension())),
        "types/unlisted");
    list.add(
        "txt-accepted",
        "accepts .txt files",
        Mutations.taking(Mutations.isRefusal(), view -> view.extension().equals("txt")),
        "types/unlisted");
    list.add(
        "unlisted-extensions-answered-500",
        "answers 500 to extensions that are not listed",
        Mutations.refusing(view -> odd.contains(view.extension()), 500, "no such format"),
        "types/unlisted");
  }
}
