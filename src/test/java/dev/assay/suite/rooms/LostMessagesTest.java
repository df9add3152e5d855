package dev.assay.suite.rooms;

import static dev.assay.suite.ScriptedClient.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import dev.assay.suite.Interaction;
import dev.assay.suite.ScriptedClient;
import dev.assay.verdict.Finding;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a server accepts is looked for, and what is in no list is lost. */
class LostMessagesTest {

  private static final URI UPLOADS = URI.create("http://chat/upload");

  private static Request upload(String name, String room) {
    return Request.post(
            UPLOADS, new Body.Multipart("edge", List.of(FormPart.field("room_id", room))))
        .with("name", name);
  }

  private static Request list(String room) {
    return Request.get(URI.create("http://chat/list/" + room.strip()));
  }

  /** Accepts everything under a URL of its own, and lists what that function gives for a room. */
  private static ScriptedClient server(Function<String, Stream<String>> listed) {
    return new ScriptedClient(
        request ->
            request.method().equals("POST")
                ? answer(request, 200, "{\"file_url\": \"" + url(request) + "\"}")
                : answer(request, 200, listing(listed, request)));
  }

  private static String url(Request upload) {
    return "http://chat/f/" + upload.header("name").orElseThrow() + "/";
  }

  private static String listing(Function<String, Stream<String>> listed, Request list) {
    return listed
        .apply(list.uri().getPath().replace("/list/", ""))
        .map(name -> "\"http://chat/f/" + name + "/\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static List<Exchange> played(ScriptedClient client, List<Request> uploads)
      throws InterruptedException {
    Interaction interaction = new LostMessages("own", LostMessagesTest::list).lookedFor(uploads);
    return interaction.sender().send(interaction.planned(), client);
  }

  private static List<Request> uploads(int count) {
    return IntStream.range(0, count).mapToObj(i -> upload("u" + i, "own")).toList();
  }

  @Test
  void uploads_are_looked_for_a_few_at_a_time() throws Exception {
    ScriptedClient client = server(room -> IntStream.range(0, 20).mapToObj(i -> "u" + i));
    List<Exchange> exchanges = played(client, uploads(20));
    assertThat(client.sent()).filteredOn(list("own")::equals).hasSize(3);
    assertThat(LostMessages.areThere().examine(exchanges))
        .isEqualTo(new Finding.Satisfied("all 20 are there"));
  }

  @Test
  void an_upload_that_is_in_no_list_is_lost() throws Exception {
    List<Exchange> exchanges = played(server(room -> Stream.of("u0", "u2")), uploads(3));
    assertThat(LostMessages.areThere().examine(exchanges))
        .isEqualTo(
            new Finding.Violated(
                "1 of 3 accepted uploads are in no list, first http://chat/f/u1/", 1));
  }

  @Test
  void an_upload_to_another_room_may_be_in_that_one() throws Exception {
    List<Request> uploads = List.of(upload("a", "own"), upload("b", "Own"));
    Function<String, Stream<String>> both = room -> Stream.of(room.equals("own") ? "a" : "b");
    assertThat(LostMessages.areThere().examine(played(server(both), uploads)))
        .isEqualTo(new Finding.Satisfied("all 2 are there"));
    Function<String, Stream<String>> own = r -> r.equals("own") ? Stream.of("a") : Stream.of();
    assertThat(LostMessages.areThere().examine(played(server(own), uploads)))
        .isEqualTo(
            new Finding.Violated(
                "1 of 2 accepted uploads are in no list, first http://chat/f/b/", 1));
  }

  @Test
  void where_nothing_at_all_is_listed_another_clause_tells() throws Exception {
    assertThat(LostMessages.areThere().examine(played(server(room -> Stream.of()), uploads(2))))
        .isInstanceOf(Finding.NotApplicable.class);
  }

  @Test
  void what_is_refused_is_not_looked_for() throws Exception {
    ScriptedClient client = new ScriptedClient(request -> answer(request, 400, "{}"));
    List<Exchange> exchanges = played(client, uploads(2));
    assertThat(client.sent()).hasSize(2);
    assertThat(LostMessages.areThere().examine(exchanges))
        .as("something was answered, so that it is not undecided")
        .isInstanceOf(Finding.NotApplicable.class);
    assertThat(exchanges).hasSize(1);
  }
}
