package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.exchange.Body;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A case departs from the plain documented request in the one thing that it is about: otherwise a
 * service with one fault is blamed for another, or the other fault is hidden.
 */
class OneDepartureTest {

  /** Beyond this many bytes a file is large, which is a departure of its own. */
  private static final long SMALL = 20_000;

  /** Cases that are about two things at once, and expect no more than a refusal or nothing. */
  private static final List<String> ABOUT_SEVERAL =
      List.of(
          // two things are wrong; which is told first is open
          "/silent/order-of-checks/",
          // a header fewer and a query more: the token stands elsewhere
          "/401/query-only",
          // other methods have no body, and no type of it
          "/silent/methods/",
          // a limit that is kept on one way in only
          "/size/refused/",
          "/400/file-too-large/",
          "/403/other-order",
          // every order around a file of every size, and what the refusal says of itself
          "/request/parts/",
          "/request/room-id/",
          // as printed on the page
          "/sample-curl",
          "/request/generated-sample",
          // the storage is another server's
          "/before-storage",
          "/500/");

  private static Stream<OperationSuite> suites() {
    return ServiceSuites.of(EmbeddedTarget.planned(), new TestData(1)).stream()
        .flatMap(service -> service.operations().stream());
  }

  @Test
  void a_case_departs_from_a_documented_request_in_one_thing() {
    suites().forEach(suite -> assertThat(tooMany(suite)).isEmpty());
  }

  /** The cases that depart in more than one thing, with all of these. */
  private static Map<String, List<String>> tooMany(OperationSuite suite) {
    List<Request> documented = documented(suite);
    Map<String, List<String>> tooMany = new TreeMap<>();
    for (ConformanceCase c : suite.cases()) {
      boolean several = ABOUT_SEVERAL.stream().anyMatch(c.id()::contains);
      for (Request request : c.interaction().planned()) {
        List<String> departures = fewest(request, documented);
        if (!several && departures.size() > 1) {
          tooMany.put(c.id(), departures);
        }
      }
    }
    return tooMany;
  }

  /** The control, where a file is sent also a document, and the listing of a room. */
  private static List<Request> documented(OperationSuite suite) {
    return suite.cases().stream()
        .filter(
            c ->
                c.role() == ConformanceCase.Role.PRECONDITION
                    || c.id().endsWith("/request/message-type-document")
                    || c.id().endsWith("/200/room-message"))
        .flatMap(c -> c.interaction().planned().stream())
        .toList();
  }

  private static List<String> fewest(Request request, List<Request> documented) {
    return documented.stream()
        .map(plain -> departures(plain, request))
        .min((a, b) -> Integer.compare(a.size(), b.size()))
        .orElseThrow();
  }

  private static List<String> departures(Request plain, Request request) {
    List<String> departures = new ArrayList<>();
    note(departures, "method", !plain.method().equals(request.method()));
    note(departures, "path", !plain.uri().getPath().equals(request.uri().getPath()));
    note(departures, "query", !plain.query().equals(request.query()));
    note(departures, "framing", plain.framing() != request.framing());
    for (String name : List.of("Authorization", "client-id", "Content-Type")) {
      note(departures, name, !headers(plain, name).equals(headers(request, name)));
    }
    departures.addAll(bodies(plain.body(), request.body()));
    return departures;
  }

  private static void note(List<String> departures, String what, boolean departs) {
    if (departs) {
      departures.add(what);
    }
  }

  private static List<String> headers(Request request, String name) {
    return request.headers().stream()
        .filter(header -> header.name().equals(name))
        .map(header -> header.value())
        .toList();
  }

  private static List<String> bodies(Body plain, Body body) {
    if (plain instanceof Body.Multipart wanted && body instanceof Body.Multipart form) {
      return forms(wanted.parts(), form.parts());
    }
    Optional<JsonNode> wanted = object(plain);
    Optional<JsonNode> given = object(body);
    if (wanted.isPresent() && given.isPresent()) {
      return members("", wanted.get(), given.get());
    }
    return plain.equals(body) ? List.of() : List.of("body");
  }

  private static List<String> forms(List<FormPart> wanted, List<FormPart> given) {
    Map<String, List<FormPart>> before = byName(wanted);
    Map<String, List<FormPart>> after = byName(given);
    List<String> departures = new ArrayList<>();
    Stream.concat(before.keySet().stream(), after.keySet().stream())
        .distinct()
        .forEach(name -> departures.addAll(parts(name, before.get(name), after.get(name))));
    if (departures.size() == 2 && departures.stream().anyMatch(d -> d.startsWith("also "))) {
      return List.of("renamed: " + departures);
    }
    List<String> names = given.stream().map(FormPart::name).distinct().toList();
    List<String> order = wanted.stream().map(FormPart::name).filter(names::contains).toList();
    note(departures, "order", !names.stream().filter(order::contains).toList().equals(order));
    return departures;
  }

  private static List<String> parts(String name, List<FormPart> wanted, List<FormPart> given) {
    if (wanted == null || given == null) {
      return List.of(given == null ? "no " + name : "also " + name);
    }
    if (given.size() > 1) {
      return List.of(name + " repeated");
    }
    return name.equals("file") ? files(wanted.get(0), given.get(0)) : fields(wanted, given);
  }

  private static List<String> fields(List<FormPart> wanted, List<FormPart> given) {
    String name = wanted.get(0).name();
    Optional<String> before = wanted.get(0).text();
    Optional<String> after = given.get(0).text();
    boolean same = before.equals(after) || (isSentence(before) && isSentence(after));
    return same ? List.of() : List.of("other " + name);
  }

  private static boolean isSentence(Optional<String> text) {
    return text.filter(t -> t.matches("Assay checks message a\\w+\\.")).isPresent();
  }

  /** Their bytes and the letters of their names are another in each request. */
  private static List<String> files(FormPart wanted, FormPart given) {
    List<String> departures = new ArrayList<>();
    boolean usual = given.fileName().filter(n -> n.matches("(assay-)?a\\w+\\.[a-z]+")).isPresent();
    note(departures, "file name", !usual);
    note(departures, "large file", given.content().size() > SMALL);
    note(departures, "stated length", given.statedLength().isPresent());
    note(departures, "media type", usual && !wanted.mediaType().equals(given.mediaType()));
    return departures;
  }

  private static Map<String, List<FormPart>> byName(List<FormPart> parts) {
    return parts.stream().collect(Collectors.groupingBy(FormPart::name));
  }

  private static Optional<JsonNode> object(Body body) {
    try {
      return body instanceof Body.Text text
          ? Optional.of(new JsonMapper().readTree(text.text())).filter(JsonNode::isObject)
          : Optional.empty();
    } catch (java.io.IOException noJson) {
      return Optional.empty();
    }
  }

  private static List<String> members(String path, JsonNode wanted, JsonNode given) {
    List<String> departures = new ArrayList<>();
    Stream.concat(wanted.properties().stream(), given.properties().stream())
        .map(Map.Entry::getKey)
        .distinct()
        .forEach(
            name -> {
              JsonNode before = wanted.get(name);
              JsonNode after = given.get(name);
              if (before != null && after != null && before.isObject() && after.isObject()) {
                departures.addAll(members(path + name + ".", before, after));
              } else {
                note(departures, path + name, !alike(before, after));
              }
            });
    return departures;
  }

  private static boolean alike(JsonNode before, JsonNode after) {
    return Objects.equals(before, after) || (isSentence(text(before)) && isSentence(text(after)));
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.ofNullable(node).map(JsonNode::textValue);
  }
}
