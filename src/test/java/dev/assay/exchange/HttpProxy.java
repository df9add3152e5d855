package dev.assay.exchange;

import dev.assay.exchange.RawServer.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A forward proxy: it opens tunnels, passes on what is sent to it without TLS, and knows names that
 * nobody else does.
 */
public final class HttpProxy implements AutoCloseable {

  private static final Pattern REQUEST_LINE =
      Pattern.compile("(\\S+) (?:http://)?([^/ ]+)(\\S*) (HTTP/1\\.\\d)\r\n");

  private final Optional<String> credentials;
  private final Map<String, URI> names;
  private final RawServer server;

  private HttpProxy(Optional<String> credentials, Map<String, URI> names) throws IOException {
    this.credentials = credentials;
    this.names = Map.copyOf(names);
    this.server = RawServer.start((connection, n) -> serve(connection));
  }

  /**
   * One that lets everybody through.
   *
   * @param names where "host:port" leads, as the request line has it; no other place is known
   */
  public static HttpProxy open(Map<String, URI> names) throws IOException {
    return new HttpProxy(Optional.empty(), names);
  }

  /** One that asks for "user:password". */
  public static HttpProxy guarded(String credentials, Map<String, URI> names) throws IOException {
    return new HttpProxy(Optional.of(credentials), names);
  }

  /** Its port on the loopback interface. */
  public int port() {
    return server.uri().getPort();
  }

  /** The heads of all requests that were made of it. */
  public List<String> heads() {
    return server.heads();
  }

  private void serve(Connection client) throws IOException {
    String head = client.readHead();
    Matcher line = REQUEST_LINE.matcher(head == null ? "" : head);
    if (!line.lookingAt()) {
      client.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    } else if (!isWelcome(head)) {
      refuse(client, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=p");
    } else if (!names.containsKey(authority(line))) {
      refuse(client, "403 Forbidden", "Via: 1.1 proxy");
    } else {
      passOn(client, head, line);
    }
  }

  private static void refuse(Connection client, String status, String header) throws IOException {
    client.write(
        "HTTP/1.1 %s\r\n%s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .formatted(status, header));
  }

  private static String authority(Matcher line) {
    String authority = line.group(2);
    return authority.matches(".*:\\d+") ? authority : authority + ":80";
  }

  private void passOn(Connection client, String head, Matcher line) throws IOException {
    URI service = names.get(authority(line));
    boolean tunnel = line.group(1).equals("CONNECT");
    try (TcpProxy pipes = new TcpProxy(service)) {
      if (tunnel) {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        pipes.connect(client, onwards -> onwards, onwards -> onwards);
      } else {
        String path = line.group(3).isEmpty() ? "/" : line.group(3);
        String origin =
            line.group(1) + " " + path + " " + line.group(4) + "\r\nConnection: close\r\n";
        String passedOn =
            origin + head.substring(line.end()).replaceAll("(?im)^Proxy-[^\r]*\r\n", "");
        pipes.connect(client, onwards -> after(passedOn, onwards), onwards -> onwards);
      }
    }
  }

  private static TcpProxy.Pipe after(String head, TcpProxy.Pipe onwards) {
    try {
      onwards.take(head.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return onwards;
  }

  private boolean isWelcome(String head) {
    return credentials
        .map(
            given ->
                head.contains(
                    "Proxy-Authorization: Basic "
                        + Base64.getEncoder()
                            .encodeToString(given.getBytes(StandardCharsets.UTF_8))))
        .orElse(true);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
