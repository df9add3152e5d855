package dev.assay.exchange.transport;

import dev.assay.exchange.Exchange;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * Lets an observer see what somebody else's REST Assured sends and receives.
 *
 * @param observer gets each exchange, and REST Assured's base URI with its base path
 */
public record RestAssuredObserver(BiConsumer<Exchange, URI> observer) implements Filter {

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Instant sentAt = Instant.now();
    Response response = context.next(request, expected);
    observer.accept(
        exchange(request, response, sentAt),
        URI.create(request.getBaseUri() + request.getBasePath()));
    return response;
  }

  private static Exchange exchange(
      FilterableRequestSpecification request, Response response, Instant sentAt) {
    try {
      return RestAssuredExchange.of(request, response, sentAt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
