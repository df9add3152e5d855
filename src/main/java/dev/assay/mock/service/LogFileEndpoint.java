package dev.assay.mock.service;

import dev.assay.mock.http.Form;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.http.ReceivedPart;
import dev.assay.mock.http.Refusal;

/**
 * POST {@code /v1.0/log_file_from_user/}: logs and stores one file.
 *
 * <p>Checks, in this order: 401 token, 400 client id, 415 content type, 413 for a body that is too
 * long to be looked into, 400 form, 403 user, 400 business, 400 extension, 413 file size; then 500
 * when the storage fails.
 */
public record LogFileEndpoint(HaptikAccount account, MessageReceipts receipts, Storage storage)
    implements MockEndpoint {

  /** Bytes of the largest file, itself allowed. */
  static final int LARGEST_FILE = 10 * 1024 * 1024;

  @Override
  public MockResponse answer(MockRequest request) {
    account.admit(request);
    LoggedFile logged = LoggedFile.read(form(request));
    account.requireRegistered(logged.authId());
    account.requireBusiness(logged.businessId());
    requireExtension(logged);
    requireSize(logged.file().content().length() > LARGEST_FILE);
    String url = store(logged.file());
    return MockResponse.json(
        200, receipts.receipt(logged.text(), logged.kind().messageType()).put("file_url", url));
  }

  private static Form form(MockRequest request) {
    request.contentType("multipart/form-data");
    requireSize(request.isTooLong());
    return Form.read(request);
  }

  private static void requireSize(boolean tooLarge) {
    if (tooLarge) {
      throw new Refusal(413, "file is larger than 10MB");
    }
  }

  private static void requireExtension(LoggedFile logged) {
    if (!logged.kind().takes(logged.file().extension())) {
      throw new Refusal(400, "file extension does not fit message_type");
    }
  }

  private String store(ReceivedPart file) {
    try {
      return storage.store(file.content(), file.extension()).toString();
    } catch (StorageException e) {
      throw new Refusal(500, "file could not be stored: " + e.getMessage());
    }
  }
}
