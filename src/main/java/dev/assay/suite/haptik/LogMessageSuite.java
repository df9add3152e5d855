package dev.assay.suite.haptik;

import static dev.assay.verdict.ResponseExpectations.accepted;

import dev.assay.contract.Contract;
import dev.assay.exchange.target.Service;
import dev.assay.request.TestData;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.derive.RepeatedSuccess;
import dev.assay.suite.derive.SecurityCases;
import dev.assay.suite.derive.SuccessChecks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code POST /v1.0/log_message_from_user/}, in the order of its document. */
public final class LogMessageSuite {

  private final Contract contract;
  private final Service service;
  private final TestData data;
  private final CaseList cases;
  private final LogMessageRequests requests;
  private final SuccessChecks success;
  private final RepeatedSuccess repeated;

  public LogMessageSuite(Contract contract, Service service, Duration skew, TestData data) {
    this.service = service;
    this.data = data;
    this.contract = contract;
    this.cases = new CaseList(contract.operation("log-message"));
    this.requests = new LogMessageRequests(service, cases.operation().path(), data);
    this.success = new SuccessChecks(cases, skew);
    this.repeated = new RepeatedSuccess(cases, success, requests::plain, Optional.empty());
  }

  public OperationSuite all() {
    request();
    new MessageTextCases(cases, data, (text, purpose) -> requests.saying(text), success.all())
        .add();
    repeated.add(List.of());
    unregistered();
    new SecurityCases(cases).add(requests.plain("authorization"), service.secrets(), contract);
    new LogMessageProbes(cases, service, requests).add();
    return OperationSuite.whole(cases, repeated.reviews());
  }

  private void request() {
    List<ClauseCheck> all =
        CaseList.both(
            success.all(),
            cases.that("request/method", accepted()),
            cases.that("request/path", accepted()),
            cases.that("request/authorization", accepted()),
            cases.that("request/client-id", accepted()),
            cases.that("request/content-type", accepted()),
            cases.that("request/user", accepted()),
            cases.that("request/auth-id", accepted()),
            cases.that("request/business-id", accepted()),
            cases.that("request/message-body", accepted()),
            cases.that("request/message-type", accepted()));
    cases.precondition(
        "200/plain",
        "the documented request is accepted",
        Interaction.once("plain", requests::plain),
        all);
    cases.add(
        "request/member-order",
        "the members are accepted in the order of the sample command",
        Interaction.once(requests.inOtherOrder("member-order")),
        CaseList.both(success.all(), cases.that("request/member-order", accepted())));
    cases.add(
        "sample-curl",
        "the sample command succeeds as printed",
        Interaction.once(requests.sampleCurl("sample-curl")),
        CaseList.both(success.all(), cases.that("sample-curl", accepted())));
  }

  private void unregistered() {
    UnregisteredUsers users =
        new UnregisteredUsers(
            cases, service.values().get("registeredUser"), requests::from, requests.fromStranger());
    users.add(data.marker("more"), requests.plain("registered"));
    users.everyTime();
  }
}
