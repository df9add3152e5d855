package dev.assay.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.exchange.client.Client;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A client that asks no server: a function gives the answers, and what was sent is kept. */
public final class ScriptedClient implements Client {

  private static final JsonMapper JSON = new JsonMapper();

  private final Function<Request, Exchange> answers;
  private final List<Request> sent = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  public ScriptedClient(Function<Request, Exchange> answers) {
    this.answers = answers;
  }

  /** The answers in their order, the last one again and again. */
  public static ScriptedClient inTurn(List<Function<Request, Exchange>> answers) {
    var turn = new java.util.concurrent.atomic.AtomicInteger();
    return new ScriptedClient(
        request ->
            answers.get(Math.min(turn.getAndIncrement(), answers.size() - 1)).apply(request));
  }

  @Override
  public Exchange send(Request request) {
    sent.add(request);
    return answers.apply(request);
  }

  @Override
  public boolean renewCredentials() {
    return false;
  }

  @Override
  public void close() {
    closed = true;
  }

  public List<Request> sent() {
    return sent;
  }

  public boolean isClosed() {
    return closed;
  }

  /** That status with that JSON or text. */
  public static Exchange answer(Request request, int status, String body) {
    List<Header> headers = List.of(new Header("Content-Type", "application/json"));
    return exchange(
        request,
        Optional.of(new Response(status, headers, body, json(body), body.length(), "")),
        Optional.empty());
  }

  /** A 200 with a body of that size and fingerprint. */
  public static Exchange file(Request request, int status, long size, String fingerprint) {
    return exchange(
        request,
        Optional.of(new Response(status, List.of(), "", Optional.empty(), size, fingerprint)),
        Optional.empty());
  }

  public static Exchange failed(Request request, Failure.Kind kind, String detail) {
    return exchange(request, Optional.empty(), Optional.of(new Failure(kind, detail)));
  }

  private static Exchange exchange(
      Request request, Optional<Response> response, Optional<Failure> failure) {
    Instant now = Instant.now();
    return new Exchange(request, response, failure, now, now);
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
