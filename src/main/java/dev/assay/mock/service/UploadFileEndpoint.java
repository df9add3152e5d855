package dev.assay.mock.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.mock.http.Form;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.http.ReceivedPart;
import dev.assay.mock.http.Refusal;

/**
 * POST {@code /api/upload_file}: stores a file and posts its URL in a room.
 *
 * <p>Checks, in this order: 401 token, 415 content type, 400 size of a body that is too long to be
 * looked into, 400 form, file, file name and room id, 403 membership, 400 file size; then 500 when
 * the storage fails. Nothing is posted unless the file is stored.
 */
public record UploadFileEndpoint(ChatUser user, RoomFeed feed, Storage storage)
    implements MockEndpoint {

  /** Bytes of the largest file, itself allowed. */
  static final int LARGEST_FILE = 24 * 1024 * 1024;

  @Override
  public MockResponse answer(MockRequest request) {
    user.admit(request);
    RoomUpload upload = RoomUpload.read(form(request));
    if (!user.isMemberOf(upload.room())) {
      throw new Refusal(403, "You are not a member of this room");
    }
    requireSize(upload.file().content().length() > LARGEST_FILE);
    String url = store(upload.file());
    feed.post(upload.room(), url, upload.fileName());
    return MockResponse.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("message", "File uploaded successfully")
            .put("file_url", url));
  }

  private static Form form(MockRequest request) {
    request.contentType("multipart/form-data");
    requireSize(request.isTooLong());
    return Form.read(request);
  }

  private static void requireSize(boolean tooLarge) {
    if (tooLarge) {
      throw new Refusal(400, "File size exceeds the 24MB limit");
    }
  }

  private String store(ReceivedPart file) {
    try {
      return storage.store(file.content(), file.extension()).toString();
    } catch (StorageException e) {
      throw new Refusal(500, "File upload failed: " + e.getMessage());
    }
  }
}
