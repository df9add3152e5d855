package dev.assay.mock.derived;

import dev.assay.contract.Contract;
import dev.assay.contract.Operation;
import dev.assay.contract.path.OperationPaths;
import dev.assay.contract.path.OperationPaths.Found;
import dev.assay.mock.MockSetup;
import dev.assay.mock.StandIn.Serving;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.http.Refusal;
import dev.assay.mock.mutation.MockContext;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.mutation.Mutants;
import dev.assay.mock.service.FileStore;
import dev.assay.mock.service.MockEndpoint;
import dev.assay.mock.service.StoredFileEndpoint;
import dev.assay.mock.service.TestAccounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One contract, kept. */
final class DerivedServing implements Serving {

  private static final String FILES = "/files/";

  private final OperationPaths paths;
  private final Function<Operation, DerivedEndpoint> endpoints;
  private final Map<String, DerivedEndpoint> byOperation = new ConcurrentHashMap<>();
  private final StoredFileEndpoint stored;
  private final List<Mutant> misreadings;
  private final Mutants mutants;
  private final MockEndpoint service;

  DerivedServing(
      MockSetup setup,
      Contract contract,
      Function<Operation, DerivedEndpoint> endpoints,
      FileStore files,
      List<Mutant> mutants) {
    this.paths = OperationPaths.of(contract.operations());
    this.endpoints = endpoints;
    this.stored = new StoredFileEndpoint(files);
    this.misreadings =
        mutants.stream().filter(mutant -> mutant.mutation() instanceof Misreading).toList();
    this.mutants = new Mutants(mutants, this::operation);
    MockContext context =
        new MockContext(TestAccounts.sample(), (room, url, name) -> {}, setup.fresh());
    this.service =
        setup.shown(
            this.mutants.around(this::answered, context), (request, status) -> Optional.empty());
  }

  @Override
  public MockEndpoint service() {
    return service;
  }

  @Override
  public Optional<MockResponse> early(MockRequest head) {
    return mutants.early(head);
  }

  @Override
  public Optional<String> operation(MockRequest request) {
    return found(request).map(found -> found.operation().id());
  }

  private MockResponse answered(MockRequest request) {
    return found(request)
        .map(found -> answered(request, found))
        .orElseGet(() -> elsewhere(request));
  }

  /** HEAD leads where GET does, unless it is documented itself. */
  private Optional<Found> found(MockRequest request) {
    Optional<Found> found = paths.find(request.method(), request.path());
    return found.isPresent() || !request.method().equals("HEAD")
        ? found
        : paths.find("GET", request.path());
  }

  private MockResponse answered(MockRequest request, Found found) {
    return byOperation
        .computeIfAbsent(found.operation().id(), id -> endpoints.apply(asRead(found.operation())))
        .answer(request, found.values());
  }

  private Operation asRead(Operation written) {
    Operation read = written;
    for (Mutant mutant : misreadings) {
      if (mutant.concerns(written.id()) && mutant.mutation() instanceof Misreading misreading) {
        read = misreading.asRead().apply(read);
      }
    }
    return read;
  }

  /** Where nothing is documented: files that were kept, other methods, other paths. */
  private MockResponse elsewhere(MockRequest request) {
    Set<String> methods = paths.methods(request.path());
    if (methods.isEmpty()) {
      return request.path().startsWith(FILES) && request.method().matches("GET|HEAD")
          ? file(request)
          : AnswerMaker.plain(404, "nothing is served at this path");
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    methods.add("OPTIONS");
    String allowed = String.join(", ", methods);
    return request.method().equals("OPTIONS")
        ? MockResponse.empty(204).with("Allow", allowed)
        : AnswerMaker.plain(405, "method not allowed").with("Allow", allowed);
  }

  private MockResponse file(MockRequest request) {
    try {
      return stored.answer(request);
    } catch (Refusal refusal) {
      return AnswerMaker.plain(refusal.status(), refusal.getMessage());
    }
  }
}
