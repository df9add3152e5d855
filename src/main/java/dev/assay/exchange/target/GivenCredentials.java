package dev.assay.exchange.target;

import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.secret.Redactor;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.CredentialPipe.Line;
import dev.assay.exchange.target.CredentialPipe.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a process that sends by itself was given, at the other end of a {@link CredentialPipe}. Any
 * number of threads may ask; tokens change under way.
 */
public final class GivenCredentials {

  private final Map<String, Connection> connections = new TreeMap<>();
  private volatile Current current;

  /**
   * What holds until something is renewed.
   *
   * @param filledIn texts of requests, each of which many requests have
   */
  private record Current(
      Map<String, List<Secrets.Secret>> secrets, Redactor redactor, Map<Mention, String> filledIn) {

    private static Current of(Line line) {
      return new Current(
          line.secrets(), new Redactor(new Secrets(line.hidden())), new ConcurrentHashMap<>());
    }

    private String filledIn(Mention mention) {
      String known = filledIn.get(mention); // without a lock
      if (known != null) {
        return known;
      }
      return filledIn.computeIfAbsent(
          mention,
          each -> new Secrets(secrets.getOrDefault(each.service(), List.of())).expand(each.text()));
    }
  }

  private record Mention(String service, String text) {}

  /**
   * What a line said.
   *
   * @param begin whether it is time to send
   * @param renewed the services whose credentials are others now
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
   * @return the services whose credentials are others now
   * @throws dev.assay.UserException if a token cannot be had
   */
  public Set<String> renew(Target target) {
    return take(Line.renewed(target));
  }

  private Set<String> take(Line line) {
    Set<String> renewed = new TreeSet<>(line.secrets().keySet());
    renewed.removeIf(name -> line.secrets().get(name).equals(current.secrets().get(name)));
    current = Current.of(line);
    return renewed;
  }

  /**
   * The text with every placeholder replaced by a credential of the service of that key.
   *
   * @param text one of few that all requests have
   */
  public String filledIn(String service, String text) {
    return current.filledIn(new Mention(service, text));
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
