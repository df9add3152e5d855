package dev.assay.mock.service;

/** Where a room gets the messages of its new files. */
@FunctionalInterface
public interface RoomFeed {

  /** Adds the message of a new file. */
  void post(String room, String fileUrl, String fileName);
}
