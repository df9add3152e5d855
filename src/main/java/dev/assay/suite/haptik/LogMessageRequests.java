package dev.assay.suite.haptik;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Service;
import dev.assay.request.TestData;
import java.net.URI;

/** The requests of {@code log_message_from_user}, as documented. */
final class LogMessageRequests {

  private final Service service;
  private final URI uri;
  private final TestData data;

  LogMessageRequests(Service service, String path, TestData data) {
    this.service = service;
    this.uri = URI.create(service.baseUrl() + path);
    this.data = data;
  }

  /** A user that is not registered. */
  String stranger() {
    return service.value("unregisteredUser").orElse(data.marker("stranger"));
  }

  /** The documented request with a sentence of its own. */
  Request plain(String purpose) {
    return of(good(purpose));
  }

  Request saying(String text) {
    return of(body(service.values().get("registeredUser"), text));
  }

  Request from(String user) {
    return of(body(user, data.sentence(user)));
  }

  Request fromStranger() {
    return from(stranger());
  }

  /** The documented request with that body. */
  Request of(ObjectNode body) {
    return Request.post(uri, new Body.Text(body.toString()))
        .with("Authorization", "Bearer $TOKEN")
        .with("client-id", "$CLIENT_ID")
        .with("Content-Type", "application/json");
  }

  /** The documented body, its members in the order in which the document lists them. */
  ObjectNode good(String purpose) {
    return body(service.values().get("registeredUser"), data.sentence(purpose));
  }

  ObjectNode body(String user, String text) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("user").put("auth_id", user);
    return body.put("message_body", text)
        .put("message_type", 0)
        .put("business_id", Long.parseLong(service.values().get("businessId")));
  }

  /** The members in the order of the sample command. */
  Request inOtherOrder(String purpose) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("message_body", data.sentence(purpose))
        .put("business_id", Long.parseLong(service.values().get("businessId")))
        .put("message_type", 0)
        .putObject("user")
        .put("auth_id", service.values().get("registeredUser"));
    return of(body);
  }

  /** What curl sends for the sample command, white space included, its placeholders filled in. */
  Request sampleCurl(String purpose) {
    String body =
        """
        {
            "message_body": %s,
            "business_id": %s,
            "message_type": 0,
            "user": {"auth_id": %s}
        }"""
            .formatted(
                TextNode.valueOf(data.sentence(purpose)),
                Long.parseLong(service.values().get("businessId")),
                TextNode.valueOf(service.values().get("registeredUser")));
    return plain(purpose).withBody(new Body.Text(body));
  }
}
