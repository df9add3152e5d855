package dev.assay.load.request;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.assay.exchange.Header;
import dev.assay.exchange.cleanup.SentValues;
import dev.assay.request.TestData;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a load generator must know of a request but credentials: how it is sent, and what is
 * asked of its answers. {@link #MARK} stands for what each of them has of its own.
 *
 * @param service the key in target files of the service that it goes to
 * @param operation the id of the contract's operation
 * @param address where the operation is, as documented
 * @param method of HTTP
 * @param url where it is sent, credentials as placeholders
 * @param headers credentials as placeholders; those that say how long a body is, and how a form is
 *     divided, are not among them
 * @param body a text; empty for none, and where there are parts
 * @param parts of a form, in their order; none where it is no form
 * @param bodyBytes about how many bytes of body it sends: the file exactly
 * @param values the keys in target files of what it says of who sends and where
 * @param rules what is asked of its answers
 */
public record RequestTemplate(
    String service,
    String operation,
    String address,
    String method,
    String url,
    List<Header> headers,
    String body,
    List<Part> parts,
    long bodyBytes,
    List<String> values,
    AnswerRules rules) {

  static final TestData DATA = new TestData(0);
  static final String PURPOSE = "load";

  /** Stands for so many letters and digits that no other request has. */
  public static final String MARK = DATA.marker(PURPOSE);

  private static final String UUID_MARK = TestData.uuid(MARK);

  /**
   * A part of a form (RFC 7578).
   *
   * @param name of the field
   * @param text its value; empty for a file
   * @param fileName empty for what is no file
   * @param mediaType of a file; empty for what is none
   */
  public record Part(String name, String text, String fileName, String mediaType) {

    /** Whether it is a file. */
    @JsonIgnore
    public boolean isFile() {
      return !fileName.isEmpty();
    }
  }

  /** Keeps copies. */
  public RequestTemplate {
    headers = List.copyOf(headers);
    parts = List.copyOf(parts);
    values = List.copyOf(values);
  }

  /**
   * A text of a template, as one request has it.
   *
   * @param mark that no other request has
   */
  public static String own(String text, String mark) {
    String own = text.replace(MARK, mark);
    return own.contains(UUID_MARK) ? own.replace(UUID_MARK, TestData.uuid(mark)) : own;
  }

  /**
   * What one request says, by name.
   *
   * @param mark that no other request has
   */
  public SentValues sent(String mark) {
    if (parts.isEmpty()) {
      return SentValues.ofJson(own(body, mark));
    }
    Map<String, String> values = new TreeMap<>();
    parts.forEach(
        part -> values.put(part.name(), own(part.isFile() ? part.fileName() : part.text(), mark)));
    return new SentValues(values);
  }

  /** This one without what it says: for files that others may read. */
  public RequestTemplate withoutContent() {
    return new RequestTemplate(
        service,
        operation,
        address,
        method,
        "",
        List.of(),
        "",
        List.of(),
        bodyBytes,
        values,
        new AnswerRules(
            rules.status(), rules.object(), rules.range(), rules.errorMember(), rules.unique()));
  }
}
