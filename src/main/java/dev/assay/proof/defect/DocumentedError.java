package dev.assay.proof.defect;

import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.DocumentedResponse.Occasion;
import dev.assay.contract.SecurityScheme;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.Mutations;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A refusal that an operation documents.
 *
 * @param response what is said of those with its status
 * @param occasion on which it is given; empty if any with that status is meant
 */
record DocumentedError(Promises promises, DocumentedResponse response, String occasion) {

  private static final int UNAUTHORIZED = 401;

  /** All that it documents; where each occasion has a text of its own, one for each. */
  static List<DocumentedError> of(Promises promises) {
    return promises.operation().responses().stream()
        .filter(response -> response.status() >= 400)
        .flatMap(
            response ->
                names(promises, response)
                    .map(name -> new DocumentedError(promises, response, name)))
        .filter(error -> !error.statusClauses().isEmpty())
        .toList();
  }

  private static Stream<String> names(Promises promises, DocumentedResponse response) {
    boolean ofKey = response.status() == UNAUTHORIZED && promises.key().isPresent();
    boolean one = ofKey || response.occasions().isEmpty() || !response.errorTexts().isEmpty();
    return one ? Stream.of("") : response.occasions().stream().map(Occasion::name).distinct();
  }

  int status() {
    return response.status();
  }

  /** A slug. */
  String name() {
    return status() + (occasion.isEmpty() ? "" : "-" + occasion);
  }

  /** Which one it is, to follow "the". */
  String says() {
    return status() + (occasion.isEmpty() ? "" : " for " + occasion.replace('-', ' '));
  }

  /** Whether its whole text is documented, and not only how it begins. */
  boolean isExact() {
    return status() < 500;
  }

  /** Whether a response is this refusal. */
  Predicate<MockResponse> matches() {
    Optional<String> text = occasions().findFirst().flatMap(Occasion::text);
    return Mutations.hasStatus(status())
        .and(Mutations.says(occasion.isEmpty() ? "" : text.orElse("")));
  }

  /** Whether it is given where something becomes that. */
  boolean isOn(String becomes) {
    return occasions().anyMatch(each -> each.becomes().equals(becomes));
  }

  private Stream<Occasion> occasions() {
    return response.occasions().stream()
        .filter(each -> occasion.isEmpty() || each.name().equals(occasion));
  }

  /** The clauses about its status. */
  List<String> statusClauses() {
    return parts().isEmpty() ? own(path -> !path.endsWith("-text")) : about("");
  }

  /** The clauses about its text. */
  List<String> textClauses() {
    if (parts().isEmpty()) {
      return own(path -> path.endsWith("-text"));
    }
    return response.textsOfErrors().isEmpty() ? List.of() : about("/text");
  }

  /** The clauses that are broken where it has no text at all. */
  List<String> bodyClauses() {
    Stream<String> object =
        response.errorMember().stream().map(any -> promises.about("error-object"));
    return Stream.concat(textClauses().stream(), object).toList();
  }

  /** The clauses that are broken where that status is answered in its place. */
  List<String> brokenBy(int other) {
    Stream<String> more =
        switch (other) {
          case 200, 201, 202, 204 -> noticingSuccess();
          case 500 -> noticingCrash();
          default -> Stream.of();
        };
    return Stream.concat(statusClauses().stream(), more).toList();
  }

  /** The clauses besides of cases that come upon this refusal, and must not see a 500 instead. */
  private Stream<String> noticingCrash() {
    return Stream.of(
            where(status() == UNAUTHORIZED, "silent/authorization-forms"),
            known(status() == UNAUTHORIZED, "silent/order-of-checks"),
            known(status() != 500, "500/internal-error"),
            unknownValue(),
            fields())
        .flatMap(paths -> paths);
  }

  /** The same for a success. */
  private Stream<String> noticingSuccess() {
    boolean isJson = !promises.operation().body().isForm();
    Stream<String> near =
        occasions()
            .filter(each -> promises.isRequired(each.becomes()).isPresent())
            .filter(each -> promises.field(each.field()).isPresent())
            .map(each -> promises.about("response/" + status() + "/near-identifier"))
            .limit(1);
    return Stream.of(
            near, unknownValue(), isJson && isOn("absent") ? fields() : Stream.<String>of())
        .flatMap(paths -> paths);
  }

  /** What becomes of a value that nobody has, where the one that is refused is another. */
  private Stream<String> unknownValue() {
    return occasions()
        .filter(each -> promises.field(each.field()).isPresent())
        .flatMap(each -> promises.isRequired(each.becomes()).stream())
        .filter(required -> required)
        .map(required -> promises.about("silent/unknown-value"))
        .limit(1);
  }

  private static Stream<String> where(boolean holds, String path) {
    return holds ? Stream.of(path) : Stream.of();
  }

  private Stream<String> known(boolean holds, String path) {
    return where(holds && promises.has(path), path);
  }

  /** What becomes of odd values in a field, if it is about one. */
  private Stream<String> fields() {
    return occasions()
        .flatMap(each -> promises.field(each.field()).stream())
        .filter(field -> !field.isFile())
        .map(field -> "silent/field-values")
        .limit(1);
  }

  /** What the contract calls its reasons. */
  private List<String> parts() {
    boolean ofKey = status() == UNAUTHORIZED && promises.key().isPresent();
    return ofKey ? wrongKeys() : occasions().map(Occasion::name).distinct().toList();
  }

  private List<String> wrongKeys() {
    List<String> all = List.of("missing-header", "invalid-header", "other-scheme");
    return promises.key().get().kind() == SecurityScheme.Kind.KEY ? all.subList(0, 2) : all;
  }

  private List<String> about(String end) {
    return parts().stream()
        .map(part -> promises.about("response/" + status() + "/" + part + end))
        .distinct()
        .toList();
  }

  /** The clauses of that status, where no change to the request is said to provoke it. */
  private List<String> own(Predicate<String> such) {
    return promises
        .breakable()
        .filter(path -> path.startsWith(status() + "/"))
        .filter(such)
        .toList();
  }
}
