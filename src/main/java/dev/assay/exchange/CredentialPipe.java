package dev.assay.exchange;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hands credentials to a process of ours that sends by itself: one line on its standard input, so
 * that neither its command line nor any file holds them.
 */
public final class CredentialPipe {

  private static final JsonMapper JSON = new JsonMapper();

  private CredentialPipe() {}

  /**
   * Writes the headers that each service of the target asks for.
   *
   * @throws IOException if the other process does not take them
   */
  public static void send(Target target, OutputStream to) throws IOException {
    to.write((JSON.writeValueAsString(headers(target)) + "\n").getBytes(StandardCharsets.UTF_8));
    to.flush();
  }

  /** The headers that each service of the target asks for, by its key in target files. */
  public static Map<String, Map<String, String>> headers(Target target) {
    Map<String, Map<String, String>> headers = new TreeMap<>();
    target
        .haptik()
        .map(Target.Haptik::secrets)
        .ifPresent(
            secrets ->
                headers.put(
                    "haptik",
                    Map.of(
                        "Authorization", secrets.expand("Bearer $TOKEN"),
                        "client-id", secrets.expand("$CLIENT_ID"))));
    target
        .rooms()
        .map(Target.Rooms::secrets)
        .ifPresent(
            secrets -> headers.put("rooms", Map.of("Authorization", secrets.expand("$TOKEN"))));
    return headers;
  }

  /**
   * The headers that were sent, by the service's key in target files.
   *
   * @throws IOException if nothing, or something else, was sent
   */
  public static Map<String, Map<String, String>> receive(BufferedReader from) throws IOException {
    String line = from.readLine();
    if (line == null) {
      throw new IOException("no credentials came on standard input");
    }
    return JSON.readValue(line, new TypeReference<Map<String, Map<String, String>>>() {});
  }
}
