package dev.assay.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A witness: keeps every documented fact of the three endpoints, and decides what the documents
 * leave open otherwise than most would. Who blames it demands more than is written.
 */
public final class OtherServer implements AutoCloseable {

  public static final String HAPTIK_TOKEN = "aGFwdGlr+/tok_9.c1~f==";
  public static final String CLIENT_ID = "client:0b5e/eu";
  public static final long BUSINESS_ID = 9_007_199_254_740_993L;
  public static final String REGISTERED_USER = "Ravi2207";
  public static final String UNREGISTERED_USER = "Nobody0000";
  public static final String ROOMS_TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJyYXZpIn0.x-_7";
  public static final String ORPHAN_TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJnb25lIn0.y-_8";

  /** Of a member of the foreign room. */
  public static final String FOREIGN_TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtaXJhIn0.z-_9";

  public static final String MEMBER_ROOM = "!k1tchen:chat.example";
  public static final String FOREIGN_ROOM = "!b0ard:chat.example";

  /** Path and query, below the base URI, that list a room. */
  public static final String READ_BACK = "/rooms/{room}/log?signed";

  /** Of so many requests one is asked to come again. */
  public static final int PATIENCE_EVERY = 40;

  private static final String PREFIX = "/chat/v2";
  private static final String BROKEN = "/broken";
  private static final String ASSETS = "/assets/content/";
  private static final Pattern LOG = Pattern.compile("/rooms/([^/]+)/log");
  private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+) *");
  private static final int HAPTIK_FILE = 10_000_000;
  private static final int ROOM_FILE = 24 * 1024 * 1024;
  private static final int AROUND_FILE = 1024 * 1024;
  private static final int JSON_BODY = 1024 * 1024;
  private static final int FORM_BODY = 32 * 1024 * 1024;
  private static final Set<String> EXTENSIONS =
      Set.of("docx", "doc", "pdf", "xls", "xlsx", "csv", "jpg", "jpeg", "png", "gif");

  private static final ZoneOffset KOLKATA = ZoneOffset.ofHoursMinutes(5, 30);
  private static final List<DateTimeFormatter> TIMES =
      List.of(
          DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT),
          DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT),
          DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss,SSSSSSxx", Locale.ROOT),
          DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT));

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private record Posted(String path, String at) {}

  private final HttpServer http;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final Semaphore heldForms = new Semaphore(4);
  private final Path disk;
  private final String signingKey = UUID.randomUUID().toString();
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger times = new AtomicInteger();
  private final AtomicLong lastId = new AtomicLong(1L << 62);
  private final Map<String, Path> files = new ConcurrentHashMap<>();
  private final Map<String, Queue<Posted>> rooms =
      Map.of(
          MEMBER_ROOM, new ConcurrentLinkedQueue<>(), FOREIGN_ROOM, new ConcurrentLinkedQueue<>());

  private OtherServer(HttpServer http, Path disk) {
    this.http = http;
    this.disk = disk;
  }

  /** Starts one on a free port of the loopback interface. */
  public static OtherServer start() throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    OtherServer server =
        new OtherServer(HttpServer.create(address, 200), Files.createTempDirectory("other-server"));
    server.http.createContext("/", server::handle);
    server.http.setExecutor(server.threads);
    server.http.start();
    return server;
  }

  /** What stands in front of the documented paths. */
  public URI baseUri() {
    return URI.create(origin() + PREFIX);
  }

  /** The same service with its file storage down. */
  public URI storageDownBaseUri() {
    return URI.create(origin() + BROKEN + PREFIX);
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    files.values().forEach(file -> file.toFile().delete());
    disk.toFile().delete();
  }

  private String origin() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    OtherAnswer answer;
    try {
      answer = answerTo(exchange);
    } catch (OtherAnswer.Refusal refusal) {
      answer = refusal.answer();
    }
    answer.send(exchange, answers.incrementAndGet());
  }

  private OtherAnswer answerTo(HttpExchange exchange) throws IOException, OtherAnswer.Refusal {
    String whole = String.valueOf(exchange.getRequestURI().getRawPath());
    if (whole.startsWith(ASSETS)) {
      return asset(exchange, whole);
    }
    boolean broken = whole.startsWith(BROKEN + "/");
    String path = broken ? whole.substring(BROKEN.length()) : whole;
    String operation =
        path.startsWith(PREFIX) ? path.substring(PREFIX.length()).replaceFirst("/$", "") : "";
    Matcher log = LOG.matcher(operation);
    return switch (exchange.getRequestMethod()) {
      case "POST" -> post(exchange, operation, broken);
      case "GET" -> log.matches() ? patiently(() -> log(exchange, log.group(1))) : nothingHere();
      case "HEAD" -> nothingHere();
      case "OPTIONS" -> OtherAnswer.empty(204).with("Allow", "OPTIONS, POST");
      case "PUT", "PATCH" -> OtherAnswer.text(501, "not here, not ever");
      default -> OtherAnswer.empty(405).with("Allow", "OPTIONS, POST");
    };
  }

  private OtherAnswer post(HttpExchange exchange, String operation, boolean broken)
      throws IOException, OtherAnswer.Refusal {
    return switch (operation) {
      case "/v1.0/log_message_from_user" -> patiently(() -> logMessage(exchange));
      case "/v1.0/log_file_from_user" -> patiently(() -> holding(() -> logFile(exchange)));
      case "/api/upload_file" -> patiently(() -> holding(() -> uploadFile(exchange, broken)));
      default -> nothingHere();
    };
  }

  private static OtherAnswer nothingHere() {
    return OtherAnswer.empty(404);
  }

  @FunctionalInterface
  private interface Step {
    OtherAnswer take() throws IOException, OtherAnswer.Refusal;
  }

  private OtherAnswer patiently(Step step) throws IOException, OtherAnswer.Refusal {
    return calls.incrementAndGet() % PATIENCE_EVERY == 0
        ? OtherAnswer.empty(429).with("Retry-After", "0")
        : step.take();
  }

  /** Few large bodies at once, as they are held in memory. */
  private OtherAnswer holding(Step step) throws IOException, OtherAnswer.Refusal {
    heldForms.acquireUninterruptibly();
    try {
      return step.take();
    } finally {
      heldForms.release();
    }
  }

  private OtherAnswer logMessage(HttpExchange exchange) throws IOException, OtherAnswer.Refusal {
    checkAccount(exchange);
    byte[] body = exchange.getRequestBody().readNBytes(JSON_BODY + 1);
    OtherAnswer.refuseIf(body.length > JSON_BODY, OtherAnswer.empty(413));
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (IOException e) {
      throw new OtherAnswer.Refusal(OtherAnswer.text(422, "that is no JSON"));
    }
    JsonNode user = json.path("user").path("auth_id");
    JsonNode business = json.path("business_id");
    JsonNode type = json.path("message_type");
    JsonNode text = json.path("message_body");
    checkUser(user.isTextual() ? user.textValue() : "");
    checkBusiness(business.isIntegralNumber() || business.isTextual() ? business.asText() : "");
    OtherAnswer.refuseIf(!type.isIntegralNumber(), OtherAnswer.problem("message_type"));
    OtherAnswer.refuseIf(!text.isTextual(), OtherAnswer.problem("message_body"));
    return OtherAnswer.json(200, logged(type.bigIntegerValue(), text.textValue()));
  }

  private OtherAnswer logFile(HttpExchange exchange) throws IOException, OtherAnswer.Refusal {
    checkAccount(exchange);
    OtherAnswer tooLarge = OtherAnswer.text(422, "at most 10000000 bytes").abrupt();
    Map<String, OtherForm.Part> form = form(exchange, HAPTIK_FILE, tooLarge);
    checkUser(text(form, "auth_id"));
    checkBusiness(text(form, "business_id"));
    String type = text(form, "message_type");
    OtherAnswer.refuseIf(!type.matches("\\d{1,30}"), OtherAnswer.problem("message_type"));
    OtherForm.Part file = form.get("file");
    OtherAnswer.refuseIf(file == null || !file.isFile(), OtherAnswer.problem("file"));
    String extension = extension(file.fileName());
    OtherAnswer.refuseIf(!EXTENSIONS.contains(extension), OtherAnswer.text(415, "." + extension));
    OtherAnswer.refuseIf(file.size() > HAPTIK_FILE, OtherAnswer.text(422, "too large"));
    OtherAnswer.refuseIf(file.size() == 0, OtherAnswer.text(409, "there is nothing in it"));
    ObjectNode answer = JSON.createObjectNode().put("file_url", signed(store(file)));
    String text = form.containsKey("message_body") ? text(form, "message_body") : null;
    return OtherAnswer.json(200, answer.setAll(logged(new BigInteger(type), text)));
  }

  private ObjectNode logged(BigInteger type, String text) {
    ObjectNode answer = JSON.createObjectNode().put("created_at", now()).put("message_type", type);
    answer.putObject("thread").put("message_id", "t-17").putNull("created_at").putArray("unread");
    answer.put("message_body", text);
    return answer
        .put("delivered", false)
        .put("message_id", lastId.addAndGet(-ThreadLocalRandom.current().nextLong(1, 5000)));
  }

  private static void checkAccount(HttpExchange exchange) throws OtherAnswer.Refusal {
    List<String> given = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
    Matcher bearer = BEARER.matcher(given.size() == 1 ? given.get(0) : "");
    boolean valid = bearer.matches() && bearer.group(1).equals(HAPTIK_TOKEN);
    OtherAnswer.refuseIf(!valid, haptikError(401, "invalid authorization details").early());
    String client = exchange.getRequestHeaders().getFirst("client-id");
    OtherAnswer.refuseIf(client == null, OtherAnswer.empty(428));
    OtherAnswer.refuseIf(!CLIENT_ID.equals(client), OtherAnswer.text(409, "client-id?"));
  }

  private static void checkUser(String user) throws OtherAnswer.Refusal {
    OtherAnswer.refuseIf(user.isEmpty(), OtherAnswer.problem("auth_id"));
    OtherAnswer.refuseIf(!user.equals(REGISTERED_USER), haptikError(403, "user is not registered"));
  }

  private static void checkBusiness(String digits) throws OtherAnswer.Refusal {
    OtherAnswer.refuseIf(!digits.matches("\\d{1,30}"), OtherAnswer.problem("business_id"));
    boolean known = new BigInteger(digits).equals(BigInteger.valueOf(BUSINESS_ID));
    OtherAnswer.refuseIf(!known, OtherAnswer.text(404, "no such channel"));
  }

  private static OtherAnswer haptikError(int status, String text) {
    ObjectNode error = JSON.createObjectNode().put("trace", UUID.randomUUID().toString());
    error.putObject("error").put("code", status).putArray("hints").add("frag später nochmal");
    return OtherAnswer.json(status, error.put("error_message", text));
  }

  private OtherAnswer uploadFile(HttpExchange exchange, boolean broken)
      throws IOException, OtherAnswer.Refusal {
    String token = checkedToken(exchange);
    OtherAnswer tooLarge = roomsError(400, "File size exceeds the 24MB limit").early();
    Map<String, OtherForm.Part> form = form(exchange, ROOM_FILE, tooLarge);
    OtherForm.Part file = form.get("file");
    boolean noFile = file == null || !file.isFile() || file.fileName().isEmpty();
    OtherAnswer.refuseIf(noFile, roomsError(400, "No file provided"));
    String room = text(form, "room_id");
    OtherAnswer.refuseIf(room.isEmpty(), roomsError(400, "No room ID provided"));
    OtherAnswer.refuseIf(file.size() > ROOM_FILE, tooLarge);
    checkMember(room, token);
    OtherAnswer.refuseIf(broken, roomsError(500, "File upload failed: disk on fire"));
    String path = store(file);
    rooms.get(room).add(new Posted(path, now()));
    ObjectNode answer = JSON.createObjectNode().put("file_url", signed(path));
    answer.putObject("file").put("message", "größer als nichts").put("bytes", file.size());
    return OtherAnswer.json(200, answer.put("message", "File uploaded successfully"));
  }

  private OtherAnswer log(HttpExchange exchange, String room) throws OtherAnswer.Refusal {
    String token = checkedToken(exchange);
    String name;
    try {
      name = URLDecoder.decode(room.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return nothingHere();
    }
    checkMember(name, token);
    boolean signing = "signed".equals(exchange.getRequestURI().getRawQuery());
    ArrayNode messages = JSON.createArrayNode();
    for (Posted posted : rooms.get(name)) {
      String url = signing ? signed(posted.path()) : origin() + posted.path();
      messages.addObject().put("at", posted.at()).putObject("attachment").put("href", url);
    }
    return OtherAnswer.json(200, messages);
  }

  private static String checkedToken(HttpExchange exchange) throws OtherAnswer.Refusal {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    boolean missing = given == null || given.isBlank();
    OtherAnswer.refuseIf(missing, roomsError(401, "Invalid token or token missing").early());
    String token = given.strip().replaceFirst("(?i)^bearer +", "");
    boolean valid = token.equals(ROOMS_TOKEN) || token.equals(FOREIGN_TOKEN);
    OtherAnswer.refuseIf(!valid, roomsError(401, "Unauthorized access").early());
    return token;
  }

  private void checkMember(String room, String token) throws OtherAnswer.Refusal {
    OtherAnswer.refuseIf(!rooms.containsKey(room), OtherAnswer.text(404, "no such room"));
    String own = token.equals(FOREIGN_TOKEN) ? FOREIGN_ROOM : MEMBER_ROOM;
    OtherAnswer.refuseIf(!room.equals(own), roomsError(403, "You are not a member of this room"));
  }

  private static OtherAnswer roomsError(int status, String text) {
    ObjectNode error = JSON.createObjectNode().putNull("message").put("code", status * 100 + 3);
    error.putObject("help").put("href", "https://chat.example/errors?of=" + status);
    return OtherAnswer.json(status, error.put("error", text));
  }

  /** The parts of the form; a request whose length alone tells that it is too large is not read. */
  private static Map<String, OtherForm.Part> form(
      HttpExchange exchange, int fileLimit, OtherAnswer tooLarge)
      throws IOException, OtherAnswer.Refusal {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    long told = length == null ? -1 : Long.parseLong(length.strip());
    OtherAnswer.refuseIf(told > fileLimit + AROUND_FILE, tooLarge);
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    boolean multipart = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    OtherAnswer.refuseIf(!multipart, OtherAnswer.text(415, "a form, please"));
    InputStream in = exchange.getRequestBody();
    byte[] body = in.readNBytes(told < 0 ? FORM_BODY + 1 : (int) told);
    OtherAnswer.refuseIf(body.length > FORM_BODY, tooLarge);
    return OtherForm.parse(type, body)
        .orElseThrow(() -> new OtherAnswer.Refusal(OtherAnswer.text(422, "a torn form")));
  }

  private static String text(Map<String, OtherForm.Part> form, String name) {
    return form.containsKey(name) ? form.get(name).text() : "";
  }

  private static String extension(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private String store(OtherForm.Part file) throws IOException {
    String name = UUID.randomUUID().toString();
    Path stored = disk.resolve(name);
    try (OutputStream out = Files.newOutputStream(stored)) {
      file.writeTo(out);
    }
    files.put(ASSETS + name, stored);
    return ASSETS + name;
  }

  private OtherAnswer asset(HttpExchange exchange, String path) {
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    String nonce = query.replaceFirst("^sig=([0-9a-f]*)\\..*$", "$1");
    if (!exchange.getRequestMethod().equals("GET") || !query.equals(signature(path, nonce))) {
      return OtherAnswer.xml(403, "<Error><Code>AccessDenied</Code></Error>");
    }
    return files.containsKey(path) ? OtherAnswer.file(files.get(path)) : nothingHere();
  }

  private String signed(String path) {
    String nonce = Long.toHexString(ThreadLocalRandom.current().nextLong());
    return origin() + path + "?" + signature(path, nonce);
  }

  private String signature(String path, String nonce) {
    byte[] seed = (signingKey + nonce + path).getBytes(UTF_8);
    return "sig=" + nonce + "." + UUID.nameUUIDFromBytes(seed);
  }

  private String now() {
    DateTimeFormatter form = TIMES.get(times.getAndIncrement() % TIMES.size());
    return OffsetDateTime.now(KOLKATA).plusSeconds(60).format(form);
  }
}
