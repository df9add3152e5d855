package dev.assay.mock.http;

import java.util.List;
import java.util.Optional;

/** The parts of a multipart form. Parts that nobody asks for do no harm. */
public record Form(List<ReceivedPart> parts) {

  public Form {
    parts = List.copyOf(parts);
  }

  /**
   * Reads the form that a request carries.
   *
   * @throws Refusal 415 for another content type, 400 for a body that is no such form
   */
  public static Form read(MockRequest request) {
    String boundary =
        request
            .contentType("multipart/form-data")
            .parameter("boundary")
            .filter(value -> !value.isEmpty())
            .orElseThrow(() -> new Refusal(400, "the content type names no boundary"));
    return new Form(new MultipartReader(request.body(), boundary).parts());
  }

  /** The text of a plain field; empty when there is none. */
  public Optional<String> text(String name) {
    return only(name).filter(part -> !part.isFile()).map(ReceivedPart::text);
  }

  /** A part that came as a file, with or without a name; empty when there is none. */
  public Optional<ReceivedPart> file(String name) {
    return only(name).filter(ReceivedPart::isFile);
  }

  private Optional<ReceivedPart> only(String name) {
    List<ReceivedPart> found = parts.stream().filter(part -> part.name().equals(name)).toList();
    if (found.size() > 1) {
      throw new Refusal(400, name + " is given more than once");
    }
    return found.stream().findFirst();
  }
}
