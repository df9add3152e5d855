package dev.assay.mock.service;

import dev.assay.mock.http.ErrorFormat;
import dev.assay.mock.http.MockResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A documented operation, as mutants refer to it. */
public enum MockOperation {
  LOG_MESSAGE(
      "log-message",
      "/v1.0/log_message_from_user/",
      "application/json",
      "user.auth_id=$registeredUser business_id=$businessId message_body=Hello message_type=0"),
  LOG_FILE(
      "log-file",
      "/v1.0/log_file_from_user/",
      "multipart/form-data",
      "auth_id=$registeredUser business_id=$businessId message_type=52"),
  UPLOAD_FILE("upload-file", "/api/upload_file", "multipart/form-data", "room_id=$memberRoom");

  private final String slug;
  private final String path;
  private final String mediaType;
  private final String fields;

  /**
   * One of them.
   *
   * @param fields those of a request that is accepted, but for a file; what begins with $ is a
   *     value of the accounts
   */
  MockOperation(String slug, String path, String mediaType, String fields) {
    this.slug = slug;
    this.path = path;
    this.mediaType = mediaType;
    this.fields = fields;
  }

  public String slug() {
    return slug;
  }

  public String path() {
    return path;
  }

  /** Whether it is Haptik's, which has another token and another error object. */
  public boolean isHaptik() {
    return ErrorFormat.of(path) == ErrorFormat.HAPTIK;
  }

  /** Whether its requests are forms with a file in them, and not JSON. */
  public boolean takesFile() {
    return mediaType.startsWith("multipart/");
  }

  /** The fields of a request that is accepted, but for a file, where these accounts are known. */
  public Map<String, Object> fields(TestAccounts accounts) {
    Map<String, Object> values = new TreeMap<>();
    documented()
        .forEach(
            (field, value) ->
                values.put(field, value.matches("\\d+") ? Integer.valueOf(value) : value));
    named().forEach((field, name) -> values.put(field, accounts.named(name).orElseThrow()));
    return values;
  }

  /** The fields that hold a value of the accounts, with its name. */
  public Map<String, String> named() {
    Map<String, String> named = documented();
    named.values().removeIf(value -> !value.startsWith("$"));
    named.replaceAll((field, value) -> value.substring(1));
    return named;
  }

  private Map<String, String> documented() {
    return Stream.of(fields.split(" ", -1))
        .map(field -> field.split("=", 2))
        .collect(Collectors.toMap(field -> field[0], field -> field[1], (a, b) -> b, TreeMap::new));
  }

  /** Whether this path, perhaps under a prefix, leads to it. */
  public boolean isAt(String requestPath) {
    return requestPath.endsWith(path);
  }

  /** The text of a refusal of that status, as this operation's service words it. */
  public MockResponse refusal(int status, String text) {
    return ErrorFormat.of(path).response(status, text);
  }

  public static MockOperation at(String requestPath) {
    return find(requestPath).orElseThrow();
  }

  /** The one that this path leads to, if any. */
  public static Optional<MockOperation> find(String requestPath) {
    return Stream.of(values()).filter(each -> each.isAt(requestPath)).findFirst();
  }
}
