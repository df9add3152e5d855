package dev.assay.mock.service;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two rooms that exist, with the latest thousand messages of each. */
public final class Rooms implements RoomFeed {

  private static final int MOST_MESSAGES = 1000;

  private final Map<String, Deque<RoomMessage>> oldestFirst;
  private final MessageIds ids;
  private final Clock clock;

  public Rooms(TestAccounts accounts, MessageIds ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
    this.oldestFirst =
        Map.of(
            accounts.memberRoom(), new ArrayDeque<>(),
            accounts.foreignRoom(), new ArrayDeque<>());
  }

  @Override
  public synchronized void post(String room, String fileUrl, String fileName) {
    Deque<RoomMessage> messages = oldestFirst.get(room);
    messages.addLast(new RoomMessage(ids.next(), fileUrl, fileName, Timestamp.now(clock)));
    if (messages.size() > MOST_MESSAGES) {
      messages.removeFirst();
    }
  }

  /** A room's messages, the oldest first; empty when there is no such room. */
  synchronized Optional<List<RoomMessage>> messages(String room) {
    return Optional.ofNullable(oldestFirst.get(room)).map(List::copyOf);
  }
}
