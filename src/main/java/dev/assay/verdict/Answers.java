package dev.assay.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Response;
import dev.assay.verdict.Finding.Broken;
import dev.assay.verdict.Finding.Kept;
import dev.assay.verdict.Finding.Moot;
import dev.assay.verdict.Finding.Observed;
import dev.assay.verdict.Finding.Undecided;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Expectations about an answer as a whole: its status, its media type, its error object. */
public final class Answers {

  private static final int SHOWN = 160;

  private Answers() {}

  /** That status and no other. */
  public static Expectation status(int status) {
    return Expectation.ofEach(
        "status " + status,
        exchange -> {
          Response response = exchange.response().orElseThrow();
          return response.status() == status
              ? new Kept("status " + status)
              : new Broken(inBrief(response), 0);
        });
  }

  /** A 2xx status; which one, another clause decides. */
  public static Expectation accepted() {
    return Expectation.ofEach(
        "acceptance with a 2xx status",
        exchange -> {
          Response response = exchange.response().orElseThrow();
          return response.isSuccess()
              ? new Kept("status " + response.status())
              : new Broken(inBrief(response), 0);
        });
  }

  /** Any status but a 2xx. */
  public static Expectation refused() {
    return Expectation.ofEach(
        "a refusal, never a 2xx status",
        exchange -> {
          Response response = exchange.response().orElseThrow();
          return response.isSuccess()
              ? new Broken(inBrief(response), 0)
              : new Kept(inBrief(response));
        });
  }

  /** A JSON object, wherever the status is that one. */
  public static Expectation jsonObject(int status) {
    return Expectation.ofEach(
        "a JSON object",
        exchange -> {
          Response response = exchange.response().orElseThrow();
          if (response.status() != status) {
            return new Moot("status " + response.status());
          }
          if (response.unread().isPresent()) {
            return new Undecided(response.unread().get(), 0);
          }
          return response.json().filter(JsonNode::isObject).isPresent()
              ? new Kept("a JSON object")
              : new Broken(bodyInBrief(response), 0);
        });
  }

  /** A JSON media type, with whatever parameters, wherever the status is that one. */
  public static Expectation jsonMediaType(int status) {
    return Expectation.ofEach(
        "Content-Type application/json",
        exchange -> {
          Response response = exchange.response().orElseThrow();
          if (response.status() != status) {
            return new Moot("status " + response.status());
          }
          String type = response.header("Content-Type").orElse("");
          String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
          boolean json = essence.endsWith("/json") || essence.endsWith("+json");
          return json
              ? new Kept(type)
              : new Broken(type.isEmpty() ? "no Content-Type" : "Content-Type " + type, 0);
        });
  }

  /** A JSON object with that string member, wherever the status is that one. */
  public static Expectation errorObject(int status, String member) {
    return Expectation.ofEach(
        "a JSON object with the string member `" + member + "`",
        exchange -> errorFinding(exchange, status, member, any -> true));
  }

  /** That member with exactly that text, wherever the status is that one. */
  public static Expectation errorText(int status, String member, String text) {
    return errorTextOneOf(status, member, List.of(text));
  }

  /** That member with exactly one of those texts, wherever the status is that one. */
  public static Expectation errorTextOneOf(int status, String member, List<String> texts) {
    String each =
        texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(" or "));
    return Expectation.ofEach(
        "{\"" + member + "\": " + each + "}",
        exchange -> errorFinding(exchange, status, member, texts::contains));
  }

  /** That member with a text that begins so, wherever the status is that one. */
  public static Expectation errorTextStarts(int status, String member, String start) {
    return Expectation.ofEach(
        "{\"" + member + "\": \"" + start + "…\"}",
        exchange -> errorFinding(exchange, status, member, actual -> actual.startsWith(start)));
  }

  private static Finding errorFinding(
      Exchange exchange, int status, String member, Predicate<String> right) {
    Response response = exchange.response().orElseThrow();
    if (response.status() != status) {
      return new Moot("status " + response.status());
    }
    if (response.unread().isPresent()) {
      return new Undecided(response.unread().get(), 0);
    }
    boolean kept =
        response
            .member(member)
            .filter(JsonNode::isTextual)
            .map(JsonNode::textValue)
            .filter(right)
            .isPresent();
    return kept ? new Kept(bodyInBrief(response)) : new Broken(bodyInBrief(response), 0);
  }

  /**
   * Nothing in particular: the documents are silent. A 5xx is unnatural, save 501, which declines
   * what is not implemented (RFC 9110, section 15.6.2).
   *
   * @param acceptanceUnnatural whether a 2xx is unnatural too, because the request lacks what it
   *     needs
   */
  public static Expectation anything(boolean acceptanceUnnatural) {
    String description =
        acceptanceUnnatural
            ? "no document says; a refusal would be natural"
            : "no document says; anything but a 5xx";
    return new Expectation() {
      @Override
      public String describe() {
        return description;
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        if (exchanges.isEmpty()) {
          return new Undecided("nothing was sent", 0);
        }
        return observed(exchanges.get(exchanges.size() - 1), exchanges.size() - 1);
      }

      private Finding observed(Exchange exchange, int index) {
        if (exchange.failure().isPresent()) {
          Failure failure = exchange.failure().get();
          return failure.kind() == Failure.Kind.RESET
              ? new Observed("the connection was closed without an answer", false, index)
              : new Undecided(failure.detail(), index);
        }
        Response response = exchange.response().orElseThrow();
        boolean broke = response.status() >= 500 && response.status() != 501;
        return new Observed(
            inBrief(response), broke || (acceptanceUnnatural && response.isSuccess()), index);
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
