package dev.assay.load.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.transport.BodyJson;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.request.AnswerRules;
import dev.assay.load.request.MemberRule;
import dev.assay.load.request.RequestTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Checks every answer under load by the rules of its request. Flaws are worded without data, so
 * that they can be counted.
 */
public final class ResponseRules {

  private final IdSpaces seen;
  private final Map<String, List<MemberCheck>> checks = new HashMap<>();

  /** Who is given new ids. */
  interface Ids {
    /** The answer gave an id that can be compared, by the rule that it comes once. */
    void given(MemberRule rule, long id);
  }

  /** Rules that have seen no id yet. Any number of threads may ask them. */
  ResponseRules(LoadPlan plan) {
    seen = new IdSpaces(plan);
    plan.templates()
        .forEach(
            (slug, template) ->
                checks.put(
                    slug,
                    template.rules().members().stream()
                        .map(rule -> check(template, rule))
                        .toList()));
  }

  private MemberCheck check(RequestTemplate template, MemberRule rule) {
    return MemberCheck.of(
        rule, rule.isUnique() ? Optional.of(seen.of(template, rule)) : Optional.empty());
  }

  /** Ids that could not be compared with all earlier ones. */
  long uncheckedIds() {
    return seen.unchecked();
  }

  /**
   * What is wrong with an answer, if anything.
   *
   * @param mark that the request had of its own
   * @param newIds is given the ids of a flawless answer, those that can be compared
   */
  Optional<Flaw> flaw(SentRequest sent, ReceivedResponse answer, String mark, Ids newIds) {
    AnswerRules rules = sent.template().rules();
    if (answer.status() != rules.status()) {
      return Optional.of(Refusals.flaw(sent.template(), answer));
    }
    if (!rules.object() || (rules.range() && !answer.isJson())) {
      return Optional.empty();
    }
    BodyJson json = answer.json();
    if (json.unread().isPresent()) {
      return json.unread().map(why -> new Flaw(Flaw.Kind.UNREAD, why, ""));
    }
    if (json.value().isEmpty()) {
      return Optional.of(new Flaw(Flaw.Kind.STRANGE, "the body is no JSON", answer.text()));
    }
    if (!json.value().get().isObject()) {
      return Optional.of(new Flaw(Flaw.Kind.STRANGE, "the body is no JSON object", answer.text()));
    }
    return member(sent, json.value().get(), mark, newIds).map(Flaw::wrong);
  }

  /** What is wrong with the first member that is not as documented, if there is one. */
  private Optional<String> member(SentRequest sent, JsonNode json, String mark, Ids newIds) {
    for (MemberCheck check : checks.get(sent.request().slug())) {
      JsonNode value = json.path(check.rule().member());
      boolean kept =
          check.ids().isPresent()
              ? isNew(check.rule(), check.ids().get(), value, newIds)
              : check.isKeptBy(value, mark);
      if (!kept) {
        return Optional.of(check.rule().flaw());
      }
    }
    return Optional.empty();
  }

  private boolean isNew(MemberRule rule, IdDeduplicator earlier, JsonNode id, Ids newIds) {
    OptionalLong number = IdSpaces.number(id);
    if (number.isEmpty()) {
      earlier.cannotCheck();
      return true;
    }
    if (!earlier.add(number.getAsLong())) {
      return false;
    }
    newIds.given(rule, number.getAsLong());
    return true;
  }
}
