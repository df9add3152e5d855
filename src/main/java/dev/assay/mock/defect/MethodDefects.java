package dev.assay.mock.defect;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.service.MockOperation;

/** Other methods than POST that are taken for it, or fail with more or less than documented. */
final class MethodDefects {

  private final DefectList list;

  private MethodDefects(DefectList list) {
    this.list = list;
  }

  static void addTo(DefectList list) {
    MethodDefects defects = new MethodDefects(list);
    defects.taken();
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      defects.worded();
    }
  }

  private void taken() {
    list.add(
        "put-taken-for-post",
        "takes PUT for POST",
        Mutation.answers(
            (genuine, context) ->
                request ->
                    genuine.answer(request.method().equals("PUT") ? asPost(request) : request)),
        "silent/methods");
  }

  private static MockRequest asPost(MockRequest request) {
    return new MockRequest(
        "POST",
        request.path(),
        request.query(),
        request.headers(),
        request.connection(),
        request.body());
  }

  private void worded() {
    list.add(
        "crash-that-tells-its-cause",
        "answers 500 to GET with the name of an exception",
        Mutations.refusingFirst(
            view -> view.request().method().equals("GET"), 500, "NullPointerException"),
        "silent/methods",
        "500/internal-error");
    list.add(
        "crash-in-html",
        "answers 500 to other methods with a page of HTML",
        Mutations.replies(
            Mutations.hasStatus(405),
            response ->
                ResponseEdits.media("text/html", "<html><h1>Server Error</h1></html>")
                    .apply(ResponseEdits.status(response, 500))),
        "silent/methods",
        "500/internal-error");
  }
}
