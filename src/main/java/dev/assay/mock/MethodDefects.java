package dev.assay.mock;

/** Other methods than POST that are taken for it, or fail with more or less than documented. */
final class MethodDefects {

  private final DefectList list;

  private MethodDefects(DefectList list) {
    this.list = list;
  }

  static void addTo(DefectList list) {
    MethodDefects defects = new MethodDefects(list);
    defects.taken();
    if (list.isOf(Operation.UPLOAD_FILE)) {
      defects.worded();
    }
  }

  private void taken() {
    list.add(
        "put-taken-for-post",
        "takes PUT for POST",
        Twist.answers(
            (genuine, scene) ->
                call -> genuine.answer(call.method().equals("PUT") ? asPost(call) : call)),
        "silent/methods");
  }

  private static Call asPost(Call call) {
    return new Call(
        "POST", call.path(), call.query(), call.headers(), call.connection(), call.body());
  }

  private void worded() {
    list.add(
        "crash-that-tells-its-cause",
        "answers 500 to GET with the name of an exception",
        Twists.refusingFirst(
            asked -> asked.call().method().equals("GET"), 500, "NullPointerException"),
        "silent/methods",
        "500/internal-error");
    list.add(
        "crash-in-html",
        "answers 500 to other methods with a page of HTML",
        Twists.replies(
            Twists.hasStatus(405),
            reply ->
                Rewrite.media("text/html", "<html><h1>Server Error</h1></html>")
                    .apply(Rewrite.status(reply, 500))),
        "silent/methods",
        "500/internal-error");
  }
}
