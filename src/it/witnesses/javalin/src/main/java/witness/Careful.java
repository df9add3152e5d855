package witness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Javalin, by somebody who read the documents twice and tried what they say. */
public final class Careful {

  private static final int HAPTIK_LIMIT = 10 * 1024 * 1024;
  private static final int ROOM_LIMIT = 24 * 1024 * 1024;
  private static final long FORM_LIMIT = 40 * 1024 * 1024;
  private static final Set<String> IMAGES = Set.of("jpg", "jpeg", "png", "gif");
  private static final Set<String> DOCUMENTS = Set.of("docx", "doc", "pdf", "xls", "xlsx", "csv");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final AtomicLong ids = new AtomicLong(System.currentTimeMillis() * 1000);
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, List<Map<String, Object>>> rooms =
      Map.of(
          Accounts.MEMBER_ROOM, new CopyOnWriteArrayList<>(),
          Accounts.FOREIGN_ROOM, new CopyOnWriteArrayList<>());

  private Careful() {}

  /**
   * Listens.
   *
   * @param args the port, 0 for a free one
   */
  public static void main(String[] args) {
    Careful careful = new Careful();
    Javalin app =
        Javalin.create(
            config -> {
              config.showJavalinBanner = false;
              config.router.treatMultipleSlashesAsSingleSlash = false;
              config.router.ignoreTrailingSlashes = false;
              // Jetty otherwise takes a header for that of the last request if only its case
              // differs.
              config.jetty.modifyHttpConfiguration(http -> http.setHeaderCacheCaseSensitive(true));
            });
    app.post(Accounts.MESSAGE_PATH, careful::logMessage);
    app.post(Accounts.FILE_PATH, careful::logFile);
    app.post(Accounts.UPLOAD_PATH, careful::uploadFile);
    app.get(Accounts.ROOM_PATH, careful::roomMessages);
    app.get("/files/{name}", careful::file);
    app.exception(
        Refusal.class, (refusal, ctx) -> refuse(ctx, refusal.status, refusal.getMessage()));
    app.exception(
        HttpResponseException.class, (e, ctx) -> refuse(ctx, e.getStatus(), e.getMessage()));
    app.exception(
        Exception.class, (e, ctx) -> refuse(ctx, 400, "the request cannot be understood"));
    app.start("127.0.0.1", Integer.parseInt(args[0]));
    System.out.println("listening on " + app.port());
  }

