package dev.assay.proof.defect;

import static dev.assay.mock.mutation.ResponseEdits.inTurn;
import static dev.assay.mock.mutation.ResponseEdits.status;
import static dev.assay.mock.mutation.ResponseEdits.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Two faults at once, as in a first version: neither may hide the other. */
record CompoundDefects(DefectList list, Promises promises) {

  static void addTo(DefectList all, Promises promises) {
    CompoundDefects defects = new CompoundDefects(all, promises);
    promises.members(all, "x-instant").forEach(defects::withoutOffset);
    promises.members(all, "x-unique").forEach(member -> defects.constant(member, "/unique"));
    promises.members(all, "x-serves").forEach(member -> defects.constant(member, "/distinct"));
    DocumentedError.of(promises).stream()
        .filter(DocumentedError::isExact)
        .forEach(defects::refusal);
  }

  private void withoutOffset(MemberList member) {
    successes(
        member.slug() + "-without-offset",
        "and " + member.name() + " without an offset",
        ResponseEdits.textMember(member.name(), t -> LocalDateTime.now(ZoneOffset.UTC).toString()),
        member.clauses("/offset"));
  }

  private void constant(MemberList list, String part) {
    JsonNode value =
        list.member().is("integer")
            ? JsonNodeFactory.instance.numberNode(1_411_200_492L)
            : JsonNodeFactory.instance.textNode("https://assets.example.com/file");
    successes(
        list.slug() + "-constant",
        "and always the same " + list.name(),
        ResponseEdits.object(object -> object.set(list.name(), value)),
        list.clauses(part));
  }

  private void successes(
      String name, String says, UnaryOperator<MockResponse> fault, List<String> clauses) {
    int documented = promises.status();
    int other = documented == 201 ? 200 : 201;
    list.add(
        documented + "-answered-" + other + "-with-" + name,
        "answers " + other + " instead of " + documented + ", " + says,
        Mutations.successes(inTurn(fault, status(other))),
        and(clauses, ""));
    list.add(
        documented + "-body-array-with-" + name,
        "returns an array around the object, " + says,
        Mutations.successes(inTurn(fault, text(text -> "[" + text + "]"))),
        and(clauses, "/json-object"));
  }

  private List<String> and(List<String> clauses, String part) {
    return Stream.concat(clauses.stream(), Stream.of(promises.success(part))).toList();
  }

  private void refusal(DocumentedError refusal) {
    list.add(
        refusal.name() + "-answered-418-in-another-form",
        "answers 418 instead of the " + refusal.says() + ", and with another object",
        Mutations.responses(
            refusal.matches(), inTurn(status(418), text(text -> "{\"detail\": \"no\"}"))),
        Stream.of(refusal.statusClauses(), refusal.bodyClauses()).flatMap(List::stream).toList());
  }
}
