package dev.assay.load.plan;

import java.util.Optional;
import java.util.stream.Stream;

/** A request that load is made of. Its name is that of objectives and reports. */
public enum LoadRequest {
  /** A JSON message. */
  LOG_MESSAGE("log-message", "haptik", "log-message", 0),
  /** A small image to Haptik. */
  LOG_FILE_SMALL("log-file-small", "haptik", "log-file", 2_000),
  /** A CSV document of 1 MB to Haptik. */
  LOG_FILE_1MB("log-file-1mb", "haptik", "log-file", 1_000_000),
  /** An image of 10 MB, the documented limit, to Haptik. */
  LOG_FILE_10MB("log-file-10mb", "haptik", "log-file", 10_000_000),
  /** A small image to the chat server. */
  UPLOAD_SMALL("upload-small", "rooms", "upload-file", 2_000),
  /** A CSV document of 1 MB to the chat server. */
  UPLOAD_1MB("upload-1mb", "rooms", "upload-file", 1_000_000),
  /** An image of 24 MiB, the documented limit, to the chat server. */
  UPLOAD_24MIB("upload-24mib", "rooms", "upload-file", 24 * 1024 * 1024);

  /** How the reason of a failure begins when no answer came. */
  public static final String NO_ANSWER = "no answer";

  /** The reason of a failure that the load generator itself is to blame for. */
  public static final String EXHAUSTED = NO_ANSWER + ": the load generator ran out of connections";

  private static final long MESSAGE_BYTES = 140;
  private static final long FORM_BYTES = 700;

  private final String slug;
  private final String service;
  private final String operation;
  private final long fileBytes;

  LoadRequest(String slug, String service, String operation, long fileBytes) {
    this.slug = slug;
    this.service = service;
    this.operation = operation;
    this.fileBytes = fileBytes;
  }

  /** The name in settings and reports. */
  public String slug() {
    return slug;
  }

  /** The key in target files of the service that it goes to. */
  public String service() {
    return service;
  }

  /** The id of the contract's operation. */
  public String operation() {
    return operation;
  }

  /** The member of a refusal's object that says why. */
  public String errorMember() {
    return service.equals("haptik") ? "error_message" : "error";
  }

  /** The size of the file in it, in bytes; 0 for none. */
  public long fileBytes() {
    return fileBytes;
  }

  /** About how many bytes of body it sends: the file exactly, what is around it roughly. */
  public long bodyBytes() {
    return fileBytes == 0 ? MESSAGE_BYTES : fileBytes + FORM_BYTES;
  }

  /** Whether its file is an image; otherwise it is a document. */
  public boolean isImage() {
    return this != LOG_FILE_1MB && this != UPLOAD_1MB;
  }

  /** The one of that name. */
  public static Optional<LoadRequest> named(String slug) {
    return Stream.of(values()).filter(each -> each.slug.equals(slug)).findFirst();
  }

  /** All names, for messages. */
  public static String names() {
    return String.join(", ", Stream.of(values()).map(LoadRequest::slug).toList());
  }
}
