package dev.assay.mock;

import java.net.URI;
import java.time.Clock;
import java.util.stream.Stream;

/** Puts the parts of one stand-in together: one set of users, rooms, ids and files. */
final class Wiring {

  /** Under this prefix the same services run with their file storage unreachable. */
  static final String STORAGE_DOWN = "/storage-down";

  private final HaptikAccount account;
  private final ChatUser user;
  private final Rooms rooms;
  private final Receipts receipts;
  private final FileStore files;

  Wiring(Principals principals, URI baseUri, Clock clock) {
    MessageIds ids = MessageIds.fromRandomStart();
    account = new HaptikAccount(principals);
    user = new ChatUser(principals);
    rooms = new Rooms(principals, ids, clock);
    receipts = new Receipts(ids, clock);
    files = FileStore.inThisHeap(baseUri);
  }

  Service service() {
    Stream<Route> up = routes("", files);
    Stream<Route> down = routes(STORAGE_DOWN, Storage.UNREACHABLE);
    Stream<Route> stored = Stream.of(Route.get("/files/*", new StoredFileEndpoint(files)));
    return new Service(Stream.of(up, down, stored).flatMap(routes -> routes).toList());
  }

  private Stream<Route> routes(String prefix, Storage storage) {
    return Stream.of(
        Route.post(
            prefix + "/v1.0/log_message_from_user/", new LogMessageEndpoint(account, receipts)),
        Route.post(
            prefix + "/v1.0/log_file_from_user/", new LogFileEndpoint(account, receipts, storage)),
        Route.post(prefix + "/api/upload_file", new UploadFileEndpoint(user, rooms, storage)),
        Route.get(prefix + "/api/get_room_messages", new RoomMessagesEndpoint(user, rooms)));
  }
}
