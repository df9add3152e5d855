package dev.assay.mock;

import java.util.stream.Stream;

/** A documented operation, as deviations refer to it. */
enum Operation {
  LOG_MESSAGE("log-message", "/v1.0/log_message_from_user/"),
  LOG_FILE("log-file", "/v1.0/log_file_from_user/"),
  UPLOAD_FILE("upload-file", "/api/upload_file");

  private final String slug;
  private final String path;

  Operation(String slug, String path) {
    this.slug = slug;
    this.path = path;
  }

  String slug() {
    return slug;
  }

  String path() {
    return path;
  }

  /** Whether it is Haptik's, which has another token and another error object. */
  boolean isHaptik() {
    return this != UPLOAD_FILE;
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
    return Stream.of(values()).filter(each -> each.isAt(callPath)).findFirst().orElseThrow();
  }
}
