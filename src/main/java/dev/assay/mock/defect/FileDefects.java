package dev.assay.mock.defect;

import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.service.MockOperation;
import java.util.List;
import java.util.Set;

/**
 * Files that are refused for their formats or names, or accepted in formats that are not listed.
 */
record FileDefects(DefectList list) {

  private static final String NAME = "request/file-name";
  private static final String STATUS = "200/status";
  private static final String UNLISTED = "types/unlisted";
  private static final String ASCII = "\\x00-\\x7F";
  private static final List<String> RARE =
      List.of("docx", "doc", "xls", "xlsx", "csv", "jpeg", "png", "gif");
  private static final String KNOWN = "docx|doc|pdf|xls|xlsx|csv|jpg|jpeg|png|gif";
  private static final Set<String> ODD = Set.of("exe", "txt", "html", "svg", "zip");

  /** What is broken where documents are refused. */
  static final List<String> DOCUMENTS =
      List.of(
          "request/message-type-document",
          STATUS,
          "types/docx",
          "types/doc",
          "types/pdf",
          "types/xls",
          "types/xlsx",
          "types/csv",
          "size/accepted");

  static void addTo(DefectList list) {
    FileDefects defects = new FileDefects(list);
    if (list.isOf(MockOperation.LOG_FILE)) {
      defects.formats();
      defects.unlisted();
    }
    if (list.isOf(MockOperation.LOG_FILE, MockOperation.UPLOAD_FILE)) {
      defects.names();
      defects.misread();
    }
  }

  /** What is broken where images are refused. */
  static List<String> images(DefectList list) {
    return list.acceptance().stream()
        .filter(path -> !path.matches("request/message-type-document|types/(docx?|pdf|xlsx?|csv)"))
        .toList();
  }

  private void formats() {
    RARE.forEach(extension -> format(extension, List.of("types/" + extension, STATUS)));
    format(
        "jpg",
        images(list).stream().filter(path -> !path.matches("types/(jpeg|png|gif)")).toList());
    format("pdf", List.of("request/message-type-document", STATUS, "types/pdf", "size/accepted"));
  }

  private void format(String extension, List<String> clauses) {
    list.refuses(
        extension + "-refused",
        "." + extension + " files",
        415,
        v -> v.extension().equals(extension),
        clauses);
  }

  private void unlisted() {
    list.add(
        "unlisted-extensions-accepted",
        "accepts extensions that are not listed",
        Mutations.taking(Mutations::isRefusal, v -> ODD.contains(v.extension())),
        UNLISTED);
    list.add(
        "txt-accepted",
        "accepts .txt files",
        Mutations.taking(Mutations::isRefusal, v -> v.extension().equals("txt")),
        UNLISTED);
    list.add(
        "unlisted-extensions-answered-500",
        "answers 500 to extensions that are not listed",
        Mutations.refusing(v -> ODD.contains(v.extension()), 500, "no such format"),
        UNLISTED);
  }

  private void names() {
    name("outside-ascii", "outside ASCII", ".*[^" + ASCII + "].*");
    name("with-blanks", "with blanks", ".* .*");
    name("with-brackets", "with brackets", ".*[(\\[{].*");
    name("with-punctuation", "with punctuation", ".*[&;#!].*");
    name("with-a-dot-first", "that begin with a dot", "\\..+\\..*");
    name("with-a-dash-first", "that begin with a dash", "-.*");
    name("with-capitals-only", "in capitals", "[A-Z0-9-]{9,}\\..*");
    name("with-emoji", "with emoji", ".*[\\x{10000}-\\x{10FFFF}].*");
    name("with-combining-marks", "with accents of their own", ".*\\p{IsLatin}\\p{M}.*");
    name("with-composed-accents", "with composed accents", ".*[À-ÿ].*");
    name("from-right-to-left", "from right to left", ".*[\\u0590-\\u06FF].*");
    name("of-200-characters", "of 200 or more characters", ".{200,}");
    name("of-one-letter", "of one letter", ".\\..*");
    name("with-two-extensions", "with two extensions", ".*\\.pdf\\..*");
  }

  private void name(String name, String says, String form) {
    refused("file-names-" + name + "-refused", "refuses file names " + says, form);
  }

  private void refused(String name, String says, String form) {
    list.add(name, says, Mutations.refusing(v -> v.isNamed(form), 400, "odd name"), NAME);
  }

  private void misread() {
    refused(
        "first-dot-begins-extension",
        "takes what follows the first dot of a file's name for its extension",
        "(?!(?:[^.]*\\.)?+(?:" + KNOWN + ")(?:\\..*)?$).*");
    refused(
        "file-name-cut-at-semicolon",
        "cuts a file's name at a semicolon, and finds no extension then",
        ".*;.*");
    list.add(
        "crash-on-odd-file-name",
        "answers 500 to a file name outside ASCII",
        Mutations.refusing(v -> v.isNamed(".*[^" + ASCII + "].*"), 500, "Internal server error"),
        NAME);
    list.add(
        "file-url-with-the-name-as-sent",
        "returns a file_url that ends in the file's name as it was sent",
        Mutations.edits(
            (view, response) ->
                view.isNamed(".* .*")
                    ? ResponseEdits.textMember("file_url", url -> url + "?name=" + view.fileName())
                        .apply(response)
                    : response),
        "200/file-url");
  }
}
