package dev.assay.proof.defect;

import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.DocumentedResponse.Occasion;
import dev.assay.contract.SecurityScheme;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.Mutations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A refusal that an operation documents.
 *
 * @param status its status
 * @param occasion on which it is given; empty if any with that status is meant
 * @param text the beginning of its text; empty if any with that status is meant
 * @param statusClauses the clauses about its status
 * @param textClauses the clauses about its text
 * @param bodyClauses the clauses that are broken where it has no text at all
 * @param crashClauses those which besides notice a 500 in its place
 * @param lenientClauses those which besides notice a success in its place
 */
record DocumentedError(
    int status,
    String occasion,
    String text,
    List<String> statusClauses,
    List<String> textClauses,
    List<String> bodyClauses,
    List<String> crashClauses,
    List<String> lenientClauses) {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  /** All that it documents; where texts differ by occasion, one for each occasion. */
  static List<DocumentedError> of(Promises promises) {
    return promises.operation().responses().stream()
        .filter(response -> response.status() >= 400)
        .flatMap(response -> new Reader(promises, response).read())
        .filter(error -> !error.statusClauses().isEmpty())
        .toList();
  }

  /** A slug. */
  String name() {
    return occasion.isEmpty() ? says() : status + "-" + occasion;
  }

  /** Which one it is, to follow "the". */
  String says() {
    return status + (occasion.isEmpty() ? "" : " for " + occasion.replace('-', ' '));
  }

  /** The clauses that are broken where that status is answered in its place. */
  List<String> brokenBy(int other) {
    List<String> more =
        switch (other) {
          case 200 -> lenientClauses;
          case 500 -> crashClauses;
          default -> List.of();
        };
    return Stream.of(statusClauses, more).flatMap(List::stream).toList();
  }

  /** Whether its whole text is documented, and not only how it begins. */
  boolean isExact() {
    return status < 500;
  }

  /** Whether a response is this refusal. */
  Predicate<MockResponse> matches() {
    return Mutations.hasStatus(status).and(Mutations.says(text));
  }

  /** Reads what the contract says of the refusals of one status. */
  private record Reader(Promises promises, DocumentedResponse response) {

    Stream<DocumentedError> read() {
      List<Occasion> occasions = response.occasions();
      if (response.status() == UNAUTHORIZED && promises.key().isPresent()) {
        return Stream.of(error("", occasions, parts(promises.key().get())));
      }
      List<String> names = occasions.stream().map(Occasion::name).distinct().toList();
      return names.isEmpty() || !response.errorTexts().isEmpty()
          ? Stream.of(error("", occasions, names))
          : names.stream().map(this::one);
    }

    private static List<String> parts(SecurityScheme key) {
      List<String> parts = List.of("missing-header", "invalid-header", "other-scheme");
      return key.kind() == SecurityScheme.Kind.KEY ? parts.subList(0, 2) : parts;
    }

    private DocumentedError one(String name) {
      List<Occasion> occasions =
          response.occasions().stream().filter(each -> each.name().equals(name)).toList();
      return error(name, occasions, List.of(name));
    }

    private DocumentedError error(String name, List<Occasion> occasions, List<String> parts) {
      List<String> texts = textClauses(parts);
      List<String> body = new ArrayList<>(texts);
      response.errorMember().ifPresent(any -> body.add(promises.about("error-object")));
      return new DocumentedError(
          response.status(),
          name,
          name.isEmpty() ? "" : occasions.get(0).text().orElse(""),
          parts.isEmpty() ? own(false) : about(parts, ""),
          texts,
          body,
          crash(occasions),
          lenient(occasions));
    }

    private List<String> textClauses(List<String> parts) {
      if (parts.isEmpty()) {
        return own(true);
      }
      return response.textsOfErrors().isEmpty() ? List.of() : about(parts, "/text");
    }

    private List<String> about(List<String> parts, String end) {
      return parts.stream()
          .map(part -> promises.about("response/" + response.status() + "/" + part + end))
          .distinct()
          .toList();
    }

    /** The clauses of that status, where no change to the request is said to provoke it. */
    private List<String> own(boolean ofText) {
      return promises
          .breakable()
          .filter(path -> path.startsWith(response.status() + "/"))
          .filter(path -> path.endsWith("-text") == ofText)
          .toList();
    }

    /** Where cases that are about something else come upon this refusal. */
    private List<String> crash(List<Occasion> occasions) {
      List<String> clauses = new ArrayList<>();
      if (response.status() == UNAUTHORIZED) {
        clauses.add("silent/authorization-forms");
        Stream.of("silent/order-of-checks").filter(promises::has).forEach(clauses::add);
      }
      if (occasions.stream().anyMatch(this::isOfField)) {
        clauses.add("silent/field-values");
      }
      Stream.of("500/internal-error")
          .filter(path -> response.status() != 500 && promises.has(path))
          .forEach(clauses::add);
      return clauses;
    }

    private boolean isOfField(Occasion occasion) {
      return promises.field(occasion.field()).filter(field -> !field.isFile()).isPresent();
    }

    private List<String> lenient(List<Occasion> occasions) {
      List<String> clauses = new ArrayList<>();
      Stream.of("403/near-identifier")
          .filter(path -> response.status() == FORBIDDEN && promises.has(path))
          .forEach(clauses::add);
      boolean absent = occasions.stream().anyMatch(each -> each.becomes().equals("absent"));
      if (absent
          && !promises.operation().body().isForm()
          && occasions.stream().anyMatch(this::isOfField)) {
        clauses.add("silent/field-values");
      }
      return clauses;
    }
  }
}
