package dev.assay.suite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads multipart/form-data from bytes, for {@link OtherServer}. Of twins the last one counts. */
final class OtherForm {

  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))");
  private static final Pattern DISPOSITION =
      Pattern.compile("(?im)^content-disposition[ \\t]*:[ \\t]*form-data[ \\t]*(;.*)$");
  private static final Pattern PARAMETER =
      Pattern.compile(
          ";\\s*([\\w*]+)\\s*=\\s*(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^;\\s]*))");
  private static final byte[] LINE = {'\r', '\n'};
  private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};
  private static final int LONGEST_HEAD = 8192;

  private OtherForm() {}

  /** A part, as a view on the body. */
  static final class Part {

    private final String fileName;
    private final byte[] body;
    private final int from;
    private final int to;

    private Part(String fileName, byte[] body, int from, int to) {
      this.fileName = fileName;
      this.body = body;
      this.from = from;
      this.to = to;
    }

    /** Whether it has a file name, be it an empty one. */
    boolean isFile() {
      return fileName != null;
    }

    String fileName() {
      return fileName;
    }

    int size() {
      return to - from;
    }

    String text() {
      return new String(body, from, size(), UTF_8);
    }

    void writeTo(OutputStream out) throws IOException {
      out.write(body, from, size());
    }
  }

  /** The parts by name, unless the body is no complete form of that type. */
  static Optional<Map<String, Part>> parse(String type, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(type);
    if (!boundary.find()) {
      return Optional.empty();
    }
    String mark = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    byte[] first = ("--" + mark).getBytes(ISO_8859_1);
    byte[] delimiter = ("\r\n--" + mark).getBytes(ISO_8859_1);
    Map<String, Part> parts = new HashMap<>();
    int found = startsWith(body, first, 0) ? 0 : indexOf(body, delimiter, 0);
    int end = found == 0 && startsWith(body, first, 0) ? first.length : found + delimiter.length;
    while (found >= 0) {
      if (startsWith(body, new byte[] {'-', '-'}, end)) {
        return Optional.of(parts);
      }
      int line = indexOf(body, LINE, end);
      int head = line < 0 ? -1 : indexOf(body, BLANK_LINE, line);
      found = head < 0 ? -1 : indexOf(body, delimiter, head + LINE.length);
      if (found < 0 || head - line > LONGEST_HEAD) {
        return Optional.empty();
      }
      int from = head + BLANK_LINE.length;
      String headers = new String(body, line, head - line, UTF_8);
      if (!add(parts, headers, body, from, Math.max(from, found))) {
        return Optional.empty();
      }
      end = found + delimiter.length;
    }
    return Optional.empty();
  }

  private static boolean add(Map<String, Part> parts, String head, byte[] body, int from, int to) {
    Matcher disposition = DISPOSITION.matcher(head);
    if (!disposition.find()) {
      return false;
    }
    Map<String, String> parameters = new HashMap<>();
    Matcher parameter = PARAMETER.matcher(disposition.group(1));
    while (parameter.find()) {
      String value =
          parameter.group(2) == null
              ? parameter.group(3)
              : parameter.group(2).replaceAll("\\\\([\"\\\\])", "$1").replace("%22", "\"");
      parameters.put(parameter.group(1), value);
    }
    String name = parameters.get("name");
    if (name == null) {
      return false;
    }
    String fileName = parameters.getOrDefault("filename", parameters.get("filename*"));
    parts.put(name, new Part(fileName, body, from, to));
    return true;
  }

  private static boolean startsWith(byte[] body, byte[] wanted, int at) {
    if (at + wanted.length > body.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (body[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static int indexOf(byte[] body, byte[] wanted, int from) {
    for (int i = from; i + wanted.length <= body.length; i++) {
      if (body[i] == wanted[0] && startsWith(body, wanted, i)) {
        return i;
      }
    }
    return -1;
  }
}
