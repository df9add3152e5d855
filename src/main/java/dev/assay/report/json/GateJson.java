package dev.assay.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.gate.Gate;

/**
 * Writes the verdict of a gate as {@code gate.json}, for programs. The outcome is GO, NO-GO or
 * UNDECIDED, the answer of a part YES, NO, UNDECIDED or NOT_RUN.
 */
public final class GateJson {

  private GateJson() {}

  /** The whole document. */
  public static ObjectNode of(Gate gate) {
    ObjectNode root = RunJson.withWay(gate.info(), gate.word());
    ArrayNode parts = root.putArray("parts");
    gate.parts()
        .forEach(
            part ->
                parts
                    .addObject()
                    .put("name", part.name())
                    .put("answer", part.answer().map(Enum::name).orElse("NOT_RUN"))
                    .put("outcome", part.word())
                    .put("because", part.because()));
    return root;
  }
}
