package dev.assay.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Response;
import dev.assay.verdict.Finding.Inconclusive;
import dev.assay.verdict.Finding.NotApplicable;
import dev.assay.verdict.Finding.Observed;
import dev.assay.verdict.Finding.Satisfied;
import dev.assay.verdict.Finding.Violated;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Expectations about an answer as a whole: its status, its media type, its error object. */
public final class ResponseExpectations {

  private static final int SHOWN = 160;
  private static final int NOT_IMPLEMENTED = 501;

  private ResponseExpectations() {}

  /** That status and no other. */
  public static Expectation status(int status) {
    return Expectation.ofEach(
        "status " + status,
        exchange -> {
          Response response = exchange.response().orElseThrow();
          return response.status() == status
              ? new Satisfied("status " + status)
              : new Violated(inBrief(response), 0);
        });
  }

  /** A 2xx status; which one, another clause decides. */
  public static Expectation accepted() {
    return Expectation.ofEach(
        "acceptance with a 2xx status",
        exchange -> {
          Response response = exchange.response().orElseThrow();
          return response.isSuccess()
              ? new Satisfied("status " + response.status())
              : new Violated(inBrief(response), 0);
        });
  }

  /**
   * A 4xx status, and a success breaks it. A redirect or an error of the server neither lets in nor
   * refuses, so it decides nothing.
   */
  public static Expectation refused() {
    return Expectation.ofEach(
        "a refusal with a 4xx status",
        exchange -> {
          Response response = exchange.response().orElseThrow();
          if (response.isSuccess()) {
            return new Violated(inBrief(response), 0);
          }
          return isRefusal(response.status())
              ? new Satisfied(inBrief(response))
              : new NotApplicable("status " + response.status());
        });
  }

  /** A JSON object, wherever a success has a body. */
  public static Expectation jsonObject() {
    return Expectation.ofEach(
        "a JSON object",
        exchange -> {
          Response response = exchange.response().orElseThrow();
          if (!BodyExpectations.mayTell(response)) {
            return new NotApplicable("status " + response.status());
          }
          if (response.unread().isPresent()) {
            return new Inconclusive(response.unread().get(), 0);
          }
          return response.json().filter(JsonNode::isObject).isPresent()
              ? new Satisfied("a JSON object")
              : new Violated(bodyInBrief(response), 0);
        });
  }

  /** A JSON media type, with whatever parameters, wherever a success has a body. */
  public static Expectation jsonMediaType() {
    return Expectation.ofEach(
        "Content-Type application/json",
        exchange -> {
          Response response = exchange.response().orElseThrow();
          if (!BodyExpectations.mayTell(response)) {
            return new NotApplicable("status " + response.status());
          }
          String type = response.header("Content-Type").orElse("");
          String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
          boolean json = essence.endsWith("/json") || essence.endsWith("+json");
          return json
              ? new Satisfied(type)
              : new Violated(type.isEmpty() ? "no Content-Type" : "Content-Type " + type, 0);
        });
  }

  /**
   * A JSON object with that string member, in an answer of that status and in whatever 4xx took its
   * place.
   */
  public static Expectation errorObject(int status, String member) {
    return Expectation.ofEach(
        "a JSON object with the string member `" + member + "`",
        exchange ->
            errorFinding(
                exchange,
                status,
                response ->
                    response.json().filter(JsonNode::isObject).isPresent()
                        && text(response, member).isPresent()));
  }

  /** That member with exactly that text; asked of the same answers. */
  public static Expectation errorText(int status, String member, String text) {
    return errorTextOneOf(status, member, List.of(text));
  }

