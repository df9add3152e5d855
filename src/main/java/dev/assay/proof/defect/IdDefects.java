package dev.assay.proof.defect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.Field;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.MockContext;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** A member that two successes share, although it is to be unique. */
record IdDefects(MemberList list) {

  private static final Duration PAUSE = Duration.ofMillis(30);

  static void addTo(DefectList all, Promises promises) {
    promises.members(all, "x-unique").forEach(list -> new IdDefects(list).add(promises));
  }

  private void add(Promises promises) {
    made("constant", "always the same", any -> () -> 1_411_200_492L);
    made("of-the-second", "the second", context -> () -> millis(context) / 1000);
    made("of-100-ms", "the tenth of a second", context -> () -> millis(context) / 100);
    made("of-16", "one of sixteen", any -> ofSixteen());
    made("restarted-each-second", "a number that restarts each second", IdDefects::restarted);
    made("raced-for", "read, kept for a while and then raised", IdDefects::raced);
    made("every-10th-twice", "used again every tenth time", any -> everyTenthTwice());
    promises.members("x-echo").stream()
        .filter(promises::givesBackText)
        .findFirst()
        .map(Field::name)
        .ifPresent(this::ofText);
    list.add(
        list.slug() + "-of-the-request",
        "returns the " + list.name() + " that a request holds",
        Mutations.edits(
            (view, response) ->
                view.text(list.name())
                    .map(
                        id ->
                            ResponseEdits.object(o -> o.set(list.name(), value(id)))
                                .apply(response))
                    .orElse(response)),
        "");
  }

  private void ofText(String echo) {
    of("of-the-text", "made of the text", object -> object.path(echo).hashCode());
    of("of-the-length", "the length of the text", o -> o.path(echo).asText().length());
  }

  private JsonNode value(Object id) {
    return list.member().is("integer")
        ? JsonNodeFactory.instance.numberNode(Long.parseLong(id.toString()))
        : JsonNodeFactory.instance.textNode(id.toString());
  }

  private void put(ObjectNode object, long id) {
    object.set(list.name(), value(id));
  }

  private void made(String name, String says, Function<MockContext, LongSupplier> source) {
    id(
        name,
        says,
        Mutation.answers(
            (genuine, context) -> {
              LongSupplier ids = source.apply(context);
              return Mutations.successes(ResponseEdits.object(o -> put(o, ids.getAsLong())))
                  .answering(genuine, context);
            }));
  }

  private void of(String name, String says, ToLongFunction<ObjectNode> id) {
    id(name, says, Mutations.successes(ResponseEdits.object(o -> put(o, id.applyAsLong(o)))));
  }

  private void id(String name, String says, Mutation mutation) {
    list.add(
        list.slug() + "-" + name,
        "returns " + list.aName() + " that is " + says,
        mutation,
        "/unique");
  }

  private static long millis(MockContext context) {
    return context.fresh().clock().millis();
  }

  private static LongSupplier ofSixteen() {
    AtomicLong next = new AtomicLong();
    return () -> 1000 + next.getAndIncrement() % 16;
  }

  private static LongSupplier restarted(MockContext context) {
    AtomicLong next = new AtomicLong();
    AtomicLong second = new AtomicLong();
    return () -> {
      long now = millis(context) / 1000;
      if (second.getAndSet(now) != now) {
        next.set(0);
      }
      return next.incrementAndGet();
    };
  }

  /** Two that come within the pause read the same number. */
  private static LongSupplier raced(MockContext context) {
    AtomicLong next = new AtomicLong(1000);
    return () -> {
      long read = next.get();
      context.timing().pause(PAUSE);
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
