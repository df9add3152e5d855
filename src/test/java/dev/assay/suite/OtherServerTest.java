package dev.assay.suite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherServerTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String MESSAGE = "/v1.0/log_message_from_user/";
  private static final String FILE = "/v1.0/log_file_from_user/";
  private static final String UPLOAD = "/api/upload_file";
  private static final String BEARER = "Bearer " + OtherServer.HAPTIK_TOKEN;
  private static final int ROOM_LIMIT = 24 * 1024 * 1024;

  private OtherServer server;

  @BeforeEach
  void start() throws IOException {
    server = OtherServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** One request on a connection of its own, again if the server asks for patience. */
  private static HttpResponse<byte[]> send(HttpRequest request)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    return answer.statusCode() == 429 ? client.send(request, BodyHandlers.ofByteArray()) : answer;
  }

  private HttpResponse<byte[]> postMessage(String json, String... headers) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(server.baseUri() + MESSAGE))
            .headers(headers)
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  private HttpResponse<byte[]> logMessage(String user, String text) throws Exception {
    return postMessage(message(user, text), "Authorization", BEARER, "client-id", client());
  }

  private static String client() {
    return OtherServer.CLIENT_ID;
  }

  private static String message(String user, String text) {
    return """
        {"user":{"auth_id":"%s"},"message_body":"%s","message_type":0,"business_id":%d}
        """
        .formatted(user, text, OtherServer.BUSINESS_ID);
  }

  private static byte[] form(byte[] file, String fileName, String... fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < fields.length; i += 2) {
      String head = "--edge\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n";
      out.writeBytes((head + fields[i + 1] + "\r\n").getBytes(UTF_8));
    }
    if (file != null) {
      String head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"";
      out.writeBytes((head + fileName + "\"\r\nContent-Type: a/b\r\n\r\n").getBytes(UTF_8));
      out.writeBytes(file);
      out.writeBytes("\r\n".getBytes(UTF_8));
    }
    out.writeBytes("--edge--\r\n".getBytes(UTF_8));
    return out.toByteArray();
  }

  private static HttpResponse<byte[]> post(URI base, String path, byte[] form, String... headers)
      throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .headers(headers)
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(BodyPublishers.ofByteArray(form))
            .build());
  }

  private HttpResponse<byte[]> logFile(byte[] file, String name, String type) throws Exception {
    String business = Long.toString(OtherServer.BUSINESS_ID);
    String user = OtherServer.REGISTERED_USER;
    byte[] form = form(file, name, "auth_id", user, "business_id", business, "message_type", type);
    return post(server.baseUri(), FILE, form, "Authorization", BEARER, "client-id", client());
  }

  private static HttpResponse<byte[]> upload(URI base, byte[] form) throws Exception {
    return post(base, UPLOAD, form, "Authorization", OtherServer.ROOMS_TOKEN);
  }

  private HttpResponse<byte[]> uploadTo(String room, int size) throws Exception {
    return upload(server.baseUri(), form(new byte[size], "a.pdf", "room_id", room));
  }

  private HttpResponse<byte[]> get(URI uri) throws Exception {
    return send(
        HttpRequest.newBuilder(uri).header("Authorization", OtherServer.ROOMS_TOKEN).build());
  }

  private HttpResponse<byte[]> list(String room) throws Exception {
    return get(URI.create(server.baseUri() + OtherServer.READ_BACK.replace("{room}", room)));
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  private static void assertError(HttpResponse<byte[]> answer, int status, String key, String text)
      throws IOException {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).path(key).asText()).isEqualTo(text);
  }

  private static Instant instant(String text) {
    DateTimeFormatter extended =
        new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[xxx][xx]")
            .toFormatter();
    DateTimeFormatter basic =
        new DateTimeFormatterBuilder()
            .appendPattern("uuuuMMdd'T'HHmmss,")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 6, 6, false)
            .appendPattern("xx")
            .toFormatter();
    return OffsetDateTime.parse(text, text.contains(",") ? basic : extended).toInstant();
  }

  @Test
  void a_logged_message_is_answered_with_its_four_members() throws Exception {
    for (int i = 0; i < 5; i++) {
      HttpResponse<byte[]> answer = logMessage(OtherServer.REGISTERED_USER, "naïve / \\\"hi\\\"");
      assertThat(answer.statusCode()).isEqualTo(200);
      JsonNode members = json(answer);
      assertThat(members.get("message_id").isIntegralNumber()).isTrue();
      assertThat(members.get("message_body").textValue()).isEqualTo("naïve / \"hi\"");
      assertThat(members.get("message_type").isIntegralNumber()).isTrue();
      assertThat(members.get("message_type").intValue()).isZero();
      assertThat(instant(members.get("created_at").textValue()))
          .isCloseTo(Instant.now(), within(90, ChronoUnit.SECONDS));
    }
  }

  @Test
  void the_printed_message_succeeds_with_its_members_in_another_order() throws Exception {
    String printed =
        "{ \"message_body\": \"Hi\", \"business_id\": %d, \"message_type\": 0, \"user\": {\"auth_id\": \"%s\"} }"
            .formatted(OtherServer.BUSINESS_ID, OtherServer.REGISTERED_USER);
    assertThat(
            postMessage(
                    printed,
                    "Authorization",
                    BEARER,
                    "client-id",
                    client(),
                    "Content-Type",
                    "application/json")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void haptik_refusals_have_the_documented_status_and_text() throws Exception {
    String good = message(OtherServer.REGISTERED_USER, "Hi");
    String text = "invalid authorization details";
    assertError(postMessage(good, "client-id", client()), 401, "error_message", text);
    assertError(
        postMessage(good, "client-id", client(), "Authorization", "Bearer wrong"),
        401,
        "error_message",
        text);
    assertError(
        logMessage(OtherServer.UNREGISTERED_USER, "Hi"),
        403,
        "error_message",
        "user is not registered");

    byte[] form =
        form(new byte[9], "a.png", "auth_id", OtherServer.UNREGISTERED_USER, "message_type", "1");
    URI base = server.baseUri();
    assertError(post(base, FILE, form, "client-id", client()), 401, "error_message", text);
    assertError(
        post(base, FILE, form, "client-id", client(), "Authorization", "Bearer wrong"),
        401,
        "error_message",
        text);
    assertError(
        post(base, FILE, form, "client-id", client(), "Authorization", BEARER),
        403,
        "error_message",
        "user is not registered");
  }

  @ParameterizedTest
  @CsvSource({
    "docx,52", "doc,52", "pdf,52", "xls,52", "xlsx,52", "csv,52", "jpg,1", "jpeg,1", "png,1",
    "gif,1"
  })
  void a_file_of_a_listed_kind_is_kept_behind_a_signed_url(String extension, int type)
      throws Exception {
    byte[] file = "a\r\n--edg\r\n\0\u00ff".getBytes(ISO_8859_1);
    HttpResponse<byte[]> answer = logFile(file, "a." + extension, Integer.toString(type));
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode members = json(answer);
    assertThat(members.get("message_id").isIntegralNumber()).isTrue();
    assertThat(members.get("message_type").intValue()).isEqualTo(type);
    assertThat(members.get("message_body").isNull()).isTrue();
    assertThat(members.get("created_at").isTextual()).isTrue();
    String url = members.get("file_url").textValue();
    assertThat(get(URI.create(url)).body()).isEqualTo(file);
    assertThat(get(URI.create(url.split("\\?", 2)[0])).statusCode()).isEqualTo(403);
  }

  @Test
  void the_file_limits_of_both_services_are_the_documented_ones() throws Exception {
    assertThat(logFile(new byte[10_000_000], "a.pdf", "52").statusCode()).isEqualTo(200);
    assertThat(logFile(new byte[10_000_001], "a.pdf", "52").statusCode()).isEqualTo(422);
    assertThat(logFile(new byte[11_000_000], "a.pdf", "52").statusCode()).isEqualTo(422);
    String room = OtherServer.MEMBER_ROOM;
    assertThat(uploadTo(room, ROOM_LIMIT).statusCode()).isEqualTo(200);
    String text = "File size exceeds the 24MB limit";
    assertError(uploadTo(room, ROOM_LIMIT + 1), 400, "error", text);
    assertError(uploadTo(room, 2 * ROOM_LIMIT), 400, "error", text);
  }

  @Test
  void an_upload_is_posted_in_its_room() throws Exception {
    HttpResponse<byte[]> answer = uploadTo(OtherServer.MEMBER_ROOM, 10);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("message").textValue()).isEqualTo("File uploaded successfully");
    String path = json(answer).get("file_url").textValue().split("\\?", 2)[0];
    JsonNode messages = json(list(OtherServer.MEMBER_ROOM));
    assertThat(messages).hasSize(1);
    String listed = messages.get(0).at("/attachment/href").textValue();
    assertThat(listed).startsWith(path + "?sig=");
    assertThat(get(URI.create(listed)).body()).hasSize(10);
    assertThat(list(OtherServer.FOREIGN_ROOM).statusCode()).isEqualTo(403);
  }

  @Test
  void room_refusals_have_the_documented_status_and_text_and_leave_no_message() throws Exception {
    URI base = server.baseUri();
    String room = OtherServer.MEMBER_ROOM;
    byte[] good = form(new byte[1], "a.pdf", "room_id", room);
    assertError(post(base, UPLOAD, good, "a", "b"), 401, "error", "Invalid token or token missing");
    for (String token : List.of("wrong", OtherServer.ORPHAN_TOKEN)) {
      assertError(
          post(base, UPLOAD, good, "Authorization", token), 401, "error", "Unauthorized access");
    }
    assertError(upload(base, form(null, "", "room_id", room)), 400, "error", "No file provided");
    byte[] nameless = form(new byte[1], "", "room_id", room);
    assertError(upload(base, nameless), 400, "error", "No file provided");
    assertError(upload(base, form(new byte[1], "a.pdf")), 400, "error", "No room ID provided");
    String notMember = "You are not a member of this room";
    assertError(uploadTo(OtherServer.FOREIGN_ROOM, 1), 403, "error", notMember);
    assertThat(json(list(room))).isEmpty();
  }

  @Test
  void with_its_storage_down_members_get_500_and_others_403() throws Exception {
    URI base = server.storageDownBaseUri();
    assertError(
        upload(base, form(new byte[1], "a.pdf", "room_id", OtherServer.MEMBER_ROOM)),
        500,
        "error",
        "File upload failed: disk on fire");
    assertError(
        upload(base, form(new byte[1], "a.pdf", "room_id", OtherServer.FOREIGN_ROOM)),
        403,
        "error",
        "You are not a member of this room");
  }

  @Test
  void no_id_comes_twice_from_many_threads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Long> call =
          () -> json(logMessage(OtherServer.REGISTERED_USER, "Hi")).get("message_id").longValue();
      List<Callable<Long>> calls = IntStream.range(0, 100).mapToObj(i -> call).toList();
      Set<Long> ids = new HashSet<>();
      for (Future<Long> id : threads.invokeAll(calls)) {
        ids.add(id.get());
      }
      assertThat(ids).hasSize(100).allMatch(id -> id > 1L << 53);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "null",
        "{\"user\":1}",
        "{\"user\":{\"auth_id\":null}}",
        "{}{}",
        "\0"
      })
  void a_malformed_body_is_refused_and_never_an_error_of_the_server(String body) throws Exception {
    String[] account = {"Authorization", BEARER, "client-id", client()};
    assertThat(postMessage(body, account).statusCode()).isBetween(400, 499);
    URI base = server.baseUri();
    List<byte[]> forms =
        List.of(
            body.getBytes(UTF_8),
            ("--edge" + body).getBytes(UTF_8),
            ("--edge\r\n\r\n\r\n" + body + "--edge--").getBytes(UTF_8),
            ("--edge\r\nContent-Disposition: form-data; name=\r\n\r\n" + body).getBytes(UTF_8),
            Arrays.copyOf(form(new byte[99], "a.pdf", "room_id", body), 150));
    for (byte[] form : forms) {
      assertThat(post(base, FILE, form, account).statusCode()).isBetween(400, 499);
      assertThat(upload(base, form).statusCode()).isBetween(400, 499);
    }
  }

  @Test
  void now_and_then_it_asks_for_patience_and_zips_when_it_may() throws Exception {
    HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    server.baseUri()
                        + OtherServer.READ_BACK.replace("{room}", OtherServer.MEMBER_ROOM)))
            .headers("Authorization", OtherServer.ROOMS_TOKEN, "Accept-Encoding", "br, gzip;q=0.5")
            .build();
    int patience = 0;
    for (int i = 0; i < OtherServer.PATIENCE_EVERY; i++) {
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() == 429) {
        patience++;
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("0");
        continue;
      }
      GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(answer.body()));
      assertThat(JSON.readTree(unzipped.readAllBytes()).isArray()).isTrue();
    }
    assertThat(patience).isEqualTo(1);
  }

  @Test
  void an_oversize_haptik_file_is_answered_before_it_is_sent() throws Exception {
    String head =
        """
        POST %s HTTP/1.1
        Host: localhost
        Authorization: %s
        client-id: %s
        Content-Type: multipart/form-data; boundary=edge
        Content-Length: 12000000

        """
            .formatted(server.baseUri().getPath() + FILE, BEARER, client())
            .replace("\n", "\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.baseUri().getPort())) {
      socket.getOutputStream().write(head.getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 422 ").containsIgnoringCase("Connection: close");
    }
  }

  @Test
  void a_connection_closes_when_it_says_so() throws Exception {
    String head = "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.baseUri().getPort())) {
      for (int i = 0; i < 5; i++) {
        socket.getOutputStream().write(head.getBytes(UTF_8));
      }
      String answers = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answers.lines().filter(line -> line.startsWith("HTTP/1.1 404")).count())
          .isEqualTo(5);
      assertThat(answers).containsIgnoringCase("\r\nConnection: close\r\n");
    }
  }
}
