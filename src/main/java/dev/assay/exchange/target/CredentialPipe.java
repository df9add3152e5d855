package dev.assay.exchange.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.exchange.secret.Secrets;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hands credentials to a process of ours that sends by itself: in lines on its standard input, so
 * that neither its command line nor any file holds them. Any number of threads may speak.
 */
public final class CredentialPipe {

  static final JsonMapper JSON = new JsonMapper();

  private final OutputStream to;
  private boolean open;

  /**
   * One to the process that reads there.
   *
   * @param to its standard input
   */
  public CredentialPipe(OutputStream to) {
    this.to = to;
  }

  /** What a line is about. */
  enum Word {
    /** All that is needed to send. */
    OPEN,
    /** That it is time to send. */
    BEGIN,
    /** Credentials that are others now. */
    RENEWED
  }

  /**
   * What goes through the pipe. Holds secrets.
   *
   * @param secrets of each service, by its key in target files
   * @param hidden all that must not be recorded
   * @param connections the ways to the services; they stay as they are
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      Word word,
      Map<String, List<Secrets.Secret>> secrets,
      List<Secrets.Secret> hidden,
      Map<String, ConnectionJson> connections) {

    static Line open(Target target) {
      Map<String, ConnectionJson> connections = new TreeMap<>();
      target
          .services()
          .forEach(
              service ->
                  connections.put(
                      service.name(), ConnectionJson.of(service.access().connection())));
      return new Line(
          Word.OPEN, CredentialPipe.secrets(target), CredentialPipe.hidden(target), connections);
    }

    static Line renewed(Target target) {
      return new Line(
          Word.RENEWED, CredentialPipe.secrets(target), CredentialPipe.hidden(target), null);
    }

    @Override
    public String toString() {
      return word.toString();
    }
  }

  /**
   * Says all that a process needs to send to the target.
   *
   * @throws IOException if the other process does not take it
   * @throws dev.assay.UserException if a token cannot be had
   */
  public synchronized void open(Target target) throws IOException {
    say(Line.open(target));
    open = true;
  }

  /**
   * Says that it is time to send.
   *
   * @throws IOException if the other process does not take it
   */
  public synchronized void begin() throws IOException {
    say(new Line(Word.BEGIN, null, null, null));
  }

  /**
   * Says what tokens have become, unless it has yet to say what they are.
   *
   * @throws IOException if the other process does not take it
   * @throws dev.assay.UserException if a token cannot be had
   */
  public synchronized void renewed(Target target) throws IOException {
    if (open) {
      say(Line.renewed(target));
    }
  }

  private void say(Line line) throws IOException {
    to.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
    to.flush();
  }

  private static List<Secrets.Secret> hidden(Target target) {
    return target.secrets().stream().flatMap(each -> each.all().stream()).distinct().toList();
  }

  /** The credentials of each service, as they are now. */
  static Map<String, List<Secrets.Secret>> secrets(Target target) {
    Map<String, List<Secrets.Secret>> secrets = new TreeMap<>();
    target.services().forEach(service -> secrets.put(service.name(), service.secrets().now()));
    return secrets;
  }
}
