package dev.assay.mock.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** How each of the two services names the one member of its error objects. */
public enum ErrorFormat {
  HAPTIK("error_message"),
  ROOMS("error");

  private final String member;

  ErrorFormat(String member) {
    this.member = member;
  }

  /** The key that belongs to a path, also to one that nothing is served under. */
  public static ErrorFormat of(String path) {
    return path.contains("/v1.0/") ? HAPTIK : ROOMS;
  }

  public MockResponse response(int status, String text) {
    return MockResponse.json(status, JsonNodeFactory.instance.objectNode().put(member, text));
  }
}
