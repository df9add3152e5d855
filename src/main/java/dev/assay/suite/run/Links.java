package dev.assay.suite.run;

import dev.assay.contract.Operation;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.Target;
import dev.assay.request.LinkChoice;
import dev.assay.request.TestData;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Follows the links of contracts before anything else is asked, so that a GET reads what a POST
 * made (OpenAPI, Link Object).
 *
 * @param data for the requests whose answers lead on
 * @param clients makes the client of each service
 * @param journal hears of each exchange
 * @param cancellation ends it early
 */
public record Links(
    TestData data, Client.Factory clients, Journal journal, Cancellation cancellation) {

  /** That of which nobody takes note, and which nobody ends. */
  public static Links of(TestData data, Client.Factory clients) {
    return new Links(data, clients, Journal.NONE, Cancellation.onRequest());
  }

  /** The target with what links gave for all of its operations; itself where there are none. */
  public Target followed(Target target) {
    return followed(
        target,
        target.services().stream()
            .flatMap(service -> service.contract().operations().stream())
            .map(Operation::id)
            .collect(Collectors.toSet()));
  }

  /**
   * The target with what links gave for those operations; itself where no link leads to them.
   *
   * @param operations their ids
   */
  public Target followed(Target target, Set<String> operations) {
    boolean any =
        target.services().stream().anyMatch(service -> !led(service, operations).isEmpty());
    return any ? target.learned(service -> followed(target, service, operations)) : target;
  }

  private static List<Operation> led(Service service, Set<String> operations) {
    return service.contract().operations().stream()
        .filter(operation -> operations.contains(operation.id()))
        .filter(operation -> service.forbids(operation).isEmpty())
        .filter(operation -> !new LinkChoice(service, operation).all().isEmpty())
        .toList();
  }

  private Service followed(Target target, Service service, Set<String> operations) {
    List<Operation> led = led(service, operations);
    if (led.isEmpty()) {
      return service;
    }
    try (Client client =
        new CancellableClient(clients.client(service.access(), target.limits()), cancellation)) {
      return new ServiceLinks(service, data, client, journal).followed(led);
    }
  }
}
