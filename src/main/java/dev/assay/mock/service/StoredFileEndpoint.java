package dev.assay.mock.service;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.http.Refusal;
import java.util.Map;

/**
 * GET {@code /files/NAME}: a stored file, byte for byte, for anybody; 404 for one that never was,
 * 403 where it may have had to make room, which is this memory's fault and no service's.
 */
public record StoredFileEndpoint(FileStore files) implements MockEndpoint {

  private static final Map<String, String> TYPES =
      Map.of(
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "png", "image/png",
          "gif", "image/gif",
          "pdf", "application/pdf",
          "csv", "text/csv",
          "doc", "application/msword",
          "xls", "application/vnd.ms-excel",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  @Override
  public MockResponse answer(MockRequest request) {
    String name = request.path().substring(request.path().lastIndexOf('/') + 1);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    String type = TYPES.getOrDefault(extension, "application/octet-stream");
    return files
        .find(name)
        .map(content -> new MockResponse(200, Map.of("Content-Type", type), content))
        .orElseThrow(
            () ->
                files.hasMadeRoom()
                    ? new Refusal(403, "no such file any longer")
                    : new Refusal(404, "no such file"));
  }
}
