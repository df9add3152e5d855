package dev.assay.load.plan;

import dev.assay.load.request.LoadRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is sent: a mixture of requests.
 *
 * @param name as the command line calls it
 * @param shares each request with its weight
 */
public record Scenario(String name, List<Share> shares) {

  private static final double GOLDEN = 0.618_033_988_749_894_8;

  /** A request and how often it comes, relative to the others. */
  public record Share(LoadRequest request, double weight) {}

  /** Keeps a copy of the shares. */
  public Scenario {
    shares = List.copyOf(shares);
  }

  /** What is sent, in the order of the settings. */
  public List<LoadRequest> requests() {
    return shares.stream().map(Share::request).toList();
  }

  /**
   * The request of the arrival of that number, always the same one. Multiples of the golden ratio
   * spread evenly, so that any stretch of a run has very nearly the mixture of the whole.
   */
  public LoadRequest request(long number) {
    double total = shares.stream().mapToDouble(Share::weight).sum();
    double at = (number * GOLDEN) % 1.0 * total;
    for (Share share : shares) {
      at -= share.weight();
      if (at < 0) {
        return share.request();
      }
    }
    return shares.get(shares.size() - 1).request();
  }

  /**
   * How many of each there are among those arrivals, from one number up to another, excluded, that
   * are an injector's own.
   */
  Map<LoadRequest, Long> counts(Injector injector, long from, long to) {
    Map<LoadRequest, Long> counts = new LinkedHashMap<>();
    shares.forEach(share -> counts.put(share.request(), 0L));
    for (long own = injector.part(from); own < injector.part(to); own++) {
      counts.merge(request(injector.arrival(own)), 1L, Long::sum);
    }
    return counts;
  }
}
