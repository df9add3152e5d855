package dev.assay.proof.defect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Field;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Collects the defects of one member of a success. Everywhere, {@code parts} are what is broken of
 * what is promised of it: an empty one for its presence and type, or such as {@code /offset}.
 */
record MemberList(DefectList list, Promises promises, Field member) {

  String name() {
    return member.name();
  }

  /** Its name behind an article. */
  String aName() {
    return (name().matches("[aeio].*") ? "an " : "a ") + name();
  }

  /** Its name, in a slug. */
  String slug() {
    return name().replace('_', '-');
  }

  /** One that is like no other; says what it does, as one fact. */
  void add(String name, String says, Mutation mutation, String... parts) {
    list.add(name, says, mutation, clauses(parts));
  }

  /** The clauses that are broken with those parts. */
  List<String> clauses(String... parts) {
    return promises.of(member, Stream.of(parts)).toList();
  }

  /** Another value in its place; says what that is. */
  void returns(String change, String says, UnaryOperator<JsonNode> value, String... parts) {
    add(
        slug() + "-" + change,
        "returns " + name() + " " + says,
        Mutations.successes(ResponseEdits.member(name(), value)),
        parts);
  }

  /** Another text in its place; says what that is. */
  void texts(String change, String says, UnaryOperator<String> text, String... parts) {
    returns(change, says, ResponseEdits.asText(text), parts);
  }
}
