package dev.assay.mock.defect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.Pause;
import dev.assay.mock.mutation.ResponseEdits;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** A {@code message_id} that two successes share. */
record IdDefects(DefectList list) {

  private static final long PAUSE_MILLIS = 30;

  static void addTo(DefectList list) {
    if (list.operation().isHaptik()) {
      new IdDefects(list).add();
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
    of("of-the-text", "made of the text", object -> object.path("message_body").hashCode());
    of("of-the-length", "the length of the text", o -> o.path("message_body").asText().length());
    list.add(
        "message-id-of-the-request",
        "returns the message_id that a request holds",
        Mutations.edits(
            (view, response) ->
                view.text("message_id")
                    .map(
                        id -> ResponseEdits.object(o -> put(o, Long.parseLong(id))).apply(response))
                    .orElse(response)),
        "200/message-id");
  }

  private static void put(ObjectNode object, long id) {
    object.put("message_id", id);
  }

  private void made(String name, String says, Supplier<LongSupplier> source) {
    id(
        name,
        says,
        Mutations.anew(
            () -> {
              LongSupplier ids = source.get();
              return Mutations.successes(ResponseEdits.object(o -> put(o, ids.getAsLong())));
            }));
  }

  private void of(String name, String says, ToLongFunction<ObjectNode> id) {
    id(name, says, Mutations.successes(ResponseEdits.object(o -> put(o, id.applyAsLong(o)))));
  }

  private void id(String name, String says, Mutation mutation) {
    list.add(
        "message-id-" + name,
        "returns a message_id that is " + says,
        mutation,
        "200/message-id-unique");
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
