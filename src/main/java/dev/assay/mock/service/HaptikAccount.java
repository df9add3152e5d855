package dev.assay.mock.service;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.Refusal;
import java.util.Optional;

/** One Haptik account: who may call, for whom, and on which channel. */
public final class HaptikAccount {

  private static final String SCHEME = "Bearer ";

  private final TestAccounts accounts;

  public HaptikAccount(TestAccounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Checks the two headers of the account.
   *
   * @throws Refusal 401 without the token, 400 without the client id
   */
  void admit(MockRequest request) {
    if (!token(request).equals(Optional.of(accounts.haptikToken()))) {
      throw new Refusal(401, "invalid authorization details");
    }
    if (!request.headers().only("client-id").equals(Optional.of(accounts.clientId()))) {
      throw new Refusal(400, "invalid client-id");
    }
  }

  /** What follows the scheme, whose letters may be of either case, and one blank. */
  private static Optional<String> token(MockRequest request) {
    return request
        .headers()
        .only("authorization")
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()));
  }

  /**
   * Goes on only for a registered user.
   *
   * @throws Refusal 403 for a user that is not registered
   */
  void requireRegistered(String authId) {
    if (!authId.equals(accounts.registeredUser())) {
      throw new Refusal(403, "user is not registered");
    }
  }

  /**
   * Goes on only for the account's own business.
   *
   * @param digits of the business id
   * @throws Refusal 400 for a business that is not the account's
   */
  void requireBusiness(String digits) {
    if (!digits.equals(String.valueOf(accounts.businessId()))) {
      throw new Refusal(400, "unknown business_id");
    }
  }
}
