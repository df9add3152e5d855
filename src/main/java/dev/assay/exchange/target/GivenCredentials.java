package dev.assay.exchange.target;

import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.secret.Redactor;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.CredentialPipe.Line;
import dev.assay.exchange.target.CredentialPipe.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a process that sends by itself was given, at the other end of a {@link CredentialPipe}. Any
 * number of threads may ask; tokens change under way.
 */
public final class GivenCredentials {

  private final Map<String, Connection> connections = new TreeMap<>();
  private volatile Current current;

  private record Current(Map<String, Map<String, String>> headers, Redactor redactor) {

    private static Current of(Line line) {
      return new Current(line.headers(), new Redactor(new Secrets(line.hidden())));
    }
  }

  /**
   * What a line said.
   *
   * @param begin whether it is time to send
   * @param renewed the services whose headers are others now
   */
  public record Heard(boolean begin, Set<String> renewed) {}

  private GivenCredentials(Line line) {
    current = Current.of(line);
    line.connections().forEach((name, json) -> connections.put(name, json.connection()));
  }

  /** Those for that target, for a process that was given none. */
  public static GivenCredentials of(Target target) {
    return new GivenCredentials(Line.open(target));
  }

  /**
   * Those that come first through the pipe.
   *
   * @throws IOException if nothing, or something else, was sent
   */
  public static GivenCredentials receive(BufferedReader from) throws IOException {
    String line = from.readLine();
    if (line == null) {
      throw new IOException("no credentials came on standard input");
    }
    return new GivenCredentials(CredentialPipe.JSON.readValue(line, Line.class));
  }

  /**
   * Takes in the next line of the pipe; empty at its end.
   *
   * @throws IOException if something else was sent
   */
  public Optional<Heard> next(BufferedReader from) throws IOException {
    String line = from.readLine();
    if (line == null) {
      return Optional.empty();
    }
    Line said = CredentialPipe.JSON.readValue(line, Line.class);
    return Optional.of(
        said.word() == Word.BEGIN ? new Heard(true, Set.of()) : new Heard(false, take(said)));
  }

  /**
   * Takes in what tokens have become.
   *
   * @return the services whose headers are others now
   * @throws dev.assay.UserException if a token cannot be had
   */
  public Set<String> renew(Target target) {
    return take(Line.renewed(target));
  }

  private Set<String> take(Line line) {
    Set<String> renewed = new TreeSet<>(line.headers().keySet());
    renewed.removeIf(name -> line.headers().get(name).equals(headers(name)));
    current = Current.of(line);
    return renewed;
  }

  /** The headers that the service of that key asks for. */
  public Map<String, String> headers(String service) {
    return current.headers().getOrDefault(service, Map.of());
  }

  /** The ways to the services, by their keys. */
  public Map<String, Connection> connections() {
    return Map.copyOf(connections);
  }

  /** The text without any credential, tokens of earlier among them. */
  public String redacted(String text) {
    return current.redactor().text(text);
  }
}
