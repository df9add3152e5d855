package dev.assay.mock;

import java.util.Optional;
import java.util.stream.Stream;

/** A documented operation, as deviations refer to it. */
enum Operation {
  LOG_MESSAGE("log-message", "/v1.0/log_message_from_user/", "application/json"),
  LOG_FILE("log-file", "/v1.0/log_file_from_user/", "multipart/form-data"),
  UPLOAD_FILE("upload-file", "/api/upload_file", "multipart/form-data");

  private final String slug;
  private final String path;
  private final String mediaType;

  Operation(String slug, String path, String mediaType) {
    this.slug = slug;
    this.path = path;
    this.mediaType = mediaType;
  }

  String slug() {
    return slug;
  }

  String path() {
    return path;
  }

  /** Whether it is Haptik's, which has another token and another error object. */
  boolean isHaptik() {
    return ErrorKey.of(path) == ErrorKey.HAPTIK;
  }

  /** Whether its requests are forms with a file in them, and not JSON. */
  boolean takesFile() {
    return mediaType.startsWith("multipart/");
  }

  /** Whether this path, perhaps under a prefix, leads to it. */
  boolean isAt(String callPath) {
    return callPath.endsWith(path);
  }

  /** The text of a refusal of that status, as this operation's service words it. */
  Reply refusal(int status, String text) {
    return ErrorKey.of(path).reply(status, text);
  }

  static Operation at(String callPath) {
    return find(callPath).orElseThrow();
  }

  /** The one that this path leads to, if any. */
  static Optional<Operation> find(String callPath) {
    return Stream.of(values()).filter(each -> each.isAt(callPath)).findFirst();
  }
}
