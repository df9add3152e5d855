package dev.assay.contract;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * One service's contract: an OpenAPI 3.1 file with clauses beside each operation.
 *
 * @param service the key under which target files name this service
 * @param file where it stands
 * @param title the title of the OpenAPI file
 * @param values what a target file must or may give for this service
 * @param operations its endpoints, in the order of the file
 * @param server where it is, as the file says first, its variables at their defaults
 * @param unread what the file says besides, and nobody checks: a sentence each
 */
public record Contract(
    String service,
    String file,
    String title,
    List<TargetValue> values,
    List<Operation> operations,
    Optional<String> server,
    List<String> unread) {

  /** The value of a target file to which traits refer by that name. */
  public Optional<TargetValue> value(String name) {
    return values.stream().filter(value -> value.name().equals(name)).findFirst();
  }

  /** Whether that value of a target file is a user with a password (RFC 7617). */
  public boolean isLogin(String name) {
    return operations.stream()
        .flatMap(operation -> operation.security().stream())
        .filter(scheme -> scheme.kind() == SecurityScheme.Kind.BASIC)
        .anyMatch(scheme -> scheme.value().filter(name::equals).isPresent());
  }

  /**
   * The operation of that operationId.
   *
   * @throws NoSuchElementException if there is none
   */
  public Operation operation(String id) {
    return operations.stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no operation " + id + " in " + title));
  }
}
