package dev.assay.app.load;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.contract.Operation;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Service;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import dev.assay.request.DocumentedRequests;
import dev.assay.request.Draft;
import dev.assay.request.SampleFile;
import dev.assay.request.SizedFile;
import dev.assay.request.TestData;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
  private static final String PURPOSE = "warm-up";

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
    List<HttpRequest> without = new ArrayList<>();
    List<HttpRequest> withFile = new ArrayList<>();
    for (Service service : EmbeddedTarget.of(mock).services()) {
      for (Operation operation : service.contract().operations()) {
        boolean file = operation.body().file().isPresent();
        (file ? withFile : without).add(documented(service, operation));
      }
    }
    for (int i = 0; i < WARM_UP_REQUESTS; i++) {
      List<HttpRequest> next = i % 10 == 0 ? withFile : without;
      client.send(next.get(i / 10 % next.size()), BodyHandlers.discarding());
    }
  }

  private static HttpRequest documented(Service service, Operation operation) throws IOException {
    DocumentedRequests requests = new DocumentedRequests(operation, service, new TestData(0));
    Draft draft = requests.draft(PURPOSE);
    if (operation.body().file().isPresent()) {
      draft =
          draft.with(requests.named(PURPOSE, SampleFile.PDF, SizedFile.of("pdf", WARM_UP_FILE, 0)));
    }
    Request request = service.secrets().filledIn(draft.request());
    try (InputStream body = request.body().open()) {
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(URI.create(request.uriWithQuery()))
              .method(request.method(), BodyPublishers.ofByteArray(body.readAllBytes()));
      request.headers().forEach(header -> builder.header(header.name(), header.value()));
      return builder.build();
    }
  }
}
