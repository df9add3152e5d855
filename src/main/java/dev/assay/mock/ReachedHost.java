package dev.assay.mock;

import java.net.URI;
import java.util.Optional;

/**
 * Names stored files by the host by which the caller reached the mock, as a reverse proxy would:
 * who listens on every address does not know which one others use.
 */
record ReachedHost(Endpoint service, URI ownBase) implements Endpoint {

  @Override
  public Reply answer(Call call) {
    Reply reply = service.answer(call);
    Optional<String> host = call.headers().only("host").filter(name -> !name.isEmpty());
    return host.isPresent() && "application/json".equals(reply.headers().get("Content-Type"))
        ? new Reply(reply.status(), reply.headers(), named(reply.body(), host.get()))
        : reply;
  }

  private Bytes named(Bytes body, String host) {
    return Bytes.utf8(
        body.lenientText().replace(ownBase + "/files/", "http://" + host + "/files/"));
  }
}
