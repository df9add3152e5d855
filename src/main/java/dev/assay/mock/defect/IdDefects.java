package dev.assay.mock.defect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.Pause;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** A {@code message_id} that two successes share. */
final class IdDefects {

  private static final long PAUSE_MILLIS = 30;
  private static final String UNIQUE = "200/message-id-unique";

  private final DefectList list;

  private IdDefects(DefectList list) {
    this.list = list;
  }

  static void addTo(DefectList list) {
    if (list.operation().isHaptik()) {
      IdDefects defects = new IdDefects(list);
      defects.add();
      defects.given();
    }
  }

  private void add() {
    made("constant", "always the same", () -> () -> 1_411_200_492L);
    made("of-the-second", "the second", () -> () -> System.currentTimeMillis() / 1000);
    made("of-100-ms", "the tenth of a second", () -> () -> System.currentTimeMillis() / 100);
    made("of-16", "one of sixteen", IdDefects::ofSixteen);
    made("restarted-each-second", "a number that restarts each second", IdDefects::restarted);
    made("raced-for", "read, kept for a while and then raised", IdDefects::raced);
    made("every-10th-twice", "used again every tenth time", IdDefects::everyTenthTwice);
    derived("of-the-text", "made of the text", object -> object.path("message_body").hashCode());
    derived(
        "of-the-length",
        "the length of the text",
        object -> object.path("message_body").asText().length());
  }

  private void given() {
    list.add(
        "message-id-of-the-request",
        "returns the message_id that a request holds",
        Mutation.answers(
            (genuine, context) ->
                request ->
                    RequestView.by(request)
                        .text("message_id")
                        .map(id -> with(genuine.answer(request), Long.parseLong(id)))
                        .orElseGet(() -> genuine.answer(request))),
        "200/message-id");
  }

  private interface Source {
    LongSupplier start();
  }

  private void made(String name, String says, Source source) {
    list.add(
        "message-id-" + name,
        "returns a message_id that is " + says,
        Mutation.answers(
            (genuine, context) -> {
              LongSupplier ids = source.start();
              return request -> {
                MockResponse response = genuine.answer(request);
                return Mutations.isSuccess(response) ? with(response, ids.getAsLong()) : response;
              };
            }),
        UNIQUE);
  }

  private void derived(String name, String says, ToLongFunction<ObjectNode> id) {
    list.add(
        "message-id-" + name,
        "returns a message_id that is " + says,
        Mutations.successes(
            ResponseEdits.object(object -> object.put("message_id", id.applyAsLong(object)))),
        UNIQUE);
  }

  private static MockResponse with(MockResponse response, long id) {
    return ResponseEdits.object(object -> object.put("message_id", id)).apply(response);
  }

  private static LongSupplier ofSixteen() {
    AtomicLong next = new AtomicLong();
    return () -> 1000 + next.getAndIncrement() % 16;
  }

  private static LongSupplier restarted() {
    AtomicLong next = new AtomicLong();
    AtomicLong second = new AtomicLong();
    return () -> {
      long now = System.currentTimeMillis() / 1000;
      if (second.getAndSet(now) != now) {
        next.set(0);
      }
      return next.incrementAndGet();
    };
  }

  /** Two that come within the pause read the same number. */
  private static LongSupplier raced() {
    AtomicLong next = new AtomicLong(1000);
    return () -> {
      long read = next.get();
      Pause.millis(PAUSE_MILLIS);
      next.set(read + 1);
      return read;
    };
  }

  private static LongSupplier everyTenthTwice() {
    AtomicLong next = new AtomicLong(1000);
    return () -> {
      long id = next.incrementAndGet();
      return id % 10 == 0 ? id - 1 : id;
    };
  }
}
