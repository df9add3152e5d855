package dev.assay.exchange.transport;

import dev.assay.exchange.Body;
import dev.assay.exchange.BodySource;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.MultiPartSpecification;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What somebody else's REST Assured sent and received, as an exchange. */
final class RestAssuredExchange {

  private RestAssuredExchange() {}

  /**
   * The exchange.
   *
   * @param sentAt when it was about to be sent
   * @throws IOException if a file that was sent, or the answer, cannot be read again
   */
  static Exchange of(FilterableRequestSpecification sent, Response received, Instant sentAt)
      throws IOException {
    Instant receivedAt = Instant.now();
    URI uri = URI.create(sent.getURI());
    String whole = sent.getURI();
    int query = whole.indexOf('?');
    Request request =
        new Request(
            sent.getMethod(),
            query < 0 ? uri : URI.create(whole.substring(0, query)),
            Optional.ofNullable(uri.getRawQuery()),
            ours(sent.getHeaders()),
            body(sent),
            Request.Framing.SIZED);
    dev.assay.exchange.Response response =
        new ResponseReader()
            .read(
                received.statusCode(),
                ours(received.headers()),
                new ByteArrayInputStream(received.asByteArray()),
                () -> {});
    return new Exchange(request, Optional.of(response), Optional.empty(), sentAt, receivedAt);
  }

  private static List<Header> ours(Headers headers) {
    return headers.asList().stream()
        .map(header -> new Header(header.getName(), header.getValue()))
        .toList();
  }

  private static Body body(FilterableRequestSpecification sent) throws IOException {
    if (!sent.getMultiPartParams().isEmpty()) {
      return new Body.Multipart(
          "part", sent.getMultiPartParams().stream().map(RestAssuredExchange::part).toList());
    }
    Object body = sent.getBody();
    if (body instanceof byte[] bytes) {
      return new Body.Text(new String(bytes, StandardCharsets.UTF_8));
    }
    if (body instanceof File file) {
      return new Body.Text(Files.readString(file.toPath(), StandardCharsets.UTF_8));
    }
    return body instanceof String text ? new Body.Text(text) : Body.NONE;
  }

  private static FormPart part(MultiPartSpecification part) {
    return part.hasFileName()
        ? FormPart.file(
            part.getControlName(),
            part.getFileName(),
            Optional.ofNullable(part.getMimeType()).orElse("application/octet-stream"),
            content(part.getContent()))
        : FormPart.field(part.getControlName(), String.valueOf(part.getContent()));
  }

  /** A stream was read while it was sent. */
  private static BodySource content(Object content) {
    return content instanceof byte[] bytes ? BodySource.of(bytes) : BodySource.of("");
  }
}
