package dev.assay.exchange.target;

import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Field;
import dev.assay.contract.Operation;
import dev.assay.contract.TargetValue;
import dev.assay.exchange.secret.Secrets;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One service of a target: what it promises, how it is reached, and the values that make requests
 * to it valid.
 *
 * @param contract what it promises
 * @param access how it is reached; its secrets are named by {@link TargetValue#placeholder()}
 * @param values those that are no secret, by the names under which the contract refers to them
 * @param destructive the operations that may remove things, by their ids
 * @param linked what a run learned for requests of its operations, by their ids
 */
public record Service(
    Contract contract,
    ServiceAccess access,
    Map<String, String> values,
    Set<String> destructive,
    Map<String, Linked> linked) {

  public Service {
    values = Map.copyOf(values);
    destructive = Set.copyOf(destructive);
    linked = Map.copyOf(linked);
  }

  /** One of which nothing was learned. */
  public Service(
      Contract contract,
      ServiceAccess access,
      Map<String, String> values,
      Set<String> destructive) {
    this(contract, access, values, destructive, Map.of());
  }

  /** One in which nothing may be removed. */
  public Service(Contract contract, ServiceAccess access, Map<String, String> values) {
    this(contract, access, values, Set.of());
  }

  /** One whose contract is part of Assay. */
  public static Service shipped(String name, ServiceAccess access, Map<String, String> values) {
    return new Service(new ContractReader().shipped(name), access, values);
  }

  /** Its key in target files. */
  public String name() {
    return contract.service();
  }

  /** Its own base URL. */
  public URI baseUrl() {
    return access.baseUrl();
  }

  /** Its credentials. */
  public Secrets secrets() {
    return access.secrets();
  }

  /** The value of that name, if the target gives it. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The same service, reached in that way instead. */
  Service with(UnaryOperator<ServiceAccess> change) {
    return new Service(contract, change.apply(access), values, destructive, linked);
  }

  /** Why that operation must not be asked here, if it must not: it may remove things. */
  public Optional<String> forbids(Operation operation) {
    return operation.isDestructive() && !destructive.contains(operation.id())
        ? Optional.of(
            "it destroys what it is sent to; allow it with --allow-destructive, or with `destructive: [%s]` in the target file"
                .formatted(operation.id()))
        : Optional.empty();
  }

  /** The same service, in which every operation may remove things. */
  Service allowingAll() {
    return new Service(
        contract,
        access,
        values,
        contract.operations().stream().map(Operation::id).collect(Collectors.toSet()),
        linked);
  }

  /** The same service, of which that was learned. */
  public Service with(Map<String, Linked> learned) {
    return new Service(contract, access, values, destructive, learned);
  }

  /** What was learned for requests of that operation, if anything was. */
  public Optional<Linked> linked(Operation operation) {
    return Optional.ofNullable(linked.get(operation.id()));
  }

  /** What requests mention instead of that value: a credential is never in them. */
  public Optional<String> mention(String name) {
    return contract
        .value(name)
        .filter(TargetValue::secret)
        .map(TargetValue::placeholder)
        .filter(placeholder -> secrets().has(placeholder))
        .map(placeholder -> "$" + placeholder)
        .or(() -> value(name));
  }

  /** The members by which its answers name what was made. */
  public Set<String> idMembers() {
    return contract.operations().stream()
        .flatMap(operation -> operation.responses().stream())
        .filter(DocumentedResponse::isSuccess)
        .flatMap(response -> response.members().stream())
        .filter(
            member -> member.trait("x-unique").isPresent() || member.trait("x-serves").isPresent())
        .map(Field::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The fields by which its requests say who sends and where. */
  Set<String> idFields() {
    return contract.operations().stream()
        .flatMap(operation -> operation.body().fields().stream())
        .filter(field -> field.trait("x-value").isPresent())
        .map(Field::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What requests say of who sends and where, by the keys of target files. */
  Map<String, String> ids() {
    Set<String> named = new TreeSet<>();
    for (Operation operation : contract.operations()) {
      operation.parameters().forEach(parameter -> parameter.value().ifPresent(named::add));
      operation.responses().stream()
          .flatMap(response -> response.occasions().stream())
          .forEach(occasion -> named.add(occasion.becomes()));
      operation.body().fields().forEach(field -> field.trait("x-value").ifPresent(named::add));
    }
    Map<String, String> ids = new TreeMap<>(values);
    ids.keySet().retainAll(named);
    return ids;
  }
}
