package dev.assay.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.RunId;
import dev.assay.RunInfo;

/**
 * The beginning of the file that a run leaves for programs, which is the same for every command.
 */
final class RunJson {

  private RunJson() {}

  /**
   * The members that every run has.
   *
   * @param outcome in the command's own word
   */
  static ObjectNode of(RunInfo info, String outcome) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("tool").put("name", "assay").put("version", info.version());
    root.put("target", info.target());
    root.put("startedAt", info.startedAt().toString());
    root.put("durationMs", info.duration().toMillis());
    info.seed().ifPresent(seed -> root.put("seed", seed).put("run", RunId.of(seed).word()));
    return root.put("outcome", outcome).put("partial", info.partial());
  }

  /** The same of a run against one target, with the way to its services. */
  static ObjectNode withWay(RunInfo info, String outcome) {
    ObjectNode root = of(info, outcome);
    info.way().forEach(root.putArray("way")::add);
    return root;
  }
}
