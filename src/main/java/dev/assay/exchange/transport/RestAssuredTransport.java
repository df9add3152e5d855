package dev.assay.exchange.transport;

import static io.restassured.config.EncoderConfig.encoderConfig;

import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.config.RestAssuredConfig;
import io.restassured.filter.Filter;
import io.restassured.http.Headers;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.apache.http.HttpResponse;

/**
 * REST Assured, with a filter that sends. Its own sending makes encoders, parsers and the settings
 * of a client anew for each request, which took half of a request's processor time.
 */
public final class RestAssuredTransport implements Transport {

  /** Nothing is added to what a case says. */
  private static final RestAssuredConfig AS_SAID =
      RestAssuredConfig.config()
          .encoderConfig(
              encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

  @Override
  public Response send(SingleExchangeHttpClient http, Request request, ResponseReader reader)
      throws IOException {
    try {
      io.restassured.response.Response answer =
          specification(request)
              .filter(sendingWith(http, request))
              .request(request.method(), request.uriWithQuery());
      try (InputStream body = answer.asInputStream()) {
        return reader.read(answer.statusCode(), ours(answer.headers().asList()), body, http::abort);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static RequestSpecification specification(Request request) {
    return RestAssured.given()
        .config(AS_SAID)
        .urlEncodingEnabled(false)
        .headers(theirs(request.headers()))
        .body(request.body().open());
  }

  /** A filter that sends the request itself, instead of those after it. */
  private static Filter sendingWith(SingleExchangeHttpClient http, Request request) {
    return (specified, any, others) -> {
      try {
        return answer(ApacheTransport.execute(http, asSpecified(specified, request)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static ApacheTransport.Message asSpecified(
      FilterableRequestSpecification specified, Request request) {
    InputStream body = specified.getBody();
    return new ApacheTransport.Message(
        specified.getMethod(),
        specified.getURI(),
        ours(specified.getHeaders().asList()),
        body,
        request);
  }

  private static io.restassured.response.Response answer(HttpResponse answer) throws IOException {
    return new ResponseBuilder()
        .setStatusCode(answer.getStatusLine().getStatusCode())
        .setHeaders(theirs(ApacheTransport.headers(answer)))
        .setBody(ApacheTransport.body(answer))
        .build();
  }

  private static Headers theirs(Collection<Header> headers) {
    return new Headers(
        headers.stream()
            .map(header -> new io.restassured.http.Header(header.name(), header.value()))
            .toList());
  }

  private static List<Header> ours(Collection<io.restassured.http.Header> headers) {
    return headers.stream().map(header -> new Header(header.getName(), header.getValue())).toList();
  }
}
