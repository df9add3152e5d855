package dev.assay.mock.service;

import dev.assay.mock.http.Form;
import dev.assay.mock.http.ReceivedPart;
import dev.assay.mock.http.Refusal;

/** What {@code upload_file} is asked to store, and for which room. */
record RoomUpload(String room, ReceivedPart file, String fileName) {

  /**
   * Reads a form.
   *
   * @throws Refusal 400, naming the first thing that is missing
   */
  static RoomUpload read(Form form) {
    ReceivedPart file = form.file("file").orElseThrow(() -> new Refusal(400, "No file provided"));
    String fileName = file.fileName().orElse("");
    if (fileName.isEmpty()) {
      throw new Refusal(400, "No file name provided");
    }
    String room = form.text("room_id").orElse("");
    if (room.isEmpty()) {
      throw new Refusal(400, "No room ID provided");
    }
    return new RoomUpload(room, file, fileName);
  }
}
