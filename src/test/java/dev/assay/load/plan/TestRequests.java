package dev.assay.load.plan;

import dev.assay.load.request.LoadRequest;
import java.util.List;

/** Requests of the shipped settings. */
public final class TestRequests {

  public static final LoadRequest LOG_MESSAGE = LoadRequest.of("log-message");
  public static final LoadRequest LOG_FILE_SMALL =
      new LoadRequest("log-file-small", "log-file", 2_000, "jpg");
  public static final LoadRequest LOG_FILE_10MB =
      new LoadRequest("log-file-10mb", "log-file", 10_000_000, "jpg");
  public static final LoadRequest UPLOAD_SMALL =
      new LoadRequest("upload-small", "upload-file", 2_000, "jpg");

  private TestRequests() {}

  /** A scenario of messages alone. */
  public static Scenario messages() {
    return new Scenario("message", List.of(new Scenario.Share(LOG_MESSAGE, 1)));
  }
}
