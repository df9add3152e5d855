package dev.assay.exchange;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;

import dev.assay.exchange.Request.Framing;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** REST Assured. */
final class RestAssuredWire implements Wire {

  private final Map<String, RestAssuredConfig> configs = new ConcurrentHashMap<>();

  @Override
  public Response send(OneExchangeClient http, Request request, ResponseReader reader)
      throws IOException {
    io.restassured.response.Response answer =
        specification(http, request).request(request.method(), request.uriWithQuery());
    List<Header> headers =
        answer.headers().asList().stream()
            .map(header -> new Header(header.getName(), header.getValue()))
            .toList();
    try (InputStream body = answer.asInputStream()) {
      return reader.read(answer.statusCode(), headers, body, http::abort);
    }
  }

  private RequestSpecification specification(OneExchangeClient http, Request request) {
    RequestSpecification spec =
        RestAssured.given().config(config(http, request)).urlEncodingEnabled(false);
    if (request.header("Content-Type").isEmpty()) {
      spec.noContentType();
    }
    for (Header header : request.headers()) {
      spec.header(header.name(), header.value());
    }
    if (request.body().size() > 0) {
      spec.body(
          request.framing() == Framing.CHUNKED
              ? request.body().open()
              : new SizedStream(request.body()));
    }
    return spec;
  }

  /** A configuration takes long to make, and differs by media type only. */
  private RestAssuredConfig config(OneExchangeClient http, Request request) {
    return configs
        .computeIfAbsent(request.header("Content-Type").orElse("*/*"), RestAssuredWire::config)
        .httpClient(httpClientConfig().httpClientFactory(() -> http));
  }

  private static RestAssuredConfig config(String mediaType) {
    return RestAssuredConfig.config()
        .redirect(redirectConfig().followRedirects(false))
        .encoderConfig(
            encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs(mediaType, ContentType.BINARY)
                .encodeContentTypeAs(mediaType.split(";", 2)[0].strip(), ContentType.BINARY));
  }
}
