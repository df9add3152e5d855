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

  Wiring(MockSetup setup, URI baseUri, FileStore files, Deviations deviations) {
    Principals principals = setup.principals();
    Clock clock = Clock.systemUTC();
    this.deviations = deviations;
    MessageIds ids = MessageIds.fromRandomStart();
    account = new HaptikAccount(principals);
    user = new ChatUser(principals);
    rooms = new Rooms(principals, ids, clock);
    receipts = new Receipts(ids, clock);
    this.files = files;
    scene = new Scene(principals, rooms);
    service = allowed(hinting(wired(setup, baseUri), setup), setup);
  }

  /** What answers every path. */
  Endpoint service() {
    return service;
  }

  /** The reply to a call whose body is not read. */
  Optional<Reply> early(Call head) {
    return deviations.early(head);
  }

  private static Endpoint hinting(Endpoint service, MockSetup setup) {
    Advice advice = new Advice(setup.principals());
    return setup
        .refusals()
        .<Endpoint>map(refusals -> new Hinting(service, advice, refusals))
        .orElse(service);
  }

  private static Endpoint allowed(Endpoint service, MockSetup setup) {
    return setup.origins().isEmpty() ? service : new Cors(service, setup.origins());
  }

  private Endpoint wired(MockSetup setup, URI baseUri) {
    Stream<Route> up = routes("", files);
    Stream<Route> down = routes(STORAGE_DOWN, Storage.UNREACHABLE);
    Stream<Route> stored = Stream.of(Route.get("/files/*", new StoredFileEndpoint(files)));
    Service genuine = new Service(Stream.of(up, down, stored).flatMap(routes -> routes).toList());
    return deviations.around(
        setup.isEverywhere() ? new ReachedHost(genuine, baseUri) : genuine, scene);
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