  /** That member with exactly one of those texts; asked of the same answers. */
  public static Expectation errorTextOneOf(int status, String member, List<String> texts) {
    String each =
        texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(" or "));
    return Expectation.ofEach(
        "{\"" + member + "\": " + each + "}",
        exchange -> errorText(exchange, status, member, texts::contains));
  }

  /** That member with a text that begins so; asked of the same answers. */
  public static Expectation errorTextStarts(int status, String member, String start) {
    return Expectation.ofEach(
        "{\"" + member + "\": \"" + start + "…\"}",
        exchange -> errorText(exchange, status, member, actual -> actual.startsWith(start)));
  }

  /** That member with exactly that text, or with one that begins so; asked of the same answers. */
  public static Expectation errorTextOrStart(int status, String member, String text, String start) {
    return Expectation.ofEach(
        "{\"%s\": \"%s\" or \"%s…\"}".formatted(member, text, start),
        exchange ->
            errorText(
                exchange,
                status,
                member,
                actual -> actual.equals(text) || actual.startsWith(start)));
  }

  private static Finding errorText(
      Exchange exchange, int status, String member, Predicate<String> right) {
    return errorFinding(
        exchange, status, response -> text(response, member).filter(right).isPresent());
  }

  /**
   * A refusal of another 4xx status than the documented one has its error object and its text to
   * show all the same, so that its faults are all reported at once.
   */
  private static Finding errorFinding(Exchange exchange, int status, Predicate<Response> right) {
    Response response = exchange.response().orElseThrow();
    boolean inPlace = isRefusal(status) && isRefusal(response.status());
    if (response.status() != status && !inPlace) {
      return new NotApplicable("status " + response.status());
    }
    if (response.unread().isPresent()) {
      return new Inconclusive(response.unread().get(), 0);
    }
    return right.test(response)
        ? new Satisfied(bodyInBrief(response))
        : new Violated(bodyInBrief(response), 0);
  }

  private static Optional<String> text(Response response, String member) {
    return response.member(member).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  private static boolean isRefusal(int status) {
    return status / 100 == 4;
  }

  /**
   * Nothing in particular: the documents are silent. A 5xx is unnatural, save 501, which declines
   * what is not implemented (RFC 9110, section 15.6.2).
   *
   * @param acceptanceUnnatural whether a 2xx is unnatural too, because the request lacks what it
   *     needs
   */
  public static Expectation anything(boolean acceptanceUnnatural) {
    return acceptanceUnnatural
        ? silent("a refusal would be natural", Response::isSuccess)
        : silent("anything but a 5xx", response -> false);
  }

  /** Anything at all, where a success with all of these members would be unnatural. */
  public static Expectation anythingWithout(Collection<String> members) {
    return silent(
        "anything but a 5xx or a success with " + String.join(", ", members),
        response ->
            response.isSuccess()
                && members.stream().allMatch(name -> response.member(name).isPresent()));
  }

  private static Expectation silent(String natural, Predicate<Response> unnatural) {
    return new Expectation() {
      @Override
      public String describe() {
        return "no document says; " + natural;
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        if (exchanges.isEmpty()) {
          return new Inconclusive("nothing was sent", 0);
        }
        return observed(exchanges.get(exchanges.size() - 1), exchanges.size() - 1);
      }

      private Finding observed(Exchange exchange, int index) {
        if (exchange.failure().isPresent()) {
          Failure failure = exchange.failure().get();
          return failure.kind() == Failure.Kind.RESET
              ? new Observed("the connection was closed without an answer", false, index)
              : new Inconclusive(failure.detail(), index);
        }
        Response response = exchange.response().orElseThrow();
        boolean broke = response.status() >= 500 && response.status() != NOT_IMPLEMENTED;
        return new Observed(inBrief(response), broke || unnatural.test(response), index);
      }
    };
  }

  /** Records these headers of the answer. */
  public static Expectation headersRecorded(List<String> names) {
    return Expectation.ofEach(
        "no document says; recorded",
        exchange -> {
          Response response = exchange.response().orElseThrow();
          String seen =
              names.stream()
                  .map(name -> name + ": " + response.header(name).orElse("(none)"))
                  .collect(Collectors.joining(", "));
          return new Observed(seen, false, 0);
        });
  }

  /** The status and the beginning of the body. */
  static String inBrief(Response response) {
    return "status " + response.status() + ", " + bodyInBrief(response);
  }

  private static String bodyInBrief(Response response) {
    String text = response.text().strip();
    if (text.isEmpty()) {
      return "no body";
    }
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
