package dev.assay.app.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.RunId;
import dev.assay.RunInfo;
import dev.assay.app.ProgressDisplay;
import dev.assay.exchange.cleanup.Created;
import dev.assay.exchange.cleanup.CreatedList;
import dev.assay.exchange.cleanup.Fate;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TargetReader;
import dev.assay.request.TestData;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.suite.run.Cancellation;
import dev.assay.suite.run.Progress;
import dev.assay.suite.run.SuiteRunner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanUpTest {

  private static final int SEED = 7;
  private static final String MESSAGES = "message: DELETE /messages/{message_id}";
  private static final String FILES = "file: DELETE /files?url={file_url}";

  private StoringServer server;

  @BeforeEach
  void start() throws Exception {
    server = StoringServer.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Target messages(String... cleanUp) {
    return target(
        """
          haptik:
            baseUrl: %s
            token: haptik-token-1
            clientId: client-id-1
            businessId: 343
            registeredUser: someone
        """,
        cleanUp);
  }

  private Target files(String... cleanUp) {
    return target(
        """
          rooms:
            baseUrl: %s
            token: rooms-token-1
            memberRoom: room123
            foreignRoom: room999
            readBack: { path: "/list?room={room}" }
        """,
        cleanUp);
  }

  private Target target(String service, String... cleanUp) {
    String entries =
        cleanUp.length == 0 ? "" : "    cleanUp:\n      " + String.join("\n      ", cleanUp) + "\n";
    return new TargetReader(Map.of())
        .read(
            "t.yaml",
            "services:\n"
                + service.formatted(server.uri())
                + entries
                + "limits: { timeoutSeconds: 1 }\n");
  }

  private CreatedList run(Target target, String... select) throws Exception {
    return run(target, Cancellation.onRequest(), select);
  }

  private CreatedList run(Target target, Cancellation cancellation, String... select)
      throws Exception {
    List<ServiceSuite> suites =
        ServiceSuites.of(target, new TestData(SEED)).stream()
            .map(suite -> suite.selected(List.of(select)))
            .toList();
    CleanUp cleanUp =
        new CleanUp(target, List.of(), RunId.of(SEED), ServiceClient::overRestAssured);
    cleanUp.begin(suites, cancellation);
    new SuiteRunner(
            target, Progress.NONE, ServiceClient::overRestAssured, cancellation, cleanUp.journal())
        .run(suites, RunInfo.starting("0", "t"), false);
    return cleanUp.run(suites, ProgressDisplay.NONE, cancellation);
  }

  private static List<String> whys(CreatedList list) {
    return list.all().stream().map(Created::why).distinct().toList();
  }

  @Test
  void all_that_a_run_made_is_removed_and_nothing_else() throws Exception {
    server.messages().put("1", "of somebody else");
    CreatedList list = run(messages(MESSAGES), "log-message");
    assertThat(server.messages()).containsOnlyKeys("1");
    assertThat(list.all()).hasSizeGreaterThan(100).allMatch(c -> c.fate() == Fate.REMOVED);
    assertThat(server.removals())
        .filteredOn(removal -> removal.startsWith("DELETE /messages/"))
        .hasSameSizeAs(list.all())
        .allMatch(removal -> removal.endsWith(" Bearer haptik-token-1"));
    assertThat(list.sentence())
        .isEqualTo("removed %1$s of %1$s messages it made".formatted(list.all().size()));
  }

  @Test
  void what_was_accepted_though_it_had_to_be_refused_is_listed_and_removed_too() throws Exception {
    CreatedList list = run(messages(MESSAGES), "log-message/401/missing-header");
    assertThat(list.all())
        .extracting(Created::caseId)
        .contains("log-message/200/plain", "log-message/401/missing-header");
    assertThat(server.messages()).isEmpty();
  }

  @Test
  void every_text_that_a_case_leaves_free_begins_its_marker_with_the_id_of_the_run()
      throws Exception {
    CreatedList list = run(messages(), "log-message/200/plain", "log-message/200/status");
    assertThat(list.run()).isEqualTo(RunId.of(SEED).word());
    assertThat(list.all())
        .extracting(created -> created.sent().get("message_body"))
        .filteredOn(text -> text.startsWith("Assay checks message"))
        .isNotEmpty()
        .allMatch(text -> text.contains(" " + list.run()));
  }

  @Test
  void without_a_cleanUp_nothing_is_removed_and_all_is_listed() throws Exception {
    CreatedList list = run(messages(), "log-message/200/plain");
    assertThat(server.removals()).isEmpty();
    assertThat(list.all()).isNotEmpty().allMatch(created -> created.fate() == Fate.LEFT);
    assertThat(list.sentence()).startsWith("made ").contains("removed none");
    assertThat(list.all().get(0).ids()).containsOnlyKeys("message_id");
    assertThat(list.all().get(0).sent()).containsEntry("auth_id", "someone");
  }

  @Test
  void a_service_that_refuses_removals_keeps_all_and_its_answer_is_told() throws Exception {
    server.guardedBy(id -> 403);
    CreatedList list = run(messages(MESSAGES), "log-message/200/plain");
    assertThat(list.count(Fate.LEFT)).isEqualTo(list.all().size());
    assertThat(whys(list)).containsExactly("refused with status 403, {}");
    assertThat(list.sentence()).startsWith("removed 0 of ").endsWith(" left");
  }

  @Test
  void what_is_unknown_has_gone_only_where_the_same_entry_removes_others() throws Exception {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    server.guardedBy(id -> seen.add(id) && seen.size() == 1 ? 404 : null);
    CreatedList list = run(messages(MESSAGES), "log-message/200/message-body/truths");
    assertThat(list.count(Fate.GONE)).isOne();
    assertThat(list.count(Fate.LEFT)).isZero();
    assertThat(list.sentence()).endsWith(" made, 1 was gone already".replace(" made", " it made"));
  }

  @Test
  void a_path_that_leads_nowhere_removes_nothing_and_does_not_say_that_it_did() throws Exception {
    CreatedList list =
        run(messages("message: DELETE /mesages/{message_id}"), "log-message/200/plain");
    assertThat(list.count(Fate.LEFT)).isEqualTo(list.all().size());
    assertThat(whys(list))
        .containsExactly(
            "status 404: it is gone, or services.haptik.cleanUp.message leads nowhere");
  }

  @Test
  void an_id_that_was_given_twice_is_not_removed() throws Exception {
    server.saying(id -> "1000001");
    CreatedList list = run(messages(MESSAGES), "log-message/200/message-body/truths");
    assertThat(server.removals()).isEmpty();
    assertThat(whys(list))
        .containsExactly(
            "message_id 1000001 was given to several of this run's messages, so it may name"
                + " another's");
  }

  @Test
  void an_id_that_the_request_had_said_itself_is_not_removed() throws Exception {
    server.messages().put("343", "of somebody else");
    server.saying(id -> "343");
    CreatedList list = run(messages(MESSAGES), "log-message/200/plain");
    assertThat(server.removals()).isEmpty();
    assertThat(whys(list)).allMatch(why -> why.contains("is what the request itself had said"));
  }

  @Test
  void a_file_that_was_in_the_room_before_the_run_is_not_removed() throws Exception {
    String foreign = server.uri() + "/assets/1.pdf";
    server.files().put(foreign, "of somebody else");
    server.saying(url -> foreign + "?signature=" + url.hashCode());
    CreatedList list = run(files(FILES), "upload-file/200/plain");
    assertThat(server.removals()).isEmpty();
    assertThat(server.files()).containsKey(foreign);
    assertThat(whys(list)).allMatch(why -> why.contains(" was there before this run sent it"));
  }

  @Test
  void files_are_removed_by_their_urls() throws Exception {
    server.files().put(server.uri() + "/assets/1.pdf", "of somebody else");
    CreatedList list = run(files(FILES), "upload-file/200/file-url-distinct");
    assertThat(list.count(Fate.REMOVED)).isEqualTo(list.all().size());
    assertThat(server.files()).hasSize(1).containsValue("of somebody else");
    assertThat(list.all())
        .extracting(created -> created.sent().get("file"))
        .allMatch(name -> name.startsWith("assay-" + list.run()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        ".",
        "../rooms/1",
        "1/2",
        "http://example.com/",
        "a?b",
        "a#b",
        "a\\b",
        "",
        "1%2f2"
      })
  void an_id_that_could_lead_elsewhere_is_not_sent(String id) throws Exception {
    server.saying(own -> id);
    CreatedList list = run(messages(MESSAGES), "log-message/200/plain");
    assertThat(server.removals()).isEmpty();
    assertThat(list.count(Fate.LEFT)).isEqualTo(list.all().size());
  }

  @Test
  void a_url_of_another_host_stays_a_value_in_the_query() throws Exception {
    server.saying(own -> "http://example.com/x?y=z&a=b#" + own.hashCode());
    run(files(FILES), "upload-file/200/plain");
    assertThat(server.removals())
        .isNotEmpty()
        .allMatch(
            removal ->
                removal.startsWith(
                    "DELETE /files?url=http%3A%2F%2Fexample.com%2Fx%3Fy%3Dz%26a%3Db%23"));
  }

  @Test
  void a_service_that_does_not_answer_removals_is_given_up() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    server.guardedBy(
        id -> {
          awaitQuietly(never);
          return null;
        });
    CreatedList list = run(messages(MESSAGES), "log-message/200/plain");
    assertThat(list.all()).isNotEmpty().allMatch(created -> created.fate() == Fate.LEFT);
    assertThat(whys(list)).allMatch(why -> why.contains("did not answer in time"));
  }

  @Test
  void nothing_more_is_removed_once_the_run_is_cancelled() throws Exception {
    Cancellation cancellation = Cancellation.onRequest();
    CountDownLatch never = new CountDownLatch(1);
    server.guardedBy(
        id -> {
          cancellation.cancel("the run was interrupted");
          awaitQuietly(never);
          return null;
        });
    CreatedList list = run(messages(MESSAGES), cancellation, "log-message/200/plain");
    assertThat(whys(list)).containsExactly("not removed: the run was interrupted");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_run_that_was_cancelled_lists_what_it_made_and_removes_nothing() throws Exception {
    Cancellation cancellation = Cancellation.onRequest();
    server.saying(
        id -> {
          cancellation.cancel("the run was interrupted");
          return id;
        });
    CreatedList list = run(messages(MESSAGES), cancellation, "log-message/200/plain");
    assertThat(server.removals()).isEmpty();
    assertThat(list.all().stream().map(Created::fate).collect(Collectors.toSet()))
        .isSubsetOf(Fate.LEFT);
  }
}
