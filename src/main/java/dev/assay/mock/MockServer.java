package dev.assay.mock;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.assay.UserException;
import dev.assay.mock.http.BodyAllowance;
import dev.assay.mock.http.BodyReadingFilter;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.FileStore;
import dev.assay.mock.service.Storage;
import dev.assay.mock.service.TestAccounts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The stand-in service: keeps the three documented contracts faithfully, or those of another {@link
 * StandIn}, on a loopback port unless its setup names another host.
 *
 * <p>By itself it serves the Haptik paths {@code /v1.0/log_message_from_user/} and {@code
 * /v1.0/log_file_from_user/}, the chat server's {@code /api/upload_file} with the read-back {@code
 * /api/get_room_messages?room_id=...}, and stored files under {@code /files/}. Everything is kept
 * in memory, in bounded amounts, until it is closed. Its threads are daemons: they keep no JVM
 * alive.
 *
 * <p>All methods may be called from any thread.
 */
public final class MockServer implements AutoCloseable {

  private static final int THREADS = 100;
  private static final int JOURNAL = 1_000;
  private static final long IDLE_MILLIS = 300_000;
  private static final long KEPT_UNDER_LOAD = 1 << 20;

  private final MockSetup setup;
  private final StandIn standIn;
  private final WireMockFront front;
  private final CurrentServing current;
  private final ReceivedRequests received;
  private final long heapBytes;
  private final URI baseUri;

  private MockServer(
      MockSetup setup,
      StandIn standIn,
      WireMockFront front,
      CurrentServing current,
      ReceivedRequests received,
      long heapBytes) {
    this.received = received;
    this.heapBytes = heapBytes;
    this.setup = setup;
    this.standIn = standIn;
    this.front = front;
    this.current = current;
    this.baseUri = URI.create("http://" + setup.ownHost() + ":" + front.port());
  }

  /** Starts it on a free port. */
  public static MockServer start(TestAccounts accounts) {
    return start(0, accounts);
  }

  /**
   * Starts it on {@code port}, 0 meaning a free one.
   *
   * @throws UserException when the port cannot be had
   */
  public static MockServer start(int port, TestAccounts accounts) {
    return start(port, accounts, List.of());
  }

  /**
   * Starts it with mutants, on {@code port}, 0 meaning a free one.
   *
   * @param mutants several are laid over one another, in that order
   * @throws UserException when the port cannot be had
   */
  public static MockServer start(int port, TestAccounts accounts, List<Mutant> mutants) {
    return start(MockSetup.onLoopback(port, accounts, mutants));
  }

  /**
   * Starts it as the setup says.
   *
   * @throws UserException when the port cannot be had on the host
   */
  public static MockServer start(MockSetup setup) {
    return start(setup, StandIn.SHIPPED);
  }

  /**
   * Starts it as the setup says, for those services.
   *
   * @throws UserException when the port cannot be had on the host
   */
  public static MockServer start(MockSetup setup, StandIn standIn) {
    return start(setup, standIn, Runtime.getRuntime().maxMemory(), (request, response) -> {});
  }

  /** Starts one of several that share this heap, on a free port. */
  public static MockServer startOneOf(int several, TestAccounts accounts) {
    return startOneOf(several, accounts, StandIn.SHIPPED);
  }

  /** Starts one of several that share this heap, for those services, on a free port. */
  public static MockServer startOneOf(int several, TestAccounts accounts, StandIn standIn) {
    return startOneOf(several, accounts, standIn, (request, response) -> {});
  }

  /**
   * Starts one of several that share this heap, for those services, on a free port.
   *
   * @param listener is given each request with its answer, by any thread, before it is sent
   */
  public static MockServer startOneOf(
      int several,
      TestAccounts accounts,
      StandIn standIn,
      BiConsumer<MockRequest, MockResponse> listener) {
    return start(
        MockSetup.onLoopback(0, accounts, List.of()),
        standIn,
        Runtime.getRuntime().maxMemory() / several,
        listener);
  }

  /**
   * Starts one to be loaded, on a free port: it keeps next to none of the files that it is sent.
   */
  public static MockServer startForLoad(TestAccounts accounts) {
    MockServer server = start(0, accounts, List.of());
    server.keep(new FileStore(server.baseUri, KEPT_UNDER_LOAD), List.of());
    return server;
  }

  private static MockServer start(
      MockSetup setup,
      StandIn standIn,
      long heapBytes,
      BiConsumer<MockRequest, MockResponse> listener) {
    CurrentServing current = new CurrentServing();
    ReceivedRequests received = new ReceivedRequests();
    Options options = options(setup);
    WireMockFront front =
        new WireMockFront(
            options,
            StubLayer.over(new ServiceHandler(current, received, listener), setup, options),
            List.of(new EarlyAnswer(current), new BodyReadingFilter(BodyAllowance.of(heapBytes))),
            heapBytes);
    startOrStop(front, setup);
    MockServer server = new MockServer(setup, standIn, front, current, received, heapBytes);
    server.startAfresh(setup.mutants());
    return server;
  }

  /**
   * Forgets every message, file and mutant, and goes on at the same port with those mutants: much
   * cheaper than another mock.
   *
   * @param mutants several are laid over one another, in that order
   */
  public void startAfresh(List<Mutant> mutants) {
    keep(FileStore.of(heapBytes, baseUri, setup.fresh()), mutants);
  }

  private void keep(FileStore files, List<Mutant> mutants) {
    current.set(standIn.afresh(setup, baseUri, files, mutants));
  }

  /**
   * How many requests of each operation came whole since it was started, by the operation's id; all
   * other requests are {@code other}.
   */
  public Map<String, Long> received() {
    return received.counts();
  }

  private static void startOrStop(WireMockFront front, MockSetup setup) {
    try {
      front.start();
    } catch (FatalStartupException e) {
      front.stop();
      throw PortTaken.at(setup.host(), setup.port(), e);
    }
  }

  private static Options options(MockSetup setup) {
    WireMockConfiguration options = wireMockConfig();
    setup.mappings().ifPresent(root -> options.usingFilesUnderDirectory(root.toString()));
    return options
        .maxRequestJournalEntries(JOURNAL)
        .bindAddress(setup.host())
        .port(setup.port())
        .http2PlainDisabled(true)
        .jettyAcceptors(1)
        .jettyIdleTimeout(IDLE_MILLIS)
        .jettyStopTimeout(0L)
        .threadPoolFactory(any -> threads());
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("mock");
    threads.setDaemon(true);
    return threads;
  }

  /**
   * Where this machine reaches the services: {@code http://HOST:PORT}, without a slash at the end.
   */
  public URI baseUri() {
    return baseUri;
  }

  /** Where this machine reaches these services with a storage that is down. */
  public URI storageDownBaseUri() {
    return URI.create(baseUri + Storage.DOWN_PATH);
  }

  /** Whom it knows. */
  public TestAccounts accounts() {
    return setup.accounts();
  }

  /** Stops it and frees the port; closing again does nothing. */
  @Override
  public void close() {
    front.stop();
  }
}
