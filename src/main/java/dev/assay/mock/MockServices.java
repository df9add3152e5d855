package dev.assay.mock;

import dev.assay.mock.StandIn.Serving;
import dev.assay.mock.hint.Advice;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.MockContext;
import dev.assay.mock.mutation.Mutant;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the parts of one stand-in together: one set of users, rooms, ids and files. */
final class MockServices implements Serving {

  private final HaptikAccount account;
  private final ChatUser user;
  private final Rooms rooms;
  private final MessageReceipts receipts;
  private final FileStore files;
  private final Mutants mutants;
  private final MockContext context;
  private final MockEndpoint service;

  MockServices(MockSetup setup, URI baseUri, FileStore files, List<Mutant> mutants) {
    TestAccounts accounts = setup.accounts();
    Clock clock = setup.fresh().clock();
    this.mutants = new Mutants(mutants, MockServices::operationAt);
    MessageIds ids = MessageIds.from(setup.fresh());
    account = new HaptikAccount(accounts);
    user = new ChatUser(accounts);
    rooms = new Rooms(accounts, ids, clock);
    receipts = new MessageReceipts(ids, clock);
    this.files = files;
    context = new MockContext(accounts, rooms, setup.fresh());
    service = setup.shown(routed(setup, baseUri), new Advice(accounts));
  }

  @Override
  public MockEndpoint service() {
    return service;
  }

  @Override
  public Optional<MockResponse> early(MockRequest head) {
    return mutants.early(head);
  }

  @Override
  public Optional<String> operation(MockRequest request) {
    return operationAt(request);
  }

  private static Optional<String> operationAt(MockRequest request) {
    return MockOperation.find(request.path()).map(MockOperation::slug);
  }

  private MockEndpoint routed(MockSetup setup, URI baseUri) {
    Stream<Route> up = routes("", files);
    Stream<Route> down = routes(Storage.DOWN_PATH, Storage.UNREACHABLE);
    Stream<Route> stored = Stream.of(Route.get("/files/*", new StoredFileEndpoint(files)));
    MockService genuine =
        new MockService(Stream.of(up, down, stored).flatMap(routes -> routes).toList());
    return mutants.around(
        setup.isEverywhere() ? new ReachedHost(genuine, baseUri) : genuine, context);
  }

  private Stream<Route> routes(String prefix, Storage storage) {
    return Stream.of(
        post(prefix, MockOperation.LOG_MESSAGE, new LogMessageEndpoint(account, receipts)),
        post(
            prefix,
            MockOperation.LOG_FILE,
            new LogFileEndpoint(
                account, receipts, mutants.around(storage, MockOperation.LOG_FILE))),
        post(
            prefix,
            MockOperation.UPLOAD_FILE,
            new UploadFileEndpoint(
                user,
                mutants.around(rooms, context),
                mutants.around(storage, MockOperation.UPLOAD_FILE))),
        Route.get(prefix + "/api/get_room_messages", new RoomMessagesEndpoint(user, rooms)));
  }

  private static Route post(String prefix, MockOperation operation, MockEndpoint endpoint) {
    return Route.post(prefix + operation.path(), endpoint);
  }
}
