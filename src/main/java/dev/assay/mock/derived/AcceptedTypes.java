package dev.assay.mock.derived;

import dev.assay.contract.MediaContent;
import dev.assay.mock.http.MockRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The media types that a client asks for (RFC 9110, section 12.5.1), the dearest first.
 *
 * @param ranges without their weights
 */
record AcceptedTypes(List<String> ranges) {

  private record Weighted(String range, double weight) {

    private static Weighted of(String text) {
      String[] parts = text.strip().split("\\s*;\\s*q=", 2);
      return new Weighted(
          parts[0].split(";", 2)[0].strip(),
          parts.length == 2 && parts[1].matches("[01](\\.\\d{0,3})?")
              ? Double.parseDouble(parts[1])
              : 1);
    }
  }

  static AcceptedTypes of(MockRequest request) {
    return new AcceptedTypes(
        request.headers().values().getOrDefault("accept", List.of()).stream()
            .flatMap(line -> Stream.of(line.split(",")))
            .map(Weighted::of)
            .filter(each -> each.weight() > 0)
            .sorted(Comparator.comparingDouble(Weighted::weight).reversed())
            .map(Weighted::range)
            .toList());
  }

  /** The one that suits best; the first where none does, for an answer is better than none. */
  MediaContent best(List<MediaContent> documented) {
    return ranges.stream()
        .flatMap(range -> suiting(range, documented).stream())
        .findFirst()
        .orElse(documented.get(0));
  }

  private static Optional<MediaContent> suiting(String range, List<MediaContent> documented) {
    String pattern = range.replace("+", "\\+").replace(".", "\\.").replace("*", "[^/]*");
    return documented.stream()
        .filter(content -> content.covers(range) || content.mediaType().matches(pattern + "(;.*)?"))
        .findFirst();
  }
}
