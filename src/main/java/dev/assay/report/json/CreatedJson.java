package dev.assay.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.cleanup.Created;
import dev.assay.exchange.cleanup.CreatedList;
import dev.assay.exchange.cleanup.Fate;

/** Writes what a run made as {@code created.json}, for programs and for who cleans up by hand. */
public final class CreatedJson {

  private CreatedJson() {}

  /** The whole document. */
  public static ObjectNode of(CreatedList list) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("run", list.run());
    root.set("counts", counts(list));
    list.all().forEach(created -> entry(created, root.withArray("created").addObject()));
    if (list.all().isEmpty()) {
      root.putArray("created");
    }
    return root;
  }

  /** How much was made, and what became of it. */
  public static ObjectNode counts(CreatedList list) {
    ObjectNode counts =
        JsonNodeFactory.instance
            .objectNode()
            .put("made", list.made())
            .put("listed", list.all().size());
    for (Fate fate : Fate.values()) {
      counts.put(fate.word(), list.count(fate));
    }
    return counts;
  }

  private static void entry(Created created, ObjectNode node) {
    node.put("target", created.target())
        .put("service", created.service())
        .put("operation", created.operation())
        .put("case", created.caseId())
        .put("at", created.at().toString())
        .put("status", created.status());
    ObjectNode answered = node.putObject("answered");
    created.ids().forEach(answered::put);
    ObjectNode sent = node.putObject("sent");
    created.sent().forEach(sent::put);
    node.put("fate", created.fate().word()).put("why", created.why());
  }
}
