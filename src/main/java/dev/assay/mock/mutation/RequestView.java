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
import dev.assay.mock.service.Storage;
import dev.assay.mock.service.TestAccounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request asks for, as far as it shows, without judging it.
 *
 * @param accounts whom the mock knows that it came to
 * @param parts none unless it is a form
 * @param json missing unless its body is JSON
 */
public record RequestView(
    MockRequest request, TestAccounts accounts, List<ReceivedPart> parts, JsonNode json) {

  private static final JsonMapper MAPPER = new JsonMapper();

  public static RequestView of(MockRequest request, TestAccounts accounts) {
    List<ReceivedPart> parts = parts(request);
    JsonNode json = parts.isEmpty() ? json(request) : MissingNode.getInstance();
    return new RequestView(request, accounts, parts, json);
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

  /** Whether its method is this one. */
  public boolean is(String method) {
    return request.method().equals(method);
  }

  public boolean has(String header) {
    return request.headers().has(header);
  }

  /** A header's value; empty when it is absent or there are several. */
  public String header(String name) {
    return request.headers().only(name).orElse("");
  }

  public String authorization() {
    return header("authorization");
  }

  public boolean hasToken() {
    return has("authorization");
  }

  /** Whether its Authorization header is right. */
  public boolean isAuthorised() {
    return authorization().equals(rightAuthorization());
  }

  /** Whether its body holds this text somewhere. */
  public boolean sends(String text) {
    return request.body().indexOf(Bytes.utf8(text), 0) >= 0;
  }

  /** A field's text, be it a part or a member; names of members inside others joined by points. */
  public Optional<String> text(String field) {
    Optional<String> inForm =
        parts.stream()
            .filter(part -> part.name().equals(field) && !part.isFile())
            .map(part -> part.content().lenientText())
            .findFirst();
    JsonNode node = json.at("/" + field.replace('.', '/'));
    return inForm.or(() -> Optional.of(node).filter(JsonNode::isValueNode).map(JsonNode::asText));
  }

  /** A field's text; empty when there is none. */
  public String value(String field) {
    return text(field).orElse("");
  }

  public boolean lacks(String field) {
    return text(field).isEmpty();
  }

  /** Whether a field was sent with no text. */
  public boolean isEmpty(String field) {
    return text(field).filter(String::isEmpty).isPresent();
  }

  /** Whether a field has that value of the accounts, under the name that documents give it. */
  public boolean holds(String field, String name) {
    return accounts.named(name).filter(known -> value(field).equals(known.toString())).isPresent();
  }

  /** The user on whose behalf it is. */
  public String user() {
    return text("auth_id").orElse(value("user.auth_id"));
  }

  public boolean isRegistered() {
    return user().equals(accounts.registeredUser());
  }

  /** Whether its message_type is that of documents. */
  public boolean isDocument() {
    return value("message_type").equals("52");
  }

  /** The part named file, if it came as one. */
  public Optional<ReceivedPart> file() {
    return parts.stream().filter(part -> part.isFile() && part.name().equals("file")).findFirst();
  }

  /** The file's name; empty without one. */
  public String fileName() {
    return file().flatMap(ReceivedPart::fileName).orElse("");
  }

  /** Whether the file has a name of this form. */
  public boolean isNamed(String form) {
    return file().flatMap(ReceivedPart::fileName).filter(name -> name.matches(form)).isPresent();
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
            ? json.properties().stream().map(Map.Entry::getKey).toList()
            : parts.stream().map(ReceivedPart::name).toList();
    return names.indexOf(name);
  }

  /** Whether a field comes later than the file. */
  public boolean isAfterFile(String field) {
    return place(field) > place("file");
  }

  /** Whether it came to the services whose storage is up. */
  public boolean isStorageUp() {
    return !request.path().startsWith(Storage.DOWN_PATH);
  }

  /** Whether it names the room that the user is no member of. */
  public boolean isForeign() {
    return value("room_id").equals(accounts.foreignRoom());
  }

  /** What would be right as its Authorization header. */
  public String rightAuthorization() {
    return isHaptik() ? "Bearer " + accounts.haptikToken() : accounts.roomsToken();
  }

  /** The request with what is right in that header. */
  public MockRequest authorised(String header) {
    return request.with(header, rightAuthorization());
  }

  /** The documented request in its place. */
  public MockRequest asValid() {
    return new ValidRequest(this).request();
  }

  private boolean isHaptik() {
    return operation().isHaptik();
  }

  private MockOperation operation() {
    return MockOperation.at(request.path());
  }

  /** Whether it has the right credentials and values of the accounts, and a name for its file. */
  boolean isEntitled() {
    return isAuthorised()
        && (!isHaptik() || header("client-id").equals(accounts.clientId()))
        && !(operation().takesFile() && fileName().isEmpty())
        && operation().named().entrySet().stream()
            .allMatch(field -> holds(field.getKey(), field.getValue()));
  }
}
