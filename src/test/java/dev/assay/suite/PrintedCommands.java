package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.record.CurlCommand;
import dev.assay.exchange.record.Recorder;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.service.TestAccounts;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;

/**
 * Sends requests of all cases twice, as Assay does and by their printed commands, to a server that
 * tells what came.
 *
 * @param folder where the files of the commands go
 */
record PrintedCommands(Path folder) {

  private static final int WORKERS = 4;
  private static final TestAccounts PRINCIPALS = TestAccounts.sample();

  /** Compares those that are chosen by their place, and tells how many there were. */
  int compare(IntPredicate chosen) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<Integer>> workers = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        int worker = i;
        workers.add(
            threads.submit(
                () -> compare(n -> n % WORKERS == worker && chosen.test(n), workFolder(worker))));
      }
      int compared = 0;
      for (Future<Integer> each : workers) {
        compared += each.get();
      }
      return compared;
    } finally {
      threads.shutdownNow();
    }
  }

  private Path workFolder(int worker) throws IOException {
    return Files.createDirectories(folder.resolve("worker-" + worker));
  }

  private static int compare(IntPredicate chosen, Path folder) throws Exception {
    int at = 0;
    int compared = 0;
    try (RecordingServer server = new RecordingServer()) {
      Target target = EmbeddedTarget.at(server.uri(), PRINCIPALS);
      for (ServiceSuite service : ServiceSuites.of(target, new TestData(1))) {
        Recorder recorder = new Recorder(service.access().secrets(), target.ids());
        try (Client client = ServiceClient.overApache(service.access(), target.limits())) {
          for (Request request : requests(service)) {
            if (chosen.test(at++)) {
              compared++;
              CurlCommand curl = recorder.recorded(client.send(request)).curl();
              RecordingServer.Received sent = server.next();
              run(curl, folder);
              assertThat(server.next()).as(curl.line()).isEqualTo(sent);
            }
          }
        }
      }
    }
    return compared;
  }

  /** Compares two requests that go one after the other on the same connection. */
  void compareInARow() throws Exception {
    try (RecordingServer server = new RecordingServer()) {
      Target target = EmbeddedTarget.at(server.uri(), PRINCIPALS);
      for (ServiceSuite service : ServiceSuites.of(target, new TestData(1))) {
        Recorder recorder = new Recorder(service.access().secrets(), target.ids());
        try (Client client = ServiceClient.overApache(service.access(), target.limits())) {
          List<Request> row = requests(service).subList(0, 2);
          Exchange last = client.sendOnOneConnection(row).get(1);
          List<RecordingServer.Received> sent = List.of(server.next(), server.next());
          CurlCommand curl = recorder.recorded(last).curl();
          run(curl, folder);
          assertThat(List.of(server.next(), server.next())).as(curl.line()).isEqualTo(sent);
        }
      }
    }
  }

  private static List<Request> requests(ServiceSuite service) {
    return service.operations().stream()
        .flatMap(suite -> suite.cases().stream())
        .flatMap(c -> c.interaction().planned().stream())
        .distinct()
        .toList();
  }

  private static void run(CurlCommand curl, Path folder) throws IOException, InterruptedException {
    for (CurlCommand.File file : curl.files()) {
      Path path = folder.resolve(file.name());
      Files.createDirectories(path.getParent());
      try (InputStream content = file.content().open()) {
        Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", curl.line()).directory(folder.toFile());
    builder.environment().put("TOKEN", PRINCIPALS.haptikToken());
    builder.environment().put("CLIENT_ID", PRINCIPALS.clientId());
    builder.environment().put("ROOMS_TOKEN", PRINCIPALS.roomsToken());
    builder.environment().put("ROOMS_ORPHAN", PRINCIPALS.orphanToken());
    Process shell = builder.redirectErrorStream(true).start();
    shell.getOutputStream().close();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(curl.line() + "\n" + said).isZero();
  }
}
