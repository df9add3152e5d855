package dev.assay.mock.hint;

import dev.assay.mock.http.ErrorFormat;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.TestAccounts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What helps a refused caller, seen in the request alone: nothing where the request was right. It
 * shows ids, and never a credential.
 */
public record Advice(TestAccounts principals) {

  private static final List<String> PATHS =
      Stream.concat(
              Stream.of(MockOperation.values()).map(MockOperation::path),
              Stream.of("/api/get_room_messages"))
          .toList();

  /**
   * What it may have been.
   *
   * @param status of the refusal, 400 or more
   */
  Optional<String> on(MockRequest call, int status) {
    return switch (status) {
      case 401 -> new TokenAdvice(principals).on(call);
      case 403 -> isHaptik(call) ? onUser(RequestView.by(call)) : onRoom(RequestView.by(call));
      case 404 -> onPath(call.path());
      case 405 -> onMethod(call);
      case 415 -> onContentType(call);
      case 400 ->
          MockOperation.find(call.path())
              .flatMap(operation -> new BodyAdvice(principals).on(call, operation));
      default -> Optional.empty();
    };
  }

  private static boolean isHaptik(MockRequest call) {
    return ErrorFormat.of(call.path()) == ErrorFormat.HAPTIK;
  }

  private Optional<String> onUser(RequestView asked) {
    String known = principals.registeredUser();
    return asked.user().equals(known)
        ? Optional.empty()
        : Optional.of(
            "auth_id is `%s`; the one registered user is `%s` (option --user)"
                .formatted(asked.user(), known));
  }

  private Optional<String> onRoom(RequestView asked) {
    String known = principals.memberRoom();
    return asked
        .text("room_id")
        .filter(room -> !room.equals(known))
        .map(
            room ->
                "room_id is `%s`; the token's user belongs to `%s` only (option --member-room)"
                    .formatted(room, known));
  }

  private static Optional<String> onPath(String path) {
    if (PATHS.contains(path) || path.contains("/files/")) {
      return Optional.empty();
    }
    return Optional.of(
        PATHS.stream()
            .filter(known -> squeezed(known).equals(squeezed(path)))
            .findFirst()
            .map(Advice::exactly)
            .orElse(
                PATHS.stream().collect(Collectors.joining(", ", "served are ", ""))
                    + "; users are not registered here but named with the option --user"));
  }

  private static String exactly(String known) {
    return "the path is %s, %s a slash at its end"
        .formatted(known, known.endsWith("/") ? "with" : "without");
  }

  private static String squeezed(String path) {
    return path.toLowerCase(Locale.ROOT).replaceAll("/+", "/").replaceAll("/$", "");
  }

  private static Optional<String> onMethod(MockRequest call) {
    if (!Cors.isPreflight(call)) {
      return Optional.of("the method is POST where something is sent, and GET where it is listed");
    }
    return call.headers()
        .only("origin")
        .map(
            origin ->
                "a browser asks whether a page of %s may call: the option --cors %s allows it"
                    .formatted(origin, origin));
  }

  private static Optional<String> onContentType(MockRequest call) {
    if (call.headers().has("content-encoding")) {
      return Optional.empty(); // the refusal says all
    }
    String came =
        call.headers()
            .only("content-type")
            .map(type -> "it came as " + type)
            .orElse("it came with " + (call.headers().has("content-type") ? "several" : "none"));
    return Optional.of(
        MockOperation.at(call.path()).takesFile()
            ? came + "; send a form, as curl -F does, and let the library set Content-Type"
            : came + "; send the header Content-Type: application/json, which curl -d does not");
  }
}
