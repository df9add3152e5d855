package dev.assay.mock.service;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.Refusal;

/** The one user of the chat server that holds a valid token. */
public final class ChatUser {

  private final TestAccounts principals;

  public ChatUser(TestAccounts principals) {
    this.principals = principals;
  }

  /**
   * Checks the Authorization header: the token alone, without a scheme.
   *
   * @throws Refusal 401 for anything but the user's own token
   */
  void admit(MockRequest call) {
    String token = call.headers().only("authorization").orElse("");
    if (token.equals(principals.orphanToken())) {
      throw new Refusal(401, "Unauthorized access (invalid user)");
    }
    if (!token.equals(principals.roomsToken())) {
      throw new Refusal(401, "Invalid token or token missing");
    }
  }

  boolean isMemberOf(String room) {
    return room.equals(principals.memberRoom());
  }
}
