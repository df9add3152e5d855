package dev.assay.exchange.transport;

import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.Request.Framing;
import dev.assay.exchange.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.client.protocol.RequestAcceptEncoding;
import org.apache.http.client.protocol.ResponseContentEncoding;
import org.apache.http.entity.InputStreamEntity;

/** Apache HttpClient, which REST Assured stands on, spoken to as REST Assured does. */
@SuppressWarnings("deprecation")
public final class ApacheTransport implements Transport {

  /**
   * What is to be sent.
   *
   * @param request that it was made from, for how its body travels
   */
  record Message(
      String method, String uri, List<Header> headers, InputStream body, Request request) {

    private static Message of(Request request) {
      List<Header> headers = new ArrayList<>(List.of(new Header("Accept", "*/*")));
      headers.addAll(request.headers());
      return new Message(
          request.method(), request.uriWithQuery(), headers, request.body().open(), request);
    }

    private HttpUriRequest message() {
      RequestBuilder message = RequestBuilder.create(method).setUri(uri);
      headers.forEach(header -> message.addHeader(header.name(), header.value()));
      return (request.tellsLength() ? message.setEntity(entity()) : message).build();
    }

    /** A POST and its like give a length also where there is no body. */
    private HttpEntity entity() {
      boolean chunked = request.framing() == Framing.CHUNKED && request.body().size() > 0;
      InputStreamEntity entity = new InputStreamEntity(body, chunked ? -1 : request.body().size());
      entity.setChunked(chunked);
      return entity;
    }
  }

  @Override
  public Response send(SingleExchangeHttpClient http, Request request, ResponseReader reader)
      throws IOException {
    HttpResponse answer = execute(http, Message.of(request));
    try (InputStream body = body(answer)) {
      return reader.read(
          answer.getStatusLine().getStatusCode(), headers(answer), body, http::abort);
    }
  }

  /** Sends it, and waits for the head of the answer. */
  static HttpResponse execute(SingleExchangeHttpClient http, Message message) throws IOException {
    http.addRequestInterceptor(new RequestAcceptEncoding());
    http.addResponseInterceptor(new ResponseContentEncoding());
    return http.execute(message.message());
  }

  static List<Header> headers(HttpResponse answer) {
    return Arrays.stream(answer.getAllHeaders())
        .map(header -> new Header(header.getName(), header.getValue()))
        .toList();
  }

  static InputStream body(HttpResponse answer) throws IOException {
    HttpEntity entity = answer.getEntity();
    return entity == null ? InputStream.nullInputStream() : entity.getContent();
  }
}
