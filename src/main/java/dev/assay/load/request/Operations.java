package dev.assay.load.request;

import dev.assay.contract.Operation;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The operations that a target has.
 *
 * @param all in the order of its services and their contracts
 */
public record Operations(List<OfService> all) {

  /** An operation with the service that has it. */
  public record OfService(Service service, Operation operation) {

    /** How that request of it is sent. */
    public RequestTemplate template(LoadRequest request) {
      return new TemplateReader(service, operation).read(request);
    }

    /**
     * Its request, called as itself, which no file declares.
     *
     * @param fileBytes the size of its file; 1 MB, or the most that is accepted, where it is not
     *     given
     * @throws dev.assay.UserException if it takes no file, or none of that size can be made
     */
    public LoadRequest request(Optional<Long> fileBytes) {
      return new OperationRequest(operation).read(fileBytes);
    }
  }

  /** Those of that target. */
  public static Operations of(Target target) {
    return new Operations(
        target.services().stream()
            .flatMap(
                service ->
                    service.contract().operations().stream()
                        .map(operation -> new OfService(service, operation)))
            .toList());
  }

  /** The one of that id, be it as the contract writes it, if there is one. */
  public Optional<OfService> find(String id) {
    String known = Operation.idOf(id);
    return all.stream().filter(each -> each.operation().id().equals(known)).findFirst();
  }

  /** All ids, for messages. */
  public String names() {
    return all.stream().map(each -> each.operation().id()).collect(Collectors.joining(", "));
  }
}
