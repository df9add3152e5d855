package dev.assay.suite.rooms;

import static dev.assay.verdict.ResponseExpectations.anything;
import static dev.assay.verdict.ResponseExpectations.errorObject;
import static dev.assay.verdict.ResponseExpectations.errorText;
import static dev.assay.verdict.ResponseExpectations.errorTextOneOf;
import static dev.assay.verdict.ResponseExpectations.errorTextOrStart;
import static dev.assay.verdict.ResponseExpectations.headersRecorded;
import static dev.assay.verdict.ResponseExpectations.refused;
import static dev.assay.verdict.ResponseExpectations.status;

import dev.assay.contract.Operation;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.exchange.target.Target;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.Review;
import dev.assay.suite.data.NearIdentifier;
import dev.assay.suite.probe.AuthorizationMutation;
import dev.assay.suite.probe.AuthorizationMutation.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The refusals that do not depend on which operation of the chat server is asked. */
public final class RoomsErrors {

  static final String ERROR = "error";
  static final String NO_MEMBER = "You are not a member of this room";

  private static final int INTERNAL_ERROR = 500;
  private static final int REPEATS = 12;
  private static final String NO_TOKEN = "Invalid token or token missing";
  private static final String NO_USER = "Unauthorized access (invalid user)";

  /** What the document has in brackets may explain the text, and not belong to it. */
  private static final String NO_USER_ALONE = "Unauthorized access";

  private static final List<String> INVALID = List.of(NO_TOKEN, NO_USER, NO_USER_ALONE);

  private final CaseList cases;
  private final Target.Rooms service;

  RoomsErrors(CaseList cases, Target.Rooms service) {
    this.cases = cases;
    this.service = service;
  }

  /** Whatever was answered with 500, where nothing provoked it, says so in the documented words. */
  public static Review internalErrors(Operation operation) {
    return new Review(
        "what is answered with 500 in the whole run has the documented text",
        new ClauseCheck(
            operation.clause("500/internal-error"),
            errorTextOrStart(INTERNAL_ERROR, ERROR, "Internal server error", "File upload failed")),
        c -> !c.decides("500/storage-failure"),
        exchange ->
            exchange.request().uri().getPath().endsWith(operation.path())
                && exchange.response().map(Response::status).equals(Optional.of(INTERNAL_ERROR)));
  }

  /** Every way to get the Authorization header of that request wrong. */
  void authorization(Request good) {
    List<AuthorizationMutation> forms = AuthorizationMutation.raw(service.secrets());
    for (AuthorizationMutation form : forms) {
      Request request = form.change().apply(good);
      if (form.kind() == Kind.OPEN) {
        cases.add(
            "silent/authorization-forms/" + form.name(),
            "a request with " + form.says(),
            Interaction.once(request),
            cases.that("silent/authorization-forms", anything(false)));
      } else {
        unauthorised(
            form.name(),
            "a request with " + form.says() + " is refused",
            Interaction.once(request),
            form.kind() == Kind.MISSING);
      }
    }
    forms.stream()
        .filter(AuthorizationMutation::isOfInterestAfterTheRightOne)
        .forEach(form -> afterTheRightOne(form, good));
    Request missing = good.without("Authorization");
    Request wrong = good.with("Authorization", "assay-wrong-token");
    unauthorised(
        "missing-every-time",
        "requests without a token are refused every time",
        everyTime(missing),
        true);
    unauthorised(
        "wrong-every-time",
        "requests with a wrong token are refused every time",
        everyTime(wrong),
        false);
    if (service.secrets().has("ORPHAN_TOKEN")) {
      unauthorised(
          "orphan-token",
          "a token whose user is gone is refused",
          Interaction.once(good.with("Authorization", "$ORPHAN_TOKEN")),
          false);
    } else {
      cases.skip(
          "401/orphan-token",
          "a token whose user is gone is refused",
          noKey("orphanToken"),
          "401/invalid-token");
    }
    cases.add(
        "silent/error-headers",
        "a refusal says what its body is",
        Interaction.once(missing),
        cases.that(
            "silent/error-headers",
            headersRecorded(List.of("Content-Type", "Cache-Control", "WWW-Authenticate"))));
  }

  private void unauthorised(String name, String says, Interaction interaction, boolean missing) {
    ClauseCheck text =
        missing
            ? cases.that("401/missing-header-text", errorText(401, ERROR, NO_TOKEN))
            : cases.that("401/invalid-token-text", errorTextOneOf(401, ERROR, INVALID));
    cases.add(
        "401/" + name,
        says,
        interaction,
        cases.that(missing ? "401/missing-header" : "401/invalid-token", status(401)),
        text,
        cases.that("error-object", errorObject(401, ERROR)));
  }

  /** What a server remembers of a connection must not make a wrong token right. */
  private void afterTheRightOne(AuthorizationMutation form, Request good) {
    String clause = form.kind() == Kind.MISSING ? "401/missing-header" : "401/invalid-token";
    cases.add(
        "401/after-the-right-one/" + form.name(),
        "on the connection of a request that was right, one with " + form.says() + " is refused",
        Interaction.onOneConnection(good, form.change().apply(good)),
        cases.that(clause, status(401).onLast()));
  }

  /** Nor must it make a stranger a member. */
  void afterTheMember(Request good, Request foreign) {
    cases.add(
        "403/after-the-member-room",
        "on the connection of an upload to the member's room, one to a foreign room is refused",
        Interaction.onOneConnection(good, foreign),
        cases.that("403/not-a-member", status(403).onLast()));
  }

  /** That script is refused because the room is a foreign one. */
  void notAMember(String name, String says, Interaction interaction) {
    cases.add(
        "403/" + name,
        says,
        interaction,
        cases.that("403/not-a-member", status(403)),
        cases.that("403/not-a-member-text", errorText(403, ERROR, NO_MEMBER)),
        cases.that("error-object", errorObject(403, ERROR)));
  }

  /**
   * Rooms that resemble the member's own.
   *
   * @param into the plain request for a room
   */
  void nearRooms(Function<String, Request> into) {
    String known = service.memberRoom();
    Stream.concat(NearIdentifier.of(known).stream(), NearIdentifier.patterns(known).stream())
        .forEach(
            near ->
                cases.add(
                    "403/near-identifier/" + near.name(),
                    "a room that " + near.says() + " is not taken for the member's own",
                    Interaction.once(into.apply(near.text())),
                    cases.that("403/near-identifier", refused()),
                    cases.that("silent/unknown-room", anything(false))));
  }

  /** The request so often at once that a refusal which is only given now and then shows. */
  static Interaction everyTime(Request refused) {
    return Interaction.atOnce(refused, REPEATS);
  }

  static String noKey(String key) {
    return "the target file gives no services.rooms." + key;
  }
}
