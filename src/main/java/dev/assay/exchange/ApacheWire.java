package dev.assay.exchange;

import dev.assay.exchange.Request.Framing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.protocol.RequestAcceptEncoding;
import org.apache.http.client.protocol.ResponseContentEncoding;
import org.apache.http.entity.InputStreamEntity;

/** Apache HttpClient, which REST Assured stands on, spoken to as REST Assured does. */
@SuppressWarnings("deprecation")
final class ApacheWire implements Wire {

  private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "DELETE");

  @Override
  public Response send(OneExchangeClient http, Request request, ResponseReader reader)
      throws IOException {
    http.addRequestInterceptor(new RequestAcceptEncoding());
    http.addResponseInterceptor(new ResponseContentEncoding());
    HttpResponse answer = http.execute(message(request));
    List<Header> headers =
        Arrays.stream(answer.getAllHeaders())
            .map(header -> new Header(header.getName(), header.getValue()))
            .toList();
    HttpEntity entity = answer.getEntity();
    try (InputStream body =
        entity == null ? new ByteArrayInputStream(new byte[0]) : entity.getContent()) {
      return reader.read(answer.getStatusLine().getStatusCode(), headers, body, http::abort);
    }
  }

  private static HttpRequestBase message(Request request) {
    HttpRequestBase message = empty(request);
    message.setURI(URI.create(request.uriWithQuery()));
    message.addHeader("Accept", "*/*");
    request.headers().forEach(header -> message.addHeader(header.name(), header.value()));
    return message;
  }

  /** A GET and its like tell no length where there is no body; a POST does. */
  private static HttpRequestBase empty(Request request) {
    if (request.body().size() == 0 && BODILESS.contains(request.method())) {
      return new Bodiless(request.method());
    }
    WithBody message = new WithBody(request.method());
    if (request.body().size() > 0) {
      message.setEntity(entity(request));
    }
    return message;
  }

  private static HttpEntity entity(Request request) {
    long size = request.framing() == Framing.CHUNKED ? -1 : request.body().size();
    InputStreamEntity entity = new InputStreamEntity(request.body().open(), size);
    entity.setChunked(request.framing() == Framing.CHUNKED);
    return entity;
  }

  private static final class Bodiless extends HttpRequestBase {

    private final String method;

    Bodiless(String method) {
      this.method = method;
    }

    @Override
    public String getMethod() {
      return method;
    }
  }

  private static final class WithBody extends HttpEntityEnclosingRequestBase {

    private final String method;

    WithBody(String method) {
      this.method = method;
    }

    @Override
    public String getMethod() {
      return method;
    }
  }
}
