package dev.assay.mock.defect;

import dev.assay.mock.http.ReceivedPart;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import java.util.Set;
import java.util.function.Predicate;

/** Files that are refused for their names. */
final class FileNameDefects {

  private static final String NAME = "request/file-name";
  private static final Set<String> KNOWN =
      Set.of("docx", "doc", "pdf", "xls", "xlsx", "csv", "jpg", "jpeg", "png", "gif");

  private final DefectList list;

  private FileNameDefects(DefectList list) {
    this.list = list;
  }

  static void addTo(DefectList list) {
    if (list.operation().takesFile()) {
      FileNameDefects defects = new FileNameDefects(list);
      defects.refused();
      defects.misread();
    }
  }

  private void refused() {
    form("outside-ascii", "outside ASCII", ".*[^\\x00-\\x7F].*");
    form("with-blanks", "with blanks", ".* .*");
    form("with-brackets", "with brackets", ".*[(\\[{].*");
    form("with-punctuation", "with punctuation", ".*[&;#!].*");
    form("with-a-dot-first", "that begin with a dot", "\\..+\\..*");
    form("with-a-dash-first", "that begin with a dash", "-.*");
    form("with-capitals-only", "in capitals", "[A-Z0-9-]{9,}\\..*");
    form("with-emoji", "with emoji", ".*[\\x{10000}-\\x{10FFFF}].*");
    form("with-combining-marks", "with accents of their own", ".*\\p{IsLatin}\\p{M}.*");
    form("with-composed-accents", "with composed accents", ".*[À-ÿ].*");
    form("from-right-to-left", "from right to left", ".*[\\u0590-\\u06FF].*");
    form("of-200-characters", "of 200 or more characters", ".{200,}");
    form("of-one-letter", "of one letter", ".\\..*");
    form("with-two-extensions", "with two extensions", ".*\\.pdf\\..*");
  }

  private void misread() {
    such(
        "first-dot-begins-extension",
        "takes what follows the first dot of a file's name for its extension",
        name -> !KNOWN.contains(name.replaceFirst("^[^.]*\\.", "").replaceFirst("\\..*", "")));
    such(
        "file-name-cut-at-semicolon",
        "cuts a file's name at a semicolon, and finds no extension then",
        name -> name.contains(";"));
    list.add(
        "crash-on-odd-file-name",
        "answers 500 to a file name outside ASCII",
        Mutations.refusing(
            view -> isNamed(view, n -> n.matches(".*[^\\x00-\\x7F].*")),
            500,
            "Internal server error"),
        NAME);
    list.add(
        "file-url-with-the-name-as-sent",
        "returns a file_url that ends in the file's name as it was sent",
        Mutation.answers(
            (genuine, context) ->
                request -> {
                  String name =
                      RequestView.by(request).file().flatMap(ReceivedPart::fileName).orElse("");
                  return ResponseEdits.object(
                          object -> {
                            if (name.contains(" ") && object.has("file_url")) {
                              String url = object.path("file_url").asText();
                              object.put("file_url", url + "?name=" + name);
                            }
                          })
                      .apply(genuine.answer(request));
                }),
        "200/file-url");
  }

  private void form(String name, String says, String form) {
    such("file-names-" + name + "-refused", "refuses file names " + says, n -> n.matches(form));
  }

  private void such(String name, String says, Predicate<String> such) {
    list.add(name, says, Mutations.refusing(view -> isNamed(view, such), 400, "odd name"), NAME);
  }

  private static boolean isNamed(RequestView view, Predicate<String> such) {
    return view.file().flatMap(ReceivedPart::fileName).filter(such).isPresent();
  }
}
