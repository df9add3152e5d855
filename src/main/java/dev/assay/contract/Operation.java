package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.DocumentedResponse.ErrorExample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One endpoint of a contract.
 *
 * @param id the operationId in words of small letters, which is also the first segment of its
 *     clauses
 * @param method the HTTP method, upper case
 * @param path the path below the base URL, as documented, slashes included
 * @param parameters what a request has outside its body, those of the whole path first
 * @param body what a request carries
 * @param responses the documented answers of one status each, in the order of the file
 * @param general those of several statuses: of a kind first, then of all others
 * @param alternatives ways in which a client shows who it is, each of which is enough: all schemes
 *     of one; an empty one for whoever need not
 * @param errorExamples requests that are shown beside the refusal that they lead to
 * @param clauses what the documents say of it in words, in their order
 * @param conflicts where they contradict themselves
 * @param at file and line
 */
public record Operation(
    String id,
    String method,
    String path,
    List<Parameter> parameters,
    RequestBody body,
    List<DocumentedResponse> responses,
    List<DocumentedResponse> general,
    List<List<SecurityScheme>> alternatives,
    List<ErrorExample> errorExamples,
    List<Clause> clauses,
    List<Conflict> conflicts,
    String at) {

  /** The documented media type of the request body; empty where there is none. */
  public String mediaType() {
    return body.mediaType();
  }

  /** The JSON Schema of the request body, references resolved. */
  public JsonNode requestSchema() {
    return body.schema();
  }

  /** What it makes or takes, by the last word of its id. */
  public String noun() {
    return id.contains("-") ? id.substring(id.lastIndexOf('-') + 1) : "request";
  }

  /** All schemes by which a client may show who it is. */
  public List<SecurityScheme> security() {
    return alternatives.stream().flatMap(List::stream).distinct().toList();
  }

  /** The names of the headers that its requests have by contract. */
  public Stream<String> headers() {
    return Stream.concat(
        security().stream()
            .filter(scheme -> scheme.in().equals("header"))
            .map(SecurityScheme::name),
        parameters.stream()
            .filter(parameter -> parameter.in().equals("header"))
            .map(Parameter::name));
  }

  /**
   * The documented success.
   *
   * @throws NoSuchElementException if the contract documents none
   */
  public DocumentedResponse success() {
    return ifSuccess()
        .orElseThrow(() -> new NoSuchElementException("no success is documented for " + id));
  }

  /** The documented success; where only all other answers are documented, it is among them. */
  public Optional<DocumentedResponse> ifSuccess() {
    return allResponses()
        .filter(DocumentedResponse::isSuccess)
        .findFirst()
        .or(() -> general.stream().filter(response -> response.status() == 0).findFirst());
  }

  /** All documented successes. */
  public List<DocumentedResponse> successes() {
    return allResponses().filter(DocumentedResponse::isSuccess).toList();
  }

  /** Every documented answer, those of several statuses last. */
  public Stream<DocumentedResponse> allResponses() {
    return Stream.concat(responses.stream(), general.stream());
  }

  /** What the documents say of the answers of that status, by itself or among others. */
  public Optional<DocumentedResponse> documented(int status) {
    return allResponses().filter(response -> response.covers(status)).findFirst();
  }

  /** Whether a request of it removes what is there. */
  public boolean isDestructive() {
    return method.equals("DELETE");
  }

  /** Whether a request of it changes nothing (RFC 9110, section 9.2.1). */
  public boolean isSafe() {
    return Set.of("GET", "HEAD", "OPTIONS", "TRACE").contains(method);
  }

  /** What the documents say of the answers of that status. */
  public Optional<DocumentedResponse> response(int status) {
    return responses.stream().filter(response -> response.status() == status).findFirst();
  }

  /**
   * The clause named by its path below this operation.
   *
   * @throws NoSuchElementException if the contract has no such clause
   */
  public Clause clause(String path) {
    ClauseId wanted = new ClauseId(id, path);
    return clauses.stream()
        .filter(clause -> clause.id().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no clause " + wanted));
  }

  /**
   * The clause under which something is decided that follows from the rest of the contract: the one
   * that says so in {@code decides}, or else the one that bears its name.
   *
   * @param part of the contract, such as {@code response/201/made_at/offset}
   */
  public Optional<Clause> deciding(String part) {
    String named = id + "/" + slug(part);
    return clauses.stream()
        .filter(clause -> clause.decides().contains(part))
        .findFirst()
        .or(() -> clauses.stream().filter(clause -> clause.id().value().equals(named)).findFirst());
  }

  /** The clauses that say that they decide that part. */
  public List<Clause> allDeciding(String part) {
    return clauses.stream().filter(clause -> clause.decides().contains(part)).toList();
  }

  /** A clause for that part, which no clause in words is about. */
  public Clause clauseOf(String part, Level level, String expected) {
    return new Clause(
            new ClauseId(id, slug(part)),
            level,
            "The contract promises: " + expected + ".",
            new Source(at, method + " " + path + ", " + part),
            Optional.empty(),
            Optional.empty())
        .foundAt(at);
  }

  /** This operation with that body. */
  public Operation as(RequestBody other) {
    return new Operation(
        id,
        method,
        path,
        parameters,
        other,
        responses,
        general,
        alternatives,
        errorExamples,
        clauses,
        conflicts,
        at);
  }

  /** This operation with those clauses after its own. */
  public Operation with(Collection<Clause> more) {
    List<Clause> all = new ArrayList<>(clauses);
    all.addAll(more);
    return new Operation(
        id,
        method,
        path,
        parameters,
        body,
        responses,
        general,
        alternatives,
        errorExamples,
        List.copyOf(all),
        conflicts,
        at);
  }

  /** The name of a clause for that part: {@code 200/created-at-offset}. */
  public static String slug(String part) {
    String[] steps = words(part.replaceFirst("^response/", "")).split("/", 2);
    if (steps.length == 1) {
      return part.startsWith("response/") ? steps[0] + "/status" : steps[0];
    }
    return steps[0] + "/" + steps[1].replace('/', '-');
  }

  /** The id of the operation with that operationId: {@code add-note} for {@code addNote}. */
  public static String idOf(String operationId) {
    return words(operationId).replace('/', '-');
  }

  /** In words of small letters, however a contract writes its names. */
  private static String words(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9/-]", "-");
  }
}
