package dev.assay.load.request;

import java.util.List;

/**
 * What is checked of every answer under load: the stated clauses that cost little.
 *
 * @param status the documented one
 * @param object whether the body is a JSON object
 * @param range whether the documents name no media type but a range, so that other bodies may come
 * @param errorMember the member of a refusal's object that says why; empty if none is documented
 * @param members what its members must be, checked in this order
 */
public record AnswerRules(
    int status, boolean object, boolean range, String errorMember, List<MemberRule> members) {

  /** Keeps a copy of the rules. */
  public AnswerRules {
    members = List.copyOf(members);
  }

  /** The members by which an answer names what was made. */
  public List<String> ids() {
    return members.stream()
        .filter(rule -> rule.isUnique() || rule.kind() == MemberRule.Kind.URL)
        .map(MemberRule::member)
        .distinct()
        .toList();
  }

  /** Those that no two answers may have the same member. */
  public List<MemberRule> unique() {
    return members.stream().filter(MemberRule::isUnique).toList();
  }
}
