package dev.assay.mock.hint;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.mock.http.HeaderValue;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.ReceivedPart;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.TestAccounts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may be wrong with a request whose body, or client-id, was refused with 400. */
record BodyAdvice(TestAccounts accounts) {

  Optional<String> on(MockRequest request, MockOperation operation) {
    if (operation.isHaptik() && !hasClientId(request)) {
      return Optional.of(
          request.headers().has("client-id")
              ? "client-id is not the one that the mock printed when it started (option --client-id)"
              : "no client-id header came");
    }
    return operation.takesFile() ? onForm(request) : onJson(request);
  }

  private boolean hasClientId(MockRequest request) {
    return request.headers().only("client-id").equals(Optional.of(accounts.clientId()));
  }

  private Optional<String> onJson(MockRequest request) {
    try {
      new JsonMapper().readTree(request.body().lenientText());
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      return Optional.of(
          "it stops being JSON in line %s at column %s"
              .formatted(at.getLineNr(), at.getColumnNr()));
    }
    RequestView view = RequestView.of(request, accounts);
    return view.text("auth_id").isPresent()
        ? Optional.of("auth_id belongs into an object named user")
        : onBusiness(view);
  }

  private Optional<String> onForm(MockRequest request) {
    if (!namesBoundary(request)) {
      return Optional.of(
          "do not set Content-Type yourself: the library that makes the form adds the boundary");
    }
    RequestView view = RequestView.of(request, accounts);
    if (view.file().isEmpty()) {
      return Optional.of(onFile(view.parts()));
    }
    Optional<String> field =
        view.parts().stream()
            .filter(part -> part.isFile() && !part.name().equals("file"))
            .map(part -> part.name() + " came with a file name: send it as plain text")
            .findFirst();
    return field.or(() -> onBusiness(view));
  }

  private static boolean namesBoundary(MockRequest request) {
    return request
        .headers()
        .only("content-type")
        .flatMap(HeaderValue::parse)
        .flatMap(type -> type.parameter("boundary"))
        .filter(boundary -> !boundary.isEmpty())
        .isPresent();
  }

  private static String onFile(List<ReceivedPart> parts) {
    if (parts.stream().anyMatch(part -> part.name().equals("file"))) {
      return "the part file came as text: send it with a file name, as curl -F file=@PATH does";
    }
    String names = parts.stream().map(ReceivedPart::name).collect(Collectors.joining(", "));
    return parts.isEmpty()
        ? "the body has no parts between lines of the boundary that Content-Type names"
        : "the form has the parts %s, and none named file".formatted(names);
  }

  private Optional<String> onBusiness(RequestView view) {
    return view.text("business_id")
        .filter(sent -> !sent.equals(String.valueOf(accounts.businessId())))
        .map(
            sent ->
                "business_id is `%s`; the one known is %s (option --business-id)"
                    .formatted(sent, accounts.businessId()));
  }
}
