package dev.assay.suite.rooms;

import static dev.assay.suite.rooms.UploadFileExtras.ERROR;
import static dev.assay.verdict.ResponseExpectations.errorObject;
import static dev.assay.verdict.ResponseExpectations.errorTextStarts;
import static dev.assay.verdict.ResponseExpectations.status;

import dev.assay.exchange.Request;
import dev.assay.suite.CaseList;
import dev.assay.suite.Interaction;
import dev.assay.suite.derive.CaseContext;
import dev.assay.suite.derive.RefusalCases;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** What becomes of uploads while the file storage cannot be reached. */
record StorageDown(CaseContext context) {

  private static final String URL = "storageDownBaseUrl";
  private static final String NOT_STORED = "File upload failed";
  private static final String FAILS = "an upload fails with 500 while the storage is down";
  private static final String NO_TOKEN_FIRST =
      "an upload without a token is refused with 401 while the storage is down";
  private static final String WRONG_TOKEN_FIRST =
      "an upload with a wrong token is refused with 401 while the storage is down";
  private static final String NO_MEMBER_FIRST =
      "an upload to a foreign room is refused with 403 while the storage is down";

  void add() {
    if (context.service().value(URL).isEmpty()) {
      skip("500/storage-failure", FAILS, "500/storage-failure-text");
      skip("401/before-storage/missing", NO_TOKEN_FIRST);
      skip("401/before-storage/wrong", WRONG_TOKEN_FIRST);
      skip("403/before-storage", NO_MEMBER_FIRST);
      return;
    }
    cases()
        .add(
            "500/storage-failure",
            FAILS,
            Interaction.once(there(context.plain("storage-down"))),
            cases().that("500/storage-failure", status(500)),
            cases().that("500/storage-failure-text", errorTextStarts(500, ERROR, NOT_STORED)),
            cases().that("error-object", errorObject(500, ERROR)));
    Request good = context.plain("token-first");
    tokenFirst("missing", NO_TOKEN_FIRST, good.without("Authorization"));
    tokenFirst("wrong", WRONG_TOKEN_FIRST, good.with("Authorization", "assay-wrong-token"));
    Request foreign =
        context
            .requests()
            .draft("storage-down")
            .withText("room_id", context.service().values().get("foreignRoom"))
            .request();
    cases()
        .add(
            "403/before-storage",
            NO_MEMBER_FIRST,
            Interaction.once(there(foreign)),
            cases().that("403/before-storage", status(403)),
            new RefusalCases(cases()).checks(403, "not-a-member").get(1));
  }

  private Request there(Request request) {
    String base = context.service().value(URL).orElseThrow();
    return request.withUri(URI.create(base + context.operation().path()));
  }

  private void skip(String name, String says, String... moreClauses) {
    String clause = name.replaceFirst("(/before-storage)/.*", "$1");
    cases()
        .skip(
            name,
            says,
            UploadFileExtras.noKey(URL),
            Stream.concat(Stream.of(clause), Stream.of(moreClauses)).toArray(String[]::new));
  }

  /** Asked with the storage up and down: only what is refused at first tells about the order. */
  private void tokenFirst(String name, String says, Request refused) {
    cases()
        .add(
            "401/before-storage/" + name,
            says,
            Interaction.oneByOne(List.of(refused, there(refused))),
            cases().that("401/before-storage", status(401).onLast().where(status(401).onFirst())));
  }

  private CaseList cases() {
    return context.cases();
  }
}
