package dev.assay.mock;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.HttpResponder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.assay.mock.StandIn.Serving;
import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.Headers;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Turns WireMock's requests into ours and our responses into WireMock's: all that the service knows
 * of HTTP passes here.
 */
final class ServiceHandler implements RequestHandler {

  private final CurrentServing current;
  private final ReceivedRequests received;
  private final BiConsumer<MockRequest, MockResponse> listener;

  ServiceHandler(
      CurrentServing current,
      ReceivedRequests received,
      BiConsumer<MockRequest, MockResponse> listener) {
    this.current = current;
    this.received = received;
    this.listener = listener;
  }

  @Override
  public void handle(Request request, HttpResponder responder, ServeEvent none) {
    Request original = request.getOriginalRequest().orElseThrow();
    MockRequest mockRequest =
        mockRequest(request, original.getPort(), Bytes.of(original.getBody()));
    Serving serving = current.get();
    received.count(serving.operation(mockRequest));
    MockResponse mockResponse = serving.service().answer(mockRequest);
    listener.accept(mockRequest, mockResponse);
    responder.respond(original, response(mockResponse), Map.of());
  }

  private static MockRequest mockRequest(Request request, int connection, Bytes body) {
    String[] target = request.getUrl().split("\\?", 2);
    String query = target.length == 2 ? target[1] : "";
    return new MockRequest(
        request.getMethod().value(), target[0], query, headers(request), connection, body);
  }

  private static Headers headers(Request request) {
    Map<String, List<String>> values = new HashMap<>();
    for (String name : request.getAllHeaderKeys()) {
      values.put(name.toLowerCase(Locale.ROOT), List.copyOf(request.header(name).values()));
    }
    return new Headers(values);
  }

  private static Response response(MockResponse mockResponse) {
    return Response.response()
        .status(mockResponse.status())
        .headers(new HttpHeaders(headers(mockResponse)))
        .body(mockResponse.body()::stream)
        .build();
  }

  private static List<HttpHeader> headers(MockResponse mockResponse) {
    List<HttpHeader> headers = new ArrayList<>();
    mockResponse.headers().forEach((name, value) -> headers.add(new HttpHeader(name, value)));
    if (!mockResponse.headers().containsKey("Transfer-Encoding")) {
      headers.add(new HttpHeader("Content-Length", String.valueOf(mockResponse.body().length())));
    }
    return headers;
  }
}
