package dev.assay.mock.service;

import dev.assay.mock.http.ErrorFormat;
import dev.assay.mock.http.MockResponse;
import java.util.Optional;
import java.util.stream.Stream;

/** A documented operation, as mutants refer to it. */
public enum MockOperation {
  LOG_MESSAGE("log-message", "/v1.0/log_message_from_user/", "application/json"),
  LOG_FILE("log-file", "/v1.0/log_file_from_user/", "multipart/form-data"),
  UPLOAD_FILE("upload-file", "/api/upload_file", "multipart/form-data");

  private final String slug;
  private final String path;
  private final String mediaType;

  MockOperation(String slug, String path, String mediaType) {
    this.slug = slug;
    this.path = path;
    this.mediaType = mediaType;
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
