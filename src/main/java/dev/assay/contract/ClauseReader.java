package dev.assay.contract;

import dev.assay.contract.source.ContractNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the documents say of one operation in words. */
record ClauseReader(String operation, ContractNode node) {

  List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>();
    Set<ClauseId> seen = new HashSet<>();
    for (ContractNode entry : node.at("x-clauses").items()) {
      Clause clause = clause(entry);
      if (!clause.id().operation().equals(operation)) {
        throw entry.flaw("clause %s does not begin with %s/".formatted(clause.id(), operation));
      }
      if (!seen.add(clause.id())) {
        throw entry.flaw("clause " + clause.id() + " is there twice; remove one");
      }
      clauses.add(clause);
    }
    return List.copyOf(clauses);
  }

  private static Clause clause(ContractNode entry) {
    return new Clause(
        id(entry, entry.text("id")),
        level(entry, entry.text("level")),
        entry.text("says"),
        source(entry.at("source")),
        entry.optional("intent"),
        entry.optional("untested"),
        entry.texts("decides"),
        Optional.of(entry.place().fileAndLine()));
  }

  private static ClauseId id(ContractNode entry, String text) {
    try {
      return ClauseId.of(text);
    } catch (IllegalArgumentException e) {
      throw entry.flaw(e.getMessage());
    }
  }

  private static Level level(ContractNode entry, String word) {
    for (Level level : Level.values()) {
      if (level.word().equals(word)) {
        return level;
      }
    }
    throw entry.flaw("`%s` is no level: use stated, implied or silent".formatted(word));
  }

  private static Source source(ContractNode node) {
    return new Source(node.text("document"), node.text("section"));
  }

  List<Conflict> conflicts(List<Clause> clauses) {
    Set<ClauseId> known = new HashSet<>();
    clauses.forEach(clause -> known.add(clause.id()));
    return node.at("x-conflicts").items().stream().map(entry -> conflict(entry, known)).toList();
  }

  private static Conflict conflict(ContractNode entry, Set<ClauseId> known) {
    List<ClauseId> touched = entry.texts("clauses").stream().map(text -> id(entry, text)).toList();
    if (!known.containsAll(touched)) {
      throw entry.flaw("conflict %s names a clause that is not there".formatted(entry.text("id")));
    }
    return new Conflict(
        entry.text("id"),
        entry.text("says"),
        entry.at("between").items().stream()
            .map(side -> new Conflict.Passage(source(side), side.text("says")))
            .toList(),
        touched,
        entry.text("reading"));
  }
}
