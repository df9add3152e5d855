package dev.assay.suite.haptik;

import dev.assay.exchange.Request;
import dev.assay.suite.CaseList;
import dev.assay.suite.Interaction;
import dev.assay.suite.data.NearIdentifier;
import dev.assay.suite.derive.RefusalCases;
import java.util.function.Function;

/**
 * Whoever is not registered is refused, however like a registered user.
 *
 * @param cases get those of users
 * @param registered a registered user
 * @param from the documented request on behalf of a user
 * @param stranger one on behalf of a user who is not registered
 */
record UnregisteredUsers(
    CaseList cases, String registered, Function<String, Request> from, Request stranger) {

  private static final String REASON = "unregistered-user";
  private static final int TIMES = 21;

  /**
   * Alone, and beside the registered one.
   *
   * @param more letters that nobody's identifier ends in
   * @param good the documented request
   */
  void add(String more, Request good) {
    refused(REASON, "an unregistered user is refused", Interaction.once(stranger));
    refused(
        "registered-user-and-more",
        "an identifier that only begins like a registered one is refused",
        Interaction.once(from.apply(registered + more)));
    String says = "an identifier that %s is not taken for the registered one";
    RefusalCases refusals = new RefusalCases(cases);
    refusals.near(NearIdentifier.of(registered), "near-identifier", "field-values", says, from);
    refusals.near(NearIdentifier.patterns(registered), REASON, "field-values", says, from);
    cases.add(
        "403/after-the-registered-one",
        "on the connection of a registered user, an unregistered one is refused",
        Interaction.onOneConnection(good, stranger),
        RefusalCases.onLast(refusals.checks(403, REASON).subList(0, 2)));
  }

  /** So often that a refusal which is only given now and then shows. */
  void everyTime() {
    refused(
        "every-time",
        "an unregistered user is refused every time",
        Interaction.atOnce(stranger, TIMES));
  }

  void refused(String name, String says, Interaction interaction) {
    new RefusalCases(cases).add(name, says, interaction, 403, REASON);
  }
}
