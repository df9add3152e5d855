package dev.assay.mock.service;

/** Where a room is told of its new files. */
@FunctionalInterface
public interface RoomFeed {

  /** Adds the message that tells a room of its new file. */
  void post(String room, String fileUrl, String fileName);
}
