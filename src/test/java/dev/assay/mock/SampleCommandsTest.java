package dev.assay.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents' own curl commands, their placeholders filled in, against the mock. */
class SampleCommandsTest {

  @TempDir private Path folder;

  private String run(String command) throws IOException, InterruptedException {
    Path jpg = folder.resolve("test.jpg");
    try (var sample = SampleCommandsTest.class.getResourceAsStream("/samples/sample.jpg")) {
      Files.write(jpg, sample.readAllBytes());
    }
    Process process =
        new ProcessBuilder("bash", "-c", command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return answer;
  }

  private static String filled(MockServer mock, String command) {
    TestAccounts who = mock.accounts();
    return command
        .replace("https://staging-messenger.haptikapi.com", mock.baseUri().toString())
        .replace("https://api.example.com", mock.baseUri().toString())
        .replace("<TOKEN>", who.haptikToken())
        .replace("<CLIENT_ID>", who.clientId())
        .replace("<AUTH_ID>", who.registeredUser())
        .replace("<BUSINESS_ID>", Long.toString(who.businessId()))
        .replace("<MESSAGE_BODY>", "Hello")
        .replace("343", Long.toString(who.businessId()))
        .replace("your-auth-token", who.roomsToken())
        .replace("room123", who.memberRoom())
        .replace("/home/user1/Desktop/test.jpg", "test.jpg")
        .replace("/path/to/your/file.pdf", "test.jpg");
  }

  @Test
  void the_sample_message_is_logged() throws Exception {
    try (MockServer mock = MockServer.start(TestAccounts.sample())) {
      String command =
          """
          curl -X POST \\
              https://staging-messenger.haptikapi.com/v1.0/log_message_from_user/ \\
            -H 'Authorization: Bearer <TOKEN>' \\
            -H 'client-id: <CLIENT_ID>' \\
            -H 'Content-Type: application/json' \\
            -d '{
              "message_body": "<MESSAGE_BODY>",
              "business_id": 343,
              "message_type": 0,
              "user": {"auth_id": "<AUTH_ID>"}
          }'
          """;
      assertThat(run(filled(mock, command)))
          .contains("\"message_id\":")
          .contains("\"message_body\":\"Hello\"");
    }
  }

  @Test
  void the_sample_file_is_logged() throws Exception {
    try (MockServer mock = MockServer.start(TestAccounts.sample())) {
      String command =
          """
          curl -X POST\\
              https://staging-messenger.haptikapi.com/v1.0/log_file_from_user/ \\
            -H 'Authorization: Bearer <TOKEN>' \\
            -H 'client-id: <CLIENT_ID>' \\
            -H 'Content-Type: multipart/form-data' \\
            -F "auth_id=<AUTH_ID>" \\
            -F "business_id=<BUSINESS_ID>" \\
            -F "message_type=1" \\
            -F "file=@/home/user1/Desktop/test.jpg" \\
            -F "message_body="
          """;
      assertThat(run(filled(mock, command)))
          .contains("\"message_type\":1")
          .contains("\"file_url\":");
    }
  }

  @Test
  void the_sample_upload_is_posted() throws Exception {
    try (MockServer mock = MockServer.start(TestAccounts.sample())) {
      String command =
          """
          curl -X POST https://api.example.com/api/upload_file \\
            -H "Authorization: your-auth-token" \\
            -F "file=@/path/to/your/file.pdf" \\
            -F "room_id=room123"
          """;
      assertThat(run(filled(mock, command)))
          .contains("\"message\":\"File uploaded successfully\"")
          .contains("\"file_url\":");
    }
  }
}
