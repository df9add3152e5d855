package dev.assay.mock;

import dev.assay.mock.service.TestAccounts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a multipart form. */
public final class TestForm {

  private static final String BOUNDARY = "----test-boundary";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A complete form for {@code log_file_from_user}, but for its file and message type. */
  static TestForm logFile(TestAccounts accounts) {
    return new TestForm()
        .field("auth_id", accounts.registeredUser())
        .field("business_id", String.valueOf(accounts.businessId()));
  }

  /** An image of that many bytes for {@code log_file_from_user}, complete. */
  static TestForm image(TestAccounts accounts, int bytes) {
    return logFile(accounts).field("message_type", "1").file("photo.jpg", new byte[bytes]);
  }

  /** A complete form for {@code upload_file}. */
  public static TestForm upload(String room, byte[] content) {
    return new TestForm().file("notes.pdf", content).field("room_id", room);
  }

  TestForm field(String name, String value) {
    return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
  }

  TestForm file(String fileName, byte[] content) {
    return part("name=\"file\"; filename=\"" + fileName + "\"", content);
  }

  TestForm part(String parameters, byte[] content) {
    text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + parameters + "\r\n\r\n");
    out.writeBytes(content);
    text("\r\n");
    return this;
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  byte[] bytes() {
    text("--" + BOUNDARY + "--\r\n");
    return out.toByteArray();
  }
}
