package dev.assay.mock.service;

import dev.assay.mock.http.HeaderValue;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.http.Refusal;

/**
 * POST {@code /v1.0/log_message_from_user/}: logs one message.
 *
 * <p>Checks, in this order: 401 token, 400 client id, 415 content type, 413 length, 400 members,
 * 403 user, 400 business.
 */
public record LogMessageEndpoint(HaptikAccount account, MessageReceipts receipts)
    implements MockEndpoint {

  @Override
  public MockResponse answer(MockRequest request) {
    account.admit(request);
    requireJson(request);
    LogMessage message = LogMessage.read(request.body());
    account.requireRegistered(message.authId());
    account.requireBusiness(message.businessId());
    return MockResponse.json(200, receipts.receipt(message.text(), LogMessage.STANDARD));
  }

  private static void requireJson(MockRequest request) {
    HeaderValue type = request.contentType("application/json");
    if (!type.parameter("charset").orElse("utf-8").equalsIgnoreCase("utf-8")) {
      throw new Refusal(415, "the body must be in UTF-8");
    }
    if (request.isTooLong()) {
      throw new Refusal(413, "the body is too long");
    }
  }
}
