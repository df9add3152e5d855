package dev.assay.mock;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
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
  private final Deviations deviations;
  private final Scene scene;
  private final Endpoint service;

  Wiring(Principals principals, URI baseUri, FileStore files, Deviations deviations) {
    Clock clock = Clock.systemUTC();
    this.deviations = deviations;
    MessageIds ids = MessageIds.fromRandomStart();
    account = new HaptikAccount(principals);
    user = new ChatUser(principals);
    rooms = new Rooms(principals, ids, clock);
    receipts = new Receipts(ids, clock);
    this.files = files;
    scene = new Scene(principals, rooms);
    service = wired();
  }

  /** What answers every path. */
  Endpoint service() {
    return service;
  }

  /** The reply to a call whose body is not read. */
  Optional<Reply> early(Call head) {
    return deviations.early(head);
  }

  private Endpoint wired() {
    Stream<Route> up = routes("", files);
    Stream<Route> down = routes(STORAGE_DOWN, Storage.UNREACHABLE);
    Stream<Route> stored = Stream.of(Route.get("/files/*", new StoredFileEndpoint(files)));
    Service genuine = new Service(Stream.of(up, down, stored).flatMap(routes -> routes).toList());
    return deviations.around(genuine, scene);
  }

  private Stream<Route> routes(String prefix, Storage storage) {
    return Stream.of(
        post(prefix, Operation.LOG_MESSAGE, new LogMessageEndpoint(account, receipts)),
        post(
            prefix,
            Operation.LOG_FILE,
            new LogFileEndpoint(account, receipts, deviations.around(storage, Operation.LOG_FILE))),
        post(
            prefix,
            Operation.UPLOAD_FILE,
            new UploadFileEndpoint(
                user,
                deviations.around(rooms, scene),
                deviations.around(storage, Operation.UPLOAD_FILE))),
        Route.get(prefix + "/api/get_room_messages", new RoomMessagesEndpoint(user, rooms)));
  }

  private static Route post(String prefix, Operation operation, Endpoint endpoint) {
    return Route.post(prefix + operation.path(), endpoint);
  }
}
