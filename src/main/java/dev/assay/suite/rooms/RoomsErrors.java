package dev.assay.suite.rooms;

import static dev.assay.verdict.ResponseExpectations.errorTextOrStart;

import dev.assay.contract.Operation;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.Review;
import dev.assay.suite.data.NearIdentifier;
import dev.assay.suite.derive.RefusalCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The refusals that do not depend on which operation of the chat server is asked. */
public final class RoomsErrors {

  static final String ERROR = "error";

  private static final int INTERNAL_ERROR = 500;
  private static final int REPEATS = 12;

  private RoomsErrors() {}

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

  /**
   * Rooms that resemble the member's own.
   *
   * @param into the plain request for a room
   */
  static void nearRooms(CaseList cases, String known, Function<String, Request> into) {
    List<NearIdentifier> all = new ArrayList<>(NearIdentifier.of(known));
    all.addAll(NearIdentifier.patterns(known));
    new RefusalCases(cases)
        .near(
            all,
            "near-identifier",
            "unknown-room",
            "a room that %s is not taken for the member's own",
            into);
  }

  /** The request so often at once that a refusal which is only given now and then shows. */
  static Interaction everyTime(Request refused) {
    return Interaction.atOnce(refused, REPEATS);
  }

  static String noKey(String key) {
    return "the target file gives no services.rooms." + key;
  }
}
