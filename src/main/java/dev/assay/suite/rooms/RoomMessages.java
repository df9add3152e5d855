package dev.assay.suite.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.target.Service;
import dev.assay.suite.Interaction;
import dev.assay.suite.probe.FileUrl;
import dev.assay.verdict.Expectation;
import dev.assay.verdict.Finding;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a room holds after an upload, as far as the target offers to list it. */
public final class RoomMessages {

  private static final int TRIES = 6;
  private static final long PAUSE_MILLIS = 400;
  private static final int ROUNDS = 2;
  private static final int STEPS = 4;

  /** What follows the path of a URL: a listing may sign its URLs anew each time. */
  private static final Pattern SIGNATURE =
      Pattern.compile("(https?:[^\\s\"?#<>]+)[?#][^\\s\"<>]*", Pattern.CASE_INSENSITIVE);

  private RoomMessages() {}

  /** Where the messages of a room are listed, if the target says so. */
  public static Optional<URI> listing(Service service, String room) {
    String encoded = URLEncoder.encode(room, StandardCharsets.UTF_8);
    return service
        .value("readBack")
        .map(path -> URI.create(service.baseUrl() + path.replace("{room}", encoded)));
  }

  /** Lists the room, uploads, and lists it again until the file's URL shows or patience ends. */
  static Interaction thenListed(Request upload, Request list) {
    return new Interaction(
        List.of(list, upload, list),
        (requests, client) -> {
          List<Exchange> exchanges = new ArrayList<>();
          exchanges.add(client.send(list));
          exchanges.add(client.send(upload));
          Optional<URI> posted = posted(exchanges.get(1));
          if (posted.isPresent()) {
            exchanges.addAll(listedUntil(lists -> holds(lists, posted.get()), list, client));
          }
          return exchanges;
        });
  }

