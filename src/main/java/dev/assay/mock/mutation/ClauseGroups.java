package dev.assay.mock.mutation;

import dev.assay.mock.service.MockOperation;
import java.util.List;
import java.util.stream.Stream;

/** Which clauses break together, below each operation. */
public final class ClauseGroups {

  private ClauseGroups() {}

  /** All that is broken where the documented request is not accepted. */
  public static List<String> acceptance(MockOperation operation) {
    return switch (operation) {
      case LOG_MESSAGE ->
          paths(
              """
              request/method request/path request/authorization request/client-id
              request/content-type request/user request/auth-id request/business-id
              request/message-body request/message-type request/member-order sample-curl
              200/status 200/message-body-text
              """);
      case LOG_FILE ->
          both(both(images(), documents()), "request/message-body-absent", "size/accepted");
      case UPLOAD_FILE ->
          paths(
              """
              request/endpoint request/room request/authorization request/raw-token
              request/content-type request/file request/file-name request/room-id
              sample-curl 200/status size/accepted
              """);
    };
  }

  /** All that is broken where a success has none of its members. */
  public static List<String> members(MockOperation operation) {
    return switch (operation) {
      case LOG_MESSAGE -> receipt();
      case LOG_FILE -> both(receipt(), "200/file-url");
      case UPLOAD_FILE -> List.of("200/members", "200/message", "200/file-url");
    };
  }

  private static List<String> receipt() {
    return paths(
        """
        200/members 200/message-id 200/message-body 200/message-body-text
        200/created-at 200/message-type
        """);
  }

  /** What is broken where {@code log_file_from_user} refuses the image of a valid request. */
  public static List<String> images() {
    return paths(
        """
        request/method request/path request/authorization request/client-id
        request/content-type request/parts request/auth-id request/business-id
        request/message-type-image request/message-body-empty
        request/message-body-absent request/file request/file-name
        request/message-body sample-curl 200/status 200/message-body-text types/jpg
        types/jpeg types/png types/gif size/accepted
        """);
  }

  /** What is broken where {@code log_file_from_user} refuses documents. */
  public static List<String> documents() {
    return paths(
        """
        request/message-type-document 200/status types/docx types/doc types/pdf
        types/xls types/xlsx types/csv size/accepted
        """);
  }

  private static List<String> paths(String words) {
    return List.of(words.strip().split("\\s+"));
  }

  /** These and those, each once. */
  public static List<String> both(List<String> some, String... more) {
    return both(some, List.of(more));
  }

  public static List<String> both(List<String> some, List<String> more) {
    return Stream.of(some, more).flatMap(List::stream).distinct().toList();
  }

  /** These but for those. */
  public static List<String> without(List<String> all, String... some) {
    return all.stream().filter(path -> !List.of(some).contains(path)).toList();
  }
}
