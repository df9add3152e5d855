package dev.assay.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.RawServer.Connection;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A server that seems to be the service and sends credentials back: those that it was given, and
 * those of everybody else that it knows, in every form, in headers, members, texts and URLs, and in
 * status lines that are no HTTP.
 */
public final class EchoServer {

  private final Collection<String> known;
  private final AtomicInteger answers = new AtomicInteger();

  private EchoServer(Collection<String> known) {
    this.known = List.copyOf(known);
  }

  /** Starts one that knows these credentials. */
  public static RawServer start(Collection<String> known) throws IOException {
    EchoServer echo = new EchoServer(known);
    return RawServer.start((connection, n) -> echo.serve(connection));
  }

  /** How a credential can be written, by the name of the form. */
  public static Map<String, String> formsOf(String value) {
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put("plain", value);
    forms.put("encoded for a URL", URLEncoder.encode(value, StandardCharsets.UTF_8));
    forms.put("escaped for JSON", value.replace("\"", "\\\""));
    forms.put("escaped for JSON, slashes too", value.replace("\"", "\\\"").replace("/", "\\/"));
    forms.put(
        "escaped for JSON throughout",
        value.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining()));
    forms.put("hexadecimal", HexFormat.of().formatHex(bytes(value)));
    forms.put("in base64", base64(value, 0));
    forms.put("in base64 behind one byte", base64(value, 1));
    forms.put("in base64 behind two bytes", base64(value, 2));
    forms.put("its first half", value.substring(0, value.length() / 2));
    forms.put("its second half", value.substring(value.length() / 2));
    return forms;
  }

  /** Without what other bytes before and behind it have a share in. */
  private static String base64(String value, int before) {
    String encoded =
        Base64.getEncoder().withoutPadding().encodeToString(bytes("x".repeat(before) + value));
    return encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void serve(Connection connection) throws IOException {
    String head = connection.readHead();
    if (head == null) {
      return;
    }
    String given =
        head.lines()
            .filter(line -> line.matches("(?i)(authorization|client-id):.*"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .collect(Collectors.joining(" "));
    String all =
        given
            + " "
            + known.stream()
                .flatMap(value -> formsOf(value).values().stream())
                .collect(Collectors.joining(" "));
    int n = answers.getAndIncrement();
    if (n > 20 && n % 17 == 0) {
      connection.write("HTTP/1.1 " + all + "\r\n\r\n");
    } else {
      connection.write(head(n, all) + body(n, all));
    }
    connection.socket().shutdownOutput();
    connection.hang();
  }

  private static String head(int n, String all) {
    int status = n > 20 && n % 3 == 0 ? 401 : n > 20 && n % 7 == 0 ? 302 : 200;
    return "HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nConnection: close\r\n"
            .formatted(status, all)
        + "X-Echo: %s\r\nLocation: http://127.0.0.1/?t=%s\r\n\r\n".formatted(all, all);
  }

  private String body(int n, String all) {
    String plain = known.iterator().next();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("message_id", n).put("message_body", all).put("created_at", all);
    body.put("message_type", 0).put("message", all).put("error_message", all).put("error", all);
    body.put("file_url", "http://127.0.0.1:1/files/" + plain + "?t=" + base64(plain, 0));
    body.putObject(plain).put("text", all);
    return body.toString();
  }
}
