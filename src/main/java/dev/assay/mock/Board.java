package dev.assay.mock;

/** Where a room is told of its new files. */
@FunctionalInterface
interface Board {

  /** Adds the message that tells a room of its new file. */
  void post(String room, String fileUrl, String fileName);
}
