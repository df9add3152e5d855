package dev.assay.exchange.target;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.exchange.secret.Redactor;
import dev.assay.exchange.secret.Secrets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Hands credentials to a process of ours that sends by itself: one line on its standard input, so
 * that neither its command line nor any file holds them.
 */
public final class CredentialPipe {

  private static final JsonMapper JSON = new JsonMapper();

  private CredentialPipe() {}

  /**
   * What a process that sends needs.
   *
   * @param headers that each service asks for, by its key in target files
   * @param redactor replaces every credential of the target in a text
   */
  public record Credentials(
      Map<String, Map<String, String>> headers, UnaryOperator<String> redactor) {}

  /** What goes through the pipe. */
  record Line(Map<String, Map<String, String>> headers, List<Secrets.Secret> hidden) {

    private Credentials credentials() {
      return new Credentials(headers, new Redactor(new Secrets(hidden))::text);
    }
  }

  /**
   * Writes what a process that sends to the target needs.
   *
   * @throws IOException if the other process does not take it
   */
  public static void send(Target target, OutputStream to) throws IOException {
    to.write((JSON.writeValueAsString(line(target)) + "\n").getBytes(StandardCharsets.UTF_8));
    to.flush();
  }

  /** The pipe of this process. */
  public static Credentials of(Target target) {
    return line(target).credentials();
  }

  private static Line line(Target target) {
    return new Line(
        headers(target),
        target.secrets().stream().flatMap(each -> each.all().stream()).distinct().toList());
  }

  private static Map<String, Map<String, String>> headers(Target target) {
    Map<String, Map<String, String>> headers = new TreeMap<>();
    target
        .haptik()
        .map(Target.Haptik::access)
        .ifPresent(
            access ->
                headers.put(
                    "haptik",
                    of(
                        access,
                        Map.of("Authorization", "Bearer $TOKEN", "client-id", "$CLIENT_ID"))));
    target
        .rooms()
        .map(Target.Rooms::access)
        .ifPresent(access -> headers.put("rooms", of(access, Map.of("Authorization", "$TOKEN"))));
    return headers;
  }

  private static Map<String, String> of(ServiceAccess access, Map<String, String> ofContract) {
    Map<String, String> headers = new TreeMap<>(ofContract);
    access.headers().forEach(header -> headers.put(header.name(), header.value()));
    headers.replaceAll((name, value) -> access.secrets().expand(value));
    return headers;
  }

  /**
   * What was sent.
   *
   * @throws IOException if nothing, or something else, was sent
   */
  public static Credentials receive(BufferedReader from) throws IOException {
    String line = from.readLine();
    if (line == null) {
      throw new IOException("no credentials came on standard input");
    }
    return JSON.readValue(line, Line.class).credentials();
  }
}
