package dev.assay.mock.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.Form;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.ReceivedPart;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.TestAccounts;
import java.util.List;
import java.util.Optional;

/** What a call asks for, as far as it can be told, without judging it. */
public record RequestView(MockRequest request, List<ReceivedPart> parts, JsonNode json) {

  private static final JsonMapper MAPPER = new JsonMapper();

  public static RequestView by(MockRequest request) {
    List<ReceivedPart> parts = parts(request);
    return new RequestView(
        request, parts, parts.isEmpty() ? json(request) : MissingNode.getInstance());
  }

  private static List<ReceivedPart> parts(MockRequest request) {
    try {
      return Form.read(request).parts();
    } catch (RuntimeException noForm) {
      return List.of();
    }
  }

  private static JsonNode json(MockRequest request) {
    try {
      return MAPPER.readTree(request.body().lenientText());
    } catch (JsonProcessingException noJson) {
      return MissingNode.getInstance();
    }
  }

  /** The Authorization header; empty when it is absent or there are several. */
  public String authorization() {
    return request.headers().only("authorization").orElse("");
  }

  public boolean has(String header) {
    return request.headers().has(header);
  }

  /** A field's text, be it a part or a member. */
  public Optional<String> text(String field) {
    Optional<String> inForm =
        parts.stream()
            .filter(part -> part.name().equals(field) && !part.isFile())
            .map(part -> part.content().lenientText())
            .findFirst();
    JsonNode node = json.path(field);
    return inForm.or(() -> Optional.of(node).filter(JsonNode::isValueNode).map(JsonNode::asText));
  }

  /** The user on whose behalf it is. */
  public String user() {
    return text("auth_id").orElse(json.path("user").path("auth_id").asText(""));
  }

  /** The part named file, if it came as one. */
  public Optional<ReceivedPart> file() {
    return parts.stream().filter(part -> part.isFile() && part.name().equals("file")).findFirst();
  }

  /** Bytes of the file; -1 without one. */
  public int fileSize() {
    return file().map(part -> part.content().length()).orElse(-1);
  }

  public String extension() {
    return file().map(ReceivedPart::extension).orElse("");
  }

  /** The place of the part or member of that name, counted from 0; -1 without one. */
  public int place(String name) {
    List<String> names =
        parts.isEmpty()
            ? json.properties().stream().map(java.util.Map.Entry::getKey).toList()
            : parts.stream().map(ReceivedPart::name).toList();
    return names.indexOf(name);
  }

  /** Whether the first file's part says how long it is. */
  public boolean statesLength() {
    return request.body().indexOf(Bytes.utf8("\r\nContent-Length:"), 0) >= 0;
  }

  public boolean isChunked() {
    return !has("content-length");
  }

  /** Whether it names the room that the user is no member of. */
  public boolean isForeign(TestAccounts accounts) {
    return text("room_id").equals(Optional.of(accounts.foreignRoom()));
  }

  /** Whether the credentials and the user or room are right, and an upload's file has a name. */
  boolean isEntitled(TestAccounts accounts) {
    MockOperation operation = MockOperation.at(request.path());
    boolean named =
        !operation.takesFile()
            || file().flatMap(ReceivedPart::fileName).filter(name -> !name.isEmpty()).isPresent();
    return operation.isHaptik()
        ? authorization().equals("Bearer " + accounts.haptikToken())
            && request.headers().only("client-id").equals(Optional.of(accounts.clientId()))
            && user().equals(accounts.registeredUser())
        : authorization().equals(accounts.roomsToken())
            && text("room_id").equals(Optional.of(accounts.memberRoom()))
            && named;
  }
}
