package dev.assay.mock.defect;

import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.service.MockOperation;

/** What goes wrong with messages to rooms and follows from no contract. */
final class SendMessageDefects {

  private SendMessageDefects() {}

  static void addTo(DefectList list) {
    if (list.isOf(MockOperation.SEND_MESSAGE)) {
      list.accepts(
          "missing-room-accepted",
          "a message without a room",
          400,
          view -> view.json().isObject() && !view.json().has("room_id"),
          "400/no-room-id");
      list.accepts(
          "foreign-room-accepted",
          "a message to a foreign room",
          403,
          RequestView::isForeign,
          "403/not-a-member");
    }
  }
}
