package dev.assay.suite.rooms;

import static dev.assay.verdict.ResponseExpectations.accepted;
import static dev.assay.verdict.ResponseExpectations.anything;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.Contract;
import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Service;
import dev.assay.request.TestData;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.derive.RefusalCases;
import dev.assay.suite.derive.SecurityCases;
import dev.assay.suite.derive.SuccessChecks;
import dev.assay.suite.probe.FieldProbe;
import dev.assay.suite.probe.JsonFieldProbes;
import dev.assay.suite.probe.TransportProbes;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** {@code POST /api/send_message}, in the order of its document. */
public final class SendMessageSuite {

  private final Contract contract;
  private final Service service;
  private final TestData data;
  private final CaseList cases;
  private final SuccessChecks success;
  private final RefusalCases refusals;

  public SendMessageSuite(Contract contract, Service service, Duration skew, TestData data) {
    this.service = service;
    this.data = data;
    this.contract = contract;
    this.cases = new CaseList(contract.operation("send-message"));
    this.success = new SuccessChecks(cases, skew);
    this.refusals = new RefusalCases(cases);
  }

  public OperationSuite all() {
    request();
    noRoom();
    new SecurityCases(cases).add(plain("authorization"), service.secrets(), contract);
    Request foreign = of(message("foreign").put("room_id", service.values().get("foreignRoom")));
    refusals.add(
        "foreign-room",
        "a message to a foreign room is refused",
        Interaction.once(foreign),
        403,
        "not-a-member");
    refusals.add(
        "every-time",
        "messages to a foreign room are refused every time",
        RoomsErrors.everyTime(foreign),
        403,
        "not-a-member");
    probes();
    return OperationSuite.whole(cases, List.of());
  }

  private void request() {
    List<ClauseCheck> plain = new ArrayList<>(success.all());
    for (String clause : List.of("endpoint", "authorization", "content-type", "room-id", "text")) {
      plain.add(cases.that("request/" + clause, accepted()));
    }
    cases.precondition(
        "200/plain", "the documented message is accepted", Interaction.once(plain("plain")), plain);
    cases.add(
        "200/repeated",
        "ten messages are answered as documented",
        Interaction.oneByOne(IntStream.range(0, 10).mapToObj(i -> plain("repeated" + i)).toList()),
        success.all());
  }

  private void noRoom() {
    refusals.add(
        "no-room-id",
        "a message without room_id is refused",
        Interaction.once(of(message("no-room").without("room_id"))),
        400,
        "no-room-id");
  }

  /** What the document does not say. */
  private void probes() {
    Request good = plain("probes");
    TransportProbes probes = new TransportProbes(cases, good);
    for (FieldProbe probe :
        new JsonFieldProbes(cases.operation().requestSchema(), message("probes")).all()) {
      if (!probe.name().equals("room_id-absent")) {
        cases.add(
            "silent/field-values/" + probe.name(),
            "a message with " + probe.says(),
            Interaction.once(good.withBody(probe.body())),
            cases.that("silent/field-values", anything(probe.acceptanceUnnatural())));
      }
    }
    probes.malformed("empty", "an empty body", Body.NONE, true);
    probes.malformed("no-json", "text that is no JSON", new Body.Text("no JSON"), true);
    probes.contentType("absent", "without a Content-Type", good.without("Content-Type"), false);
    probes.methods(success.members());
  }

  private Request plain(String purpose) {
    return of(message(purpose));
  }

  private Request of(ObjectNode message) {
    return Request.post(
            URI.create(service.baseUrl() + cases.operation().path()),
            new Body.Text(message.toString()))
        .with("Authorization", "$TOKEN")
        .with("Content-Type", "application/json");
  }

  private ObjectNode message(String purpose) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("room_id", service.values().get("memberRoom"))
        .put("text", data.sentence(purpose));
  }
}
