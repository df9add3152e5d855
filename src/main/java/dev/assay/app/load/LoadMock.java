package dev.assay.app.load;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The embedded mock in a process of its own, for load. It says where it listens once it is warm,
 * says how many requests it has received since whenever it is sent a line, and ends with its
 * standard input.
 */
final class LoadMock {

  private static final int WARM_UP_REQUESTS = 600;
  private static final int WARM_UP_FILE = 200_000;

  private LoadMock() {}

  /**
   * Serves.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    try (MockServer mock = MockServer.startForLoad(TestAccounts.sample())) {
      warmUp(mock);
      Map<String, Long> before = mock.received();
      out.println(mock.baseUri());
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (in.readLine() != null) {
        out.println(new JsonMapper().writeValueAsString(since(before, mock.received())));
      }
    }
  }

  private static Map<String, Long> since(Map<String, Long> before, Map<String, Long> now) {
    Map<String, Long> counts = new TreeMap<>();
    now.forEach(
        (operation, count) -> counts.put(operation, count - before.getOrDefault(operation, 0L)));
    return counts;
  }

  /** Cold, its first answers take a second. */
  private static void warmUp(MockServer mock) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (int i = 0; i < WARM_UP_REQUESTS; i++) {
      client.send(i % 10 == 0 ? upload(mock) : message(mock), BodyHandlers.discarding());
    }
  }

  private static HttpRequest message(MockServer mock) {
    TestAccounts who = mock.accounts();
    String body =
        "{\"user\":{\"auth_id\":\"%s\"},\"message_body\":\"warm up\",\"message_type\":0,\"business_id\":%s}"
            .formatted(who.registeredUser(), who.businessId());
    return HttpRequest.newBuilder(URI.create(mock.baseUri() + "/v1.0/log_message_from_user/"))
        .header("Authorization", "Bearer " + who.haptikToken())
        .header("client-id", who.clientId())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static HttpRequest upload(MockServer mock) {
    TestAccounts who = mock.accounts();
    String part = "--b\r\nContent-Disposition: form-data; name=";
    String body =
        part
            + "\"file\"; filename=\"warm.csv\"\r\nContent-Type: text/csv\r\n\r\n"
            + "1,2,3\n".repeat(WARM_UP_FILE / 6)
            + "\r\n"
            + part
            + "\"room_id\"\r\n\r\n"
            + who.memberRoom()
            + "\r\n--b--\r\n";
    return HttpRequest.newBuilder(URI.create(mock.baseUri() + "/api/upload_file"))
        .header("Authorization", who.roomsToken())
        .header("Content-Type", "multipart/form-data; boundary=b")
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