  /** Lists the room until what is sought shows or patience ends. */
  static List<Exchange> listedUntil(Predicate<Exchange> shows, Request list, Client client)
      throws InterruptedException {
    List<Exchange> lists = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      if (i > 0) {
        Thread.sleep(PAUSE_MILLIS);
      }
      lists.add(client.send(list));
      if (shows.test(lists.get(i))) {
        break;
      }
    }
    return lists;
  }

  /**
   * The last list holds the URL that the upload answered with. A room whose list is as full as it
   * was may have taken the message and show only its oldest.
   */
  static Expectation holdTheUrl() {
    return new Expectation() {
      @Override
      public String describe() {
        return "the file_url among the messages of the room";
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        Optional<URI> posted = exchanges.size() > 2 ? posted(exchanges.get(1)) : Optional.empty();
        return posted
            .map(url -> looked(exchanges, url))
            .orElseGet(() -> new Finding.NotApplicable("no file_url"));
      }

      private Finding looked(List<Exchange> exchanges, URI posted) {
        int last = exchanges.size() - 1;
        Exchange list = exchanges.get(last);
        if (holds(list, posted)) {
          return new Finding.Satisfied("it is there");
        }
        if (listed(list).isEmpty()) {
          return new Finding.Inconclusive(unreadable(list), last);
        }
        boolean unchanged = listed(list).equals(listed(exchanges.get(0)));
        return unchanged && !isEmpty(list)
            ? new Finding.Observed(
                "the list of the room stays as it was: does services.rooms.readBack list the newest"
                    + " messages?",
                true,
                last)
            : new Finding.Violated("the room does not list " + posted, last);
      }
    };
  }

  /** Whether there is nothing in the list, so that it cannot be full of older messages. */
  private static boolean isEmpty(Exchange list) {
    Optional<JsonNode> json = list.response().flatMap(Response::json);
    return json.map(RoomMessages::holdsNothing)
        .orElseGet(() -> list.response().map(answer -> answer.text().isBlank()).orElse(true));
  }

  /** All its lists are empty, and there is one. */
  private static boolean holdsNothing(JsonNode json) {
    List<JsonNode> lists = new ArrayList<>();
    collectLists(json, lists);
    return !lists.isEmpty() && lists.stream().allMatch(JsonNode::isEmpty);
  }

  private static void collectLists(JsonNode json, List<JsonNode> lists) {
    if (json.isArray()) {
      lists.add(json);
    }
    json.forEach(child -> collectLists(child, lists));
  }

  /**
   * Lists the room twice, sends what must be refused, and lists it again; and all that once more.
   */
  static Interaction aroundRefusal(Request refused, Request list) {
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      requests.addAll(List.of(list, list, refused, list));
    }
    return Interaction.oneByOne(requests);
  }

  /**
   * The room holds the same after as before. Where others write into it meanwhile, or where it
   * cannot be listed, that is said instead of guessed.
   */
  static Expectation stayTheSame() {
    return new Expectation() {
      @Override
      public String describe() {
        return "the same messages in the room before and after";
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        int changed = 0;
        int refused = 0;
        for (int i = 0; i + STEPS <= exchanges.size(); i += STEPS) {
          Optional<String> before = listed(exchanges.get(i));
          Optional<String> again = listed(exchanges.get(i + 1));
          Optional<String> after = listed(exchanges.get(i + STEPS - 1));
          if (before.isEmpty() || again.isEmpty() || after.isEmpty()) {
            return new Finding.Observed("cannot tell: " + unreadable(exchanges.get(i)), false, i);
          }
          if (!before.equals(again)) {
            return new Finding.Observed("cannot tell: others write into the room", false, i);
          }
          changed += after.equals(again) ? 0 : 1;
          refused += isRefusal(exchanges.get(i + STEPS - 2)) ? 1 : 0;
        }
        if (changed == ROUNDS) {
          return new Finding.Violated(
              "another message after each refused upload", exchanges.size() - 1);
        }
        return refused == ROUNDS
            ? new Finding.Satisfied("the same messages")
            : new Finding.NotApplicable("no upload was refused");
      }
    };
  }

  /** What a listing must show, asked only where every upload was refused. */
  static Expectation stayTheSameWhereRefused() {
    Expectation whole = stayTheSame();
    return whole.examining(
        exchanges ->
            exchanges.stream().anyMatch(exchange -> posted(exchange).isPresent())
                ? new Finding.NotApplicable("not refused")
                : whole.examine(exchanges));
  }

  /** The URL of the file that was uploaded. */
  static Optional<URI> posted(Exchange upload) {
    return FileUrl.of(upload, "file_url");
  }

  private static boolean isRefusal(Exchange upload) {
    return upload.response().filter(answer -> answer.status() / 100 == 4).isPresent();
  }

  static String unreadable(Exchange list) {
    String what =
        list.response()
            .map(answer -> answer.unread().orElse("status " + answer.status()))
            .orElse("no answer");
    return "services.rooms.readBack was answered with " + what;
  }

  static Optional<String> listed(Exchange list) {
    return list.response()
        .filter(Response::isSuccess)
        .filter(answer -> answer.unread().isEmpty())
        .map(answer -> answer.json().map(JsonNode::toString).orElse(answer.text()))
        .map(text -> SIGNATURE.matcher(text).replaceAll("$1"));
  }

  /** A listing may sign its URLs anew, so what follows the path is not compared. */
  static boolean holds(Exchange list, URI posted) {
    String wanted = withoutQuery(posted.toString());
    return list.response()
        .filter(Response::isSuccess)
        .map(
            answer ->
                answer
                    .json()
                    .map(json -> anyText(json, wanted))
                    .orElse(answer.text().contains(wanted)))
        .orElse(false);
  }

  private static String withoutQuery(String url) {
    return url.split("[?#]", 2)[0];
  }

  private static boolean anyText(JsonNode node, String wanted) {
    if (node.isTextual()) {
      return node.textValue().contains(wanted);
    }
    for (JsonNode child : node) {
      if (anyText(child, wanted)) {
        return true;
      }
    }
    return false;
  }
}
