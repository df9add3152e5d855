package dev.assay.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.UserException;
import dev.assay.mock.service.TestAccounts;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a mock listens, and under which address it names what it stored. */
class MockHostTest {

  private static MockServer on(String host, int port) {
    return MockServer.start(
        new MockSetup(host, port, TestAccounts.sample(), List.of(), List.of(), Optional.empty()));
  }

  private static String fileUrl(String base) throws Exception {
    TestForm form = TestForm.upload("room123", new byte[3]);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + Caller.UPLOAD))
            .header("Authorization", TestAccounts.sample().roomsToken())
            .header("Content-Type", form.contentType())
            .POST(BodyPublishers.ofByteArray(form.bytes()))
            .build();
    return new Answer(HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()))
        .json()
        .path("file_url")
        .asText();
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1", "localhost", "127.0.0.2"})
  void files_are_named_by_the_host_that_it_listens_on(String host) throws Exception {
    try (MockServer mock = on(host, 0)) {
      String base = "http://" + host + ":" + mock.baseUri().getPort();
      assertThat(mock.baseUri()).hasToString(base);
      assertThat(fileUrl(base)).startsWith(base + "/files/");
    }
  }

  @Test
  void on_every_address_files_are_named_by_the_one_that_the_caller_used() throws Exception {
    try (MockServer mock = on("0.0.0.0", 0)) {
      for (String host : List.of("127.0.0.1", "localhost", "127.0.0.2")) {
        String base = "http://" + host + ":" + mock.baseUri().getPort();
        assertThat(fileUrl(base)).startsWith(base + "/files/");
      }
    }
  }

  @Test
  void a_port_in_use_is_told_with_what_to_do() {
    try (MockServer first = on("127.0.0.1", 0)) {
      assertThatThrownBy(() -> on("127.0.0.1", first.baseUri().getPort()))
          .isInstanceOf(UserException.class)
          .hasMessage(
              "port %d on 127.0.0.1 is in use: end what listens there, or take another port, such as 0 for a free one"
                  .formatted(first.baseUri().getPort()));
    }
  }

  @Test
  void an_address_of_another_machine_is_told() {
    assertThatThrownBy(() -> on("192.0.2.1", 0))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("192.0.2.1 is no address of this machine");
  }

  @Test
  void a_port_that_needs_privileges_is_told() {
    assertThat(PortTaken.at("127.0.0.1", 80, new BindException("Permission denied")))
        .hasMessage("port 80 on 127.0.0.1 is not open to this user: take one from 1024 upwards");
  }
}