  /** Ends a request with a status and a text. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    Refusal(int status, String text) {
      super(text);
      this.status = status;
    }
  }

  private static void refuse(Context ctx, int status, String text) {
    String member = ctx.path().startsWith("/v1.0/") ? "error_message" : "error";
    ctx.status(status).json(Map.of(member, text));
  }

  private static void require(boolean good, int status, String text) {
    if (!good) {
      throw new Refusal(status, text);
    }
  }

  private static void admitHaptik(Context ctx) {
    require(
        ("Bearer " + Accounts.TOKEN).equals(ctx.header("Authorization")),
        401,
        "invalid authorization details");
    require(Accounts.CLIENT_ID.equals(ctx.header("client-id")), 400, "invalid client-id");
  }

  private void logMessage(Context ctx) throws JsonProcessingException {
    admitHaptik(ctx);
    require(is(ctx, "application/json"), 415, "the body must be application/json");
    JsonNode body = JSON.readTree(ctx.bodyAsBytes().length == 0 ? "null" : ctx.body());
    String user = body.path("user").path("auth_id").asText("");
    require(body.isObject() && !user.isEmpty(), 400, "user.auth_id is required");
    require(body.path("message_body").isTextual(), 400, "message_body is required");
    require(body.path("message_type").toString().equals("0"), 400, "message_type must be 0");
    require(body.path("business_id").isIntegralNumber(), 400, "business_id must be a number");
    require(user.equals(Accounts.USER), 403, "user is not registered");
    require(body.path("business_id").asText().equals("343"), 400, "unknown business_id");
    ctx.json(receipt(body.path("message_body").textValue(), 0));
  }

  private void logFile(Context ctx) throws Exception {
    admitHaptik(ctx);
    Map<String, Part> form = form(ctx);
    String type = text(form, "message_type").orElse("");
    require(type.equals("1") || type.equals("52"), 400, "message_type must be 1 or 52");
    String user = text(form, "auth_id").orElse("");
    require(!user.isEmpty(), 400, "auth_id is required");
    require(user.equals(Accounts.USER), 403, "user is not registered");
    require(text(form, "business_id").orElse("").equals("343"), 400, "unknown business_id");
    Part file = form.get("file");
    require(file != null && !name(file).isEmpty(), 400, "file is required");
    require(
        (type.equals("1") ? IMAGES : DOCUMENTS).contains(extension(file)),
        400,
        "file type is not supported");
    require(file.getSize() <= HAPTIK_LIMIT, 413, "file is larger than 10MB");
    Map<String, Object> receipt =
        receipt(text(form, "message_body").orElse(""), Integer.parseInt(type));
    receipt.put("file_url", store(ctx, file));
    ctx.json(receipt);
  }

  private static void admitToRooms(Context ctx) {
    String token = ctx.header("Authorization");
    require(!Accounts.ORPHAN_TOKEN.equals(token), 401, "Unauthorized access (invalid user)");
    require(Accounts.ROOMS_TOKEN.equals(token), 401, "Invalid token or token missing");
  }

  private void uploadFile(Context ctx) throws Exception {
    admitToRooms(ctx);
    Map<String, Part> form = form(ctx);
    Part file = form.get("file");
    require(file != null && file.getSubmittedFileName() != null, 400, "No file provided");
    require(!name(file).isEmpty(), 400, "No file name provided");
    String room = text(form, "room_id").orElse("");
    require(!room.isEmpty(), 400, "No room ID provided");
    require(room.equals(Accounts.MEMBER_ROOM), 403, "You are not a member of this room");
    require(file.getSize() <= ROOM_LIMIT, 400, "File size exceeds the 24MB limit");
    String url = store(ctx, file);
    rooms.get(room).add(Map.of("id", ids.incrementAndGet(), "file_url", url));
    ctx.json(Map.of("message", "File uploaded successfully", "file_url", url));
  }

  private void roomMessages(Context ctx) {
    admitToRooms(ctx);
    List<Map<String, Object>> messages = rooms.get(ctx.queryParam("room_id"));
    require(messages != null, 404, "no such room");
    ctx.json(Map.of("messages", messages));
  }

  private void file(Context ctx) {
    byte[] content = files.get(ctx.pathParam("name"));
    require(content != null, 404, "no such file");
    ctx.contentType("application/octet-stream").result(content);
  }

  private static boolean is(Context ctx, String type) {
    String sent = Optional.ofNullable(ctx.contentType()).orElse("").toLowerCase(Locale.ROOT);
    return sent.equals(type) || sent.startsWith(type + ";") || sent.startsWith(type + " ");
  }

  /** The parts by name, in whatever order they came. */
  private static Map<String, Part> form(Context ctx) throws Exception {
    require(is(ctx, "multipart/form-data"), 415, "the body must be multipart/form-data");
    String temporary = System.getProperty("java.io.tmpdir");
    ctx.req()
        .setAttribute(
            "org.eclipse.jetty.multipartConfig",
            new MultipartConfigElement(temporary, -1, FORM_LIMIT, 1 << 16));
    Map<String, Part> parts = new LinkedHashMap<>();
    for (Part part : ctx.req().getParts()) {
      require(parts.put(part.getName(), part) == null, 400, part.getName() + " is given twice");
    }
    return parts;
  }

  private static Optional<String> text(Map<String, Part> form, String name) throws IOException {
    Part part = form.get(name);
    return part == null || part.getSubmittedFileName() != null
        ? Optional.empty()
        : Optional.of(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static String name(Part file) {
    return Optional.ofNullable(file.getSubmittedFileName()).orElse("");
  }

  private static String extension(Part file) {
    String name = name(file);
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private String store(Context ctx, Part file) throws IOException {
    String extension = extension(file);
    String name = UUID.randomUUID() + (extension.matches("[a-z0-9]{1,8}") ? "." + extension : "");
    files.put(name, file.getInputStream().readAllBytes());
    return "http://" + ctx.header("Host") + "/files/" + name;
  }

  private Map<String, Object> receipt(String text, int type) {
    Map<String, Object> receipt = new LinkedHashMap<>();
    receipt.put("message_id", ids.incrementAndGet());
    receipt.put("message_body", text);
    receipt.put("created_at", Instant.now().toString());
    receipt.put("message_type", type);
    return receipt;
  }
}
