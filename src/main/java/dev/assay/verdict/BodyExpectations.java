package dev.assay.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Response;
import dev.assay.verdict.Finding.Inconclusive;
import dev.assay.verdict.Finding.NotApplicable;
import dev.assay.verdict.Finding.Observed;
import dev.assay.verdict.Finding.Satisfied;
import dev.assay.verdict.Finding.Violated;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Expectations about members of the JSON object in a successful answer. */
public final class BodyExpectations {

  private static final int SHOWN = 200;
  private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205);

  private BodyExpectations() {}

  /** All of these members are there; others may be too. */
  public static Expectation present(List<String> names) {
    return onSuccess(
        "the members " + String.join(", ", names),
        exchange -> {
          List<String> absent =
              names.stream().filter(name -> exchange.member(name).isEmpty()).toList();
          return absent.isEmpty()
              ? new Satisfied("all of them")
              : new Violated("without " + String.join(", ", absent), 0);
        });
  }

  /** A whole number, in the sense of JSON Schema: 5 and 5.0 are the same. */
  public static Expectation integer(String name) {
    return member(name, "a JSON integer", node -> whole(node).isPresent());
  }

  /** That whole number. */
  public static Expectation integer(String name, long value) {
    BigInteger wanted = BigInteger.valueOf(value);
    return member(
        name, "the integer " + value, node -> whole(node).filter(wanted::equals).isPresent());
  }

  /** A whole number that is another than that one. */
  public static Expectation integerOtherThan(String name, long value) {
    BigInteger unwanted = BigInteger.valueOf(value);
    return member(
        name,
        "a JSON integer other than " + value,
        node -> whole(node).filter(found -> !found.equals(unwanted)).isPresent());
  }

  /** That string, to the letter. */
  public static Expectation text(String name, String value) {
    return onSuccess(
        "`" + name + "` " + quoted(value),
        exchange ->
            found(exchange, name, node -> node.isTextual() && node.textValue().equals(value)));
  }

  /** The text that the request gave under the same name, to the letter. */
  public static Expectation echo(String name) {
    return onSuccess(
        "`" + name + "` as it was sent",
        exchange -> {
          String sent = exchange.request().field(name).orElse("");
          Finding found =
              found(exchange, name, node -> node.isTextual() && node.textValue().equals(sent));
          return found instanceof Violated broken
              ? new Violated(broken.actual() + " for " + TextNode.valueOf(cut(sent)), 0)
              : found;
        });
  }

  /** An absolute http or https URL (RFC 3986, section 4.3). */
  public static Expectation webUrl(String name) {
    return member(name, "an absolute http or https URL", node -> webUrl(node).isPresent());
  }

  /** Records how that member looks. */
  public static Expectation recorded(String name, Function<JsonNode, String> look) {
    return onSuccess(
        "no document says; recorded",
        exchange ->
            new Observed(exchange.member(name).map(look).orElse("no `" + name + "`"), false, 0));
  }

  /** No two answers of the case share the value of that member. */
  public static Expectation distinct(String name) {
    return new Expectation() {
      @Override
      public String describe() {
        return "a different `" + name + "` in every answer";
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        Map<Object, Integer> seen = new HashMap<>();
        for (int i = 0; i < exchanges.size(); i++) {
          Optional<Object> value =
              successful(exchanges.get(i))
                  .flatMap(answer -> answer.member(name))
                  .filter(node -> !node.isNull())
                  .map(BodyExpectations::comparable);
          Integer before = value.map(v -> seen.get(v)).orElse(null);
          if (before != null) {
            return new Violated(
                "`%s` %s in answers %s and %s"
                    .formatted(name, value.orElseThrow(), before + 1, i + 1),
                i);
          }
          int at = i;
          value.ifPresent(v -> seen.put(v, at));
        }
        return seen.size() < 2
            ? new NotApplicable("fewer than two answers have `" + name + "`")
            : new Satisfied(seen.size() + " different values");
      }
    };
  }

  /** The URL, if the node is a string that holds one. */
  public static Optional<URI> webUrl(JsonNode node) {
    if (!node.isTextual()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(node.textValue());
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getRawAuthority() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The whole number, if the node is one. */
  public static Optional<BigInteger> whole(JsonNode node) {
    if (node.isIntegralNumber()) {
      return Optional.of(node.bigIntegerValue());
    }
    if (!node.isNumber()) {
      return Optional.empty();
    }
    BigDecimal stripped = node.decimalValue().stripTrailingZeros();
    boolean small = stripped.scale() <= 0 && stripped.scale() > -400;
    return small ? Optional.of(stripped.toBigIntegerExact()) : Optional.empty();
  }

  private static Object comparable(JsonNode node) {
    return whole(node).<Object>map(number -> number).orElse(node);
  }

  /** Whether a success has a body to look into: 204 and 205 have none (RFC 9110, section 15.3). */
  static boolean mayTell(Response response) {
    return response.isSuccess() && !WITHOUT_BODY.contains(response.status());
  }

  /** What can only be asked of a success with an object in it; moot otherwise. */
  static Expectation onSuccess(String description, Expectation.Look look) {
    return Expectation.ofEach(
        description,
        exchange -> {
          Optional<String> unread =
              exchange.response().filter(BodyExpectations::mayTell).flatMap(Response::unread);
          if (unread.isPresent()) {
            return new Inconclusive(unread.get(), 0);
          }
          return successful(exchange).isPresent()
              ? look.at(exchange)
              : new NotApplicable("no success with a JSON object");
        });
  }

  private static Optional<Response> successful(Exchange exchange) {
    return exchange
        .response()
        .filter(BodyExpectations::mayTell)
        .filter(response -> response.object().isPresent());
  }

  private static Expectation member(String name, String description, Predicate<JsonNode> right) {
    return onSuccess("`" + name + "` " + description, exchange -> found(exchange, name, right));
  }

  static Finding found(Exchange exchange, String name, Predicate<JsonNode> right) {
    return exchange
        .member(name)
        .<Finding>map(
            node ->
                right.test(node)
                    ? new Satisfied(shown(name, node))
                    : new Violated(shown(name, node), 0))
        .orElseGet(() -> new Violated("no `" + name + "`", 0));
  }

  static String shown(String name, JsonNode node) {
    return "`%s` %s".formatted(name, cut(node.toString()));
  }

  private static String quoted(String value) {
    return '"' + cut(value) + '"';
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
