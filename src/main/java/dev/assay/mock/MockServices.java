package dev.assay.mock;

import dev.assay.mock.hint.Advice;
import dev.assay.mock.hint.Cors;
import dev.assay.mock.hint.Hinting;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.MockContext;
import dev.assay.mock.mutation.Mutants;
import dev.assay.mock.service.ChatUser;
import dev.assay.mock.service.FileStore;
import dev.assay.mock.service.HaptikAccount;
import dev.assay.mock.service.LogFileEndpoint;
import dev.assay.mock.service.LogMessageEndpoint;
import dev.assay.mock.service.MessageIds;
import dev.assay.mock.service.MessageReceipts;
import dev.assay.mock.service.MockEndpoint;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.MockService;
import dev.assay.mock.service.RoomMessagesEndpoint;
import dev.assay.mock.service.Rooms;
import dev.assay.mock.service.Route;
import dev.assay.mock.service.Storage;
import dev.assay.mock.service.StoredFileEndpoint;
import dev.assay.mock.service.TestAccounts;
import dev.assay.mock.service.UploadFileEndpoint;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the parts of one stand-in together: one set of users, rooms, ids and files. */
final class MockServices {

  private final HaptikAccount account;
  private final ChatUser user;
  private final Rooms rooms;
  private final MessageReceipts receipts;
  private final FileStore files;
  private final Mutants deviations;
  private final MockContext scene;
  private final MockEndpoint service;

  MockServices(MockSetup setup, URI baseUri, FileStore files, Mutants deviations) {
    TestAccounts principals = setup.principals();
    Clock clock = Clock.systemUTC();
    this.deviations = deviations;
    MessageIds ids = MessageIds.fromRandomStart();
    account = new HaptikAccount(principals);
    user = new ChatUser(principals);
    rooms = new Rooms(principals, ids, clock);
    receipts = new MessageReceipts(ids, clock);
    this.files = files;
    scene = new MockContext(principals, rooms);
    service = allowed(hinting(wired(setup, baseUri), setup), setup);
  }

  /** What answers every path. */
  MockEndpoint service() {
    return service;
  }

  /** The reply to a call whose body is not read. */
  Optional<MockResponse> early(MockRequest head) {
    return deviations.early(head);
  }

  private static MockEndpoint hinting(MockEndpoint service, MockSetup setup) {
    Advice advice = new Advice(setup.principals());
    return setup
        .refusals()
        .<MockEndpoint>map(refusals -> new Hinting(service, advice, refusals))
        .orElse(service);
  }

  private static MockEndpoint allowed(MockEndpoint service, MockSetup setup) {
    return setup.origins().isEmpty() ? service : new Cors(service, setup.origins());
  }

  private MockEndpoint wired(MockSetup setup, URI baseUri) {
    Stream<Route> up = routes("", files);
    Stream<Route> down = routes(Storage.DOWN_PATH, Storage.UNREACHABLE);
    Stream<Route> stored = Stream.of(Route.get("/files/*", new StoredFileEndpoint(files)));
    MockService genuine =
        new MockService(Stream.of(up, down, stored).flatMap(routes -> routes).toList());
    return deviations.around(
        setup.isEverywhere() ? new ReachedHost(genuine, baseUri) : genuine, scene);
  }

  private Stream<Route> routes(String prefix, Storage storage) {
    return Stream.of(
        post(prefix, MockOperation.LOG_MESSAGE, new LogMessageEndpoint(account, receipts)),
        post(
            prefix,
            MockOperation.LOG_FILE,
            new LogFileEndpoint(
                account, receipts, deviations.around(storage, MockOperation.LOG_FILE))),
        post(
            prefix,
            MockOperation.UPLOAD_FILE,
            new UploadFileEndpoint(
                user,
                deviations.around(rooms, scene),
                deviations.around(storage, MockOperation.UPLOAD_FILE))),
        Route.get(prefix + "/api/get_room_messages", new RoomMessagesEndpoint(user, rooms)));
  }

  private static Route post(String prefix, MockOperation operation, MockEndpoint endpoint) {
    return Route.post(prefix + operation.path(), endpoint);
  }
}
