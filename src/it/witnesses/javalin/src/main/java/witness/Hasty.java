package witness;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Javalin, as a busy developer's first version. What is wrong with it, by the documents:
 *
 * <ul>
 *   <li>a 401 is the framework's own page, text or an object without error_message or error
 *   <li>the token is compared without regard to case; and Jetty takes a header for that of the last
 *       request if only its case differs
 *   <li>created_at has no offset
 *   <li>message_type comes back as a string for files
 *   <li>no limit of size but the framework's; no look at the file's extension or at message_type
 *   <li>file_url of a logged file is a path without scheme and host
 *   <li>an upload is posted in no room; an empty file name is not noticed, and an empty room_id is
 *       a room like any other
 *   <li>client-id is not looked at; whatever is missing ends in a 500
 * </ul>
 */
public final class Hasty {

  private static final AtomicInteger IDS = new AtomicInteger();
  private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();
  private static final List<String> POSTED = new CopyOnWriteArrayList<>();

  private Hasty() {}

  /**
   * Listens.
   *
   * @param args the port, 0 for a free one
   */
  public static void main(String[] args) {
    Javalin app = Javalin.create(config -> config.showJavalinBanner = false);
    app.post(Accounts.MESSAGE_PATH, Hasty::logMessage);
    app.post(Accounts.FILE_PATH, Hasty::logFile);
    app.post(Accounts.UPLOAD_PATH, Hasty::uploadFile);
    app.get(Accounts.ROOM_PATH, ctx -> ctx.json(POSTED));
    app.get("/files/{name}", ctx -> ctx.result(FILES.get(ctx.pathParam("name"))));
    app.start("127.0.0.1", Integer.parseInt(args[0]));
    System.out.println("listening on " + app.port());
  }

  private static void signedIn(Context ctx, String token) {
    if (!token.equalsIgnoreCase(ctx.header("Authorization"))) {
      throw new UnauthorizedResponse();
    }
  }

  private static Map<String, Object> logged(Object text, Object type) {
    Map<String, Object> logged = new HashMap<>();
    logged.put("message_id", IDS.incrementAndGet());
    logged.put("message_body", text);
    logged.put("created_at", LocalDateTime.now().toString());
    logged.put("message_type", type);
    return logged;
  }

  @SuppressWarnings("unchecked")
  private static void logMessage(Context ctx) {
    signedIn(ctx, "Bearer " + Accounts.TOKEN);
    Map<String, Object> body = ctx.bodyAsClass(Map.class);
    Map<String, Object> user = (Map<String, Object>) body.get("user");
    if (!user.get("auth_id").equals(Accounts.USER)) {
      ctx.status(403).json(Map.of("error_message", "user is not registered"));
      return;
    }
    ctx.json(logged(body.get("message_body"), body.get("message_type")));
  }

  private static void logFile(Context ctx) throws IOException {
    signedIn(ctx, "Bearer " + Accounts.TOKEN);
    if (!ctx.formParam("auth_id").equals(Accounts.USER)) {
      ctx.status(403).json(Map.of("error_message", "user is not registered"));
      return;
    }
    Map<String, Object> logged =
        logged(ctx.formParam("message_body"), ctx.formParam("message_type"));
    logged.put("file_url", keep(ctx.uploadedFile("file")));
    ctx.json(logged);
  }

  private static void uploadFile(Context ctx) throws IOException {
    signedIn(ctx, Accounts.ROOMS_TOKEN);
    UploadedFile file = ctx.uploadedFile("file");
    if (file == null) {
      ctx.status(400).json(Map.of("error", "No file provided"));
    } else if (ctx.formParam("room_id") == null) {
      ctx.status(400).json(Map.of("error", "No room ID provided"));
    } else if (!ctx.formParam("room_id").equals(Accounts.MEMBER_ROOM)) {
      ctx.status(403).json(Map.of("error", "You are not a member of this room"));
    } else {
      ctx.json(
          Map.of(
              "message",
              "File uploaded successfully",
              "file_url",
              "http://" + ctx.host() + keep(file)));
    }
  }

  private static String keep(UploadedFile file) throws IOException {
    String name = IDS.incrementAndGet() + file.extension();
    FILES.put(name, file.content().readAllBytes());
    return "/files/" + name;
  }
}
