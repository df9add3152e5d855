package dev.assay.mock;

import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.service.MockEndpoint;
import java.net.URI;
import java.util.Optional;

/**
 * Names stored files by the host by which the caller reached the mock, as a reverse proxy would:
 * who listens on every address does not know which one others use.
 */
record ReachedHost(MockEndpoint service, URI ownBase) implements MockEndpoint {

  @Override
  public MockResponse answer(MockRequest request) {
    MockResponse response = service.answer(request);
    Optional<String> host = request.headers().only("host").filter(name -> !name.isEmpty());
    return host.isPresent() && "application/json".equals(response.headers().get("Content-Type"))
        ? new MockResponse(
            response.status(), response.headers(), named(response.body(), host.get()))
        : response;
  }

  private Bytes named(Bytes body, String host) {
    return Bytes.utf8(
        body.lenientText().replace(ownBase + "/files/", "http://" + host + "/files/"));
  }
}
