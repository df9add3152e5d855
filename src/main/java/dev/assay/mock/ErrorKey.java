package dev.assay.mock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** How each of the two services names the one member of its error objects. */
enum ErrorKey {
  HAPTIK("error_message"),
  ROOMS("error");

  private final String member;

  ErrorKey(String member) {
    this.member = member;
  }

  /** The key that belongs to a path, also to one that nothing is served under. */
  static ErrorKey of(String path) {
    return path.contains("/v1.0/") ? HAPTIK : ROOMS;
  }

  Reply reply(int status, String text) {
    return Reply.json(status, JsonNodeFactory.instance.objectNode().put(member, text));
  }
}
