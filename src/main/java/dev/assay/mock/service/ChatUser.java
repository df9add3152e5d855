package dev.assay.mock.service;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.Refusal;

/** The one user of the chat server that holds a valid token. */
public final class ChatUser {

  private final TestAccounts accounts;

  public ChatUser(TestAccounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Checks the Authorization header: the token alone, without a scheme.
   *
   * @throws Refusal 401 for anything but the user's own token
   */
  void admit(MockRequest request) {
    String token = request.headers().only("authorization").orElse("");
    if (token.equals(accounts.orphanToken())) {
      throw new Refusal(401, "Unauthorized access (invalid user)");
    }
    if (!token.equals(accounts.roomsToken())) {
      throw new Refusal(401, "Invalid token or token missing");
    }
  }

  boolean isMemberOf(String room) {
    return room.equals(accounts.memberRoom());
  }
}
