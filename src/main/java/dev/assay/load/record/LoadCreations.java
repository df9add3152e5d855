package dev.assay.load.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.cleanup.Creation;
import dev.assay.exchange.cleanup.SentValues;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Lists what a load makes, up to a bound, in a file of one line each. Any number of threads may
 * report; answers are read when the file is written, lest that counts as time of the next ones.
 */
public final class LoadCreations implements Closeable {

  /** The name of the file. */
  public static final String NAME = "created.jsonl";

  /** So many are listed of each load generator, the first ones. */
  public static final int MOST = 10_000;

  private static final JsonMapper JSON = new JsonMapper();

  private final Writer file;
  private final UnaryOperator<String> redactor;
  private final AtomicInteger taken = new AtomicInteger();
  private final Queue<Answered> unwritten = new ConcurrentLinkedQueue<>();

  private record Answered(SentRequest sent, String mark, Instant at, ReceivedResponse answer) {}

  LoadCreations(Path folder, UnaryOperator<String> redactor) throws IOException {
    this.file = Files.newBufferedWriter(folder.resolve(NAME));
    this.redactor = redactor;
  }

  /** That answer says that the request made something. */
  void made(SentRequest sent, String mark, ReceivedResponse answer) {
    if (taken.get() < MOST && taken.incrementAndGet() <= MOST) {
      unwritten.add(new Answered(sent, mark, Instant.now(), answer));
    }
  }

  synchronized void flush() throws IOException {
    for (Answered next = unwritten.poll(); next != null; next = unwritten.poll()) {
      file.write(JSON.writeValueAsString(line(next)) + "\n");
    }
    file.flush();
  }

  private ObjectNode line(Answered made) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("service", made.sent().template().service())
            .put("operation", made.sent().template().operation())
            .put("request", made.sent().request().slug())
            .put("at", made.at().toString())
            .put("status", made.answer().status())
            .put("mark", made.mark());
    line.put("address", made.sent().template().address());
    ObjectNode sent = line.putObject("sent");
    made.sent()
        .template()
        .sent(made.mark())
        .byName()
        .forEach((name, value) -> sent.put(name, redactor.apply(value)));
    ObjectNode ids = line.putObject("ids");
    JsonNode answered = made.answer().json().value().orElseGet(JSON::createObjectNode);
    for (String name : made.sent().template().rules().ids()) {
      JsonNode id = answered.path(name);
      if (id.isTextual() || id.isIntegralNumber()) {
        ids.put(name, redactor.apply(id.asText()));
      }
    }
    return line;
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }

  /**
   * Reads them; of a killed run, those that were written whole; none without a file.
   *
   * @throws IOException if they cannot be read
   */
  public static List<Creation> read(Path folder) throws IOException {
    List<Creation> all = new ArrayList<>();
    if (Files.isRegularFile(folder.resolve(NAME))) {
      for (String line : Files.readAllLines(folder.resolve(NAME))) {
        if (line.endsWith("}")) {
          all.add(creation(JSON.readTree(line)));
        }
      }
    }
    return all;
  }

  private static Creation creation(JsonNode line) {
    Map<String, String> sent = texts(line.path("sent"));
    sent.put("mark", line.path("mark").asText());
    return new Creation(
        line.path("service").asText(),
        line.path("operation").asText(),
        "load/" + line.path("request").asText(),
        Instant.parse(line.path("at").asText()),
        line.path("status").asInt(),
        URI.create(line.path("address").asText().split("\\{", 2)[0]), // as far as it is known
        texts(line.path("ids")),
        new SentValues(sent));
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    object.properties().forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
    return texts;
  }
}
