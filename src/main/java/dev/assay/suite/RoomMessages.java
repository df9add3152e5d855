package dev.assay.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.verdict.Expectation;
import dev.assay.verdict.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a room holds after an upload, as far as the target offers to list it. */
final class RoomMessages {

  private static final int TRIES = 6;
  private static final long PAUSE_MILLIS = 400;
  private static final int ROUNDS = 2;
  private static final int STEPS = 4;

  /** What follows the path of a URL: a listing may sign its URLs anew each time. */
  private static final Pattern SIGNATURE =
      Pattern.compile("(https?:[^\\s\"?#<>]+)[?#][^\\s\"<>]*", Pattern.CASE_INSENSITIVE);

  private RoomMessages() {}

  /** Uploads, and lists the room until the file's URL shows or patience ends. */
  static Script thenListed(Request upload, Request list) {
    return new Script(
        List.of(upload, list),
        (requests, client) -> {
          List<Exchange> exchanges = new ArrayList<>();
          exchanges.add(client.send(upload));
          Optional<URI> posted = FileUrl.of(exchanges.get(0));
          for (int i = 0; i < TRIES && posted.isPresent(); i++) {
            if (i > 0) {
              Thread.sleep(PAUSE_MILLIS);
            }
            exchanges.add(client.send(list));
            if (holds(exchanges.get(exchanges.size() - 1), posted.get())) {
              break;
            }
          }
          return exchanges;
        });
  }

  /** The last list holds the URL that the upload answered with. */
  static Expectation holdTheUrl() {
    return new Expectation() {
      @Override
      public String describe() {
        return "the file_url among the messages of the room";
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        Optional<URI> posted = FileUrl.of(exchanges.get(0));
        if (posted.isEmpty() || exchanges.size() < 2) {
          return new Finding.Moot("no file_url");
        }
        int last = exchanges.size() - 1;
        Optional<Response> list = exchanges.get(last).response();
        if (list.filter(Response::isSuccess).isEmpty()) {
          return new Finding.Undecided(unreadable(exchanges.get(last)), last);
        }
        if (holds(exchanges.get(last), posted.get())) {
          return new Finding.Kept("it is there");
        }
        return list.get().unread().isPresent()
            ? new Finding.Undecided(list.get().unread().get(), last)
            : new Finding.Broken("the room does not list " + posted.get(), last);
      }
    };
  }

  /**
   * Lists the room twice, sends what must be refused, and lists it again; and all that once more.
   */
  static Script aroundRefusal(Request refused, Request list) {
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      requests.addAll(List.of(list, list, refused, list));
    }
    return Script.oneByOne(requests);
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
        }
        return changed == ROUNDS
            ? new Finding.Broken("another message after each refused upload", exchanges.size() - 1)
            : new Finding.Kept("the same messages");
      }
    };
  }

  private static String unreadable(Exchange list) {
    String what =
        list.response()
            .map(answer -> answer.unread().orElse("status " + answer.status()))
            .orElse("no answer");
    return "services.rooms.readBack was answered with " + what;
  }

  private static Optional<String> listed(Exchange list) {
    return list.response()
        .filter(Response::isSuccess)
        .filter(answer -> answer.unread().isEmpty())
        .map(answer -> answer.json().map(JsonNode::toString).orElse(answer.text()))
        .map(text -> SIGNATURE.matcher(text).replaceAll("$1"));
  }

  /** A listing may sign its URLs anew, so what follows the path is not compared. */
  private static boolean holds(Exchange list, URI posted) {
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
