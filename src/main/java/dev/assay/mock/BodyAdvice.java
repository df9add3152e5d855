package dev.assay.mock;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may be wrong with a request whose body, or client-id, was refused with 400. */
record BodyAdvice(Principals principals) {

  Optional<String> on(Call call, Operation operation) {
    if (operation.isHaptik() && !hasClientId(call)) {
      return Optional.of(
          call.headers().has("client-id")
              ? "client-id is not the one that the mock printed when it started (option --client-id)"
              : "no client-id header came");
    }
    return operation.takesFile() ? onForm(call) : onJson(call);
  }

  private boolean hasClientId(Call call) {
    return call.headers().only("client-id").equals(Optional.of(principals.clientId()));
  }

  private Optional<String> onJson(Call call) {
    try {
      new JsonMapper().readTree(call.body().lenientText());
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      return Optional.of(
          "it stops being JSON in line %s at column %s"
              .formatted(at.getLineNr(), at.getColumnNr()));
    }
    Asked asked = Asked.by(call);
    return asked.text("auth_id").isPresent()
        ? Optional.of("auth_id belongs into an object named user")
        : onBusiness(asked);
  }

  private Optional<String> onForm(Call call) {
    if (!namesBoundary(call)) {
      return Optional.of(
          "do not set Content-Type yourself: the library that makes the form adds the boundary");
    }
    Asked asked = Asked.by(call);
    if (asked.file().isEmpty()) {
      return Optional.of(onFile(asked.parts()));
    }
    Optional<String> field =
        asked.parts().stream()
            .filter(part -> part.isFile() && !part.name().equals("file"))
            .map(part -> part.name() + " came with a file name: send it as plain text")
            .findFirst();
    return field.or(() -> onBusiness(asked));
  }

  private static boolean namesBoundary(Call call) {
    return call.headers()
        .only("content-type")
        .flatMap(HeaderValue::parse)
        .flatMap(type -> type.parameter("boundary"))
        .filter(boundary -> !boundary.isEmpty())
        .isPresent();
  }

  private static String onFile(List<Part> parts) {
    if (parts.stream().anyMatch(part -> part.name().equals("file"))) {
      return "the part file came as text: send it with a file name, as curl -F file=@PATH does";
    }
    String names = parts.stream().map(Part::name).collect(Collectors.joining(", "));
    return parts.isEmpty()
        ? "the body has no parts between lines of the boundary that Content-Type names"
        : "the form has the parts %s, and none named file".formatted(names);
  }

  private Optional<String> onBusiness(Asked asked) {
    return asked
        .text("business_id")
        .filter(sent -> !sent.equals(String.valueOf(principals.businessId())))
        .map(
            sent ->
                "business_id is `%s`; the one known is %s (option --business-id)"
                    .formatted(sent, principals.businessId()));
  }
}
