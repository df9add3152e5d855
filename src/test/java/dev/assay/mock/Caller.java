package dev.assay.mock;

import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A client of one stand-in, over real HTTP, that has everything right unless told otherwise. */
public record Caller(HttpClient client, MockServer server) {

  static final String MESSAGE = "/v1.0/log_message_from_user/";
  static final String FILE = "/v1.0/log_file_from_user/";
  public static final String UPLOAD = "/api/upload_file";
  static final String ROOM_MESSAGES = "/api/get_room_messages?room_id=";

  public static Caller of(MockServer server) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return new Caller(client, server);
  }

  TestAccounts accounts() {
    return server.accounts();
  }

  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.baseUri() + path));
  }

  HttpRequest.Builder haptik(String path) {
    return to(path)
        .header("Authorization", "Bearer " + accounts().haptikToken())
        .header("client-id", accounts().clientId());
  }

  public HttpRequest.Builder rooms(String path) {
    return to(path).header("Authorization", accounts().roomsToken());
  }

  Answer message(String json) {
    return send(
        haptik(MESSAGE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  Answer file(TestForm form) {
    return post(haptik(FILE), form);
  }

  public Answer upload(TestForm form) {
    return post(rooms(UPLOAD), form);
  }

  Answer messagesOf(String room) {
    return send(rooms(ROOM_MESSAGES + room));
  }

  public Answer post(HttpRequest.Builder request, TestForm form) {
    return send(
        request
            .header("Content-Type", form.contentType())
            .POST(BodyPublishers.ofByteArray(form.bytes())));
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
