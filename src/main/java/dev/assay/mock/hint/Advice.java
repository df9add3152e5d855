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
public record Advice(TestAccounts accounts) implements Hints {

  private static final List<String> PATHS =
      Stream.concat(
              Stream.of(MockOperation.values()).map(MockOperation::path),
              Stream.of("/api/get_room_messages"))
          .toList();

  @Override
  public Optional<String> on(MockRequest request, int status) {
    return switch (status) {
      case 401 -> new TokenAdvice(accounts).on(request);
      case 403 ->
          isHaptik(request)
              ? onUser(RequestView.of(request, accounts))
              : onRoom(RequestView.of(request, accounts));
      case 404 -> onPath(request.path());
      case 405 -> onMethod(request);
      case 415 -> onContentType(request);
      case 400 ->
          MockOperation.find(request.path())
              .flatMap(operation -> new BodyAdvice(accounts).on(request, operation));
      default -> Optional.empty();
    };
  }

  private static boolean isHaptik(MockRequest request) {
    return ErrorFormat.of(request.path()) == ErrorFormat.HAPTIK;
  }

  private Optional<String> onUser(RequestView view) {
    String known = accounts.registeredUser();
    return view.user().equals(known)
        ? Optional.empty()
        : Optional.of(
            "auth_id is `%s`; the one registered user is `%s` (option --user)"
                .formatted(view.user(), known));
  }

  private Optional<String> onRoom(RequestView view) {
    String known = accounts.memberRoom();
    return view.text("room_id")
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

  private static Optional<String> onMethod(MockRequest request) {
    if (!Cors.isPreflight(request)) {
      return Optional.of("the method is POST where something is sent, and GET where it is listed");
    }
    return request
        .headers()
        .only("origin")
        .map(
            origin ->
                "a browser asks whether a page of %s may call: the option --cors %s allows it"
                    .formatted(origin, origin));
  }

  private static Optional<String> onContentType(MockRequest request) {
    if (request.headers().has("content-encoding")) {
      return Optional.empty(); // the refusal says all
    }
    String came =
        request
            .headers()
            .only("content-type")
            .map(type -> "it came as " + type)
            .orElse("it came with " + (request.headers().has("content-type") ? "several" : "none"));
    return Optional.of(
        MockOperation.at(request.path()).takesFile()
            ? came + "; send a form, as curl -F does, and let the library set Content-Type"
            : came + "; send the header Content-Type: application/json, which curl -d does not");
  }
}
