package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * One endpoint of a contract.
 *
 * @param id the operationId, which is also the first segment of its clauses
 * @param method the HTTP method, upper case
 * @param path the path below the base URL, as documented, slashes included
 * @param mediaType the documented media type of the request body
 * @param requestSchema the JSON Schema of the request body, references resolved
 * @param clauses what the documents say of it, in their order
 * @param conflicts where they contradict themselves
 */
public record Operation(
    String id,
    String method,
    String path,
    String mediaType,
    JsonNode requestSchema,
    List<Clause> clauses,
    List<Conflict> conflicts) {

  /**
   * The clause named by its path below this operation.
   *
   * @throws NoSuchElementException if the contract has no such clause
   */
  public Clause clause(String path) {
    ClauseId wanted = new ClauseId(id + "/" + path);
    return clauses.stream()
        .filter(clause -> clause.id().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no clause " + wanted));
  }
}
