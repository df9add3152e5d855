package dev.assay.mock.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Field;
import dev.assay.contract.RequestBody;
import dev.assay.mock.http.FreshValues;
import dev.assay.mock.http.ReceivedPart;
import dev.assay.mock.service.Storage;
import dev.assay.mock.service.StorageException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Does what the traits of a success ask for.
 *
 * @param body what its requests carry
 * @param files where files go that it serves
 * @param numbers gives each number once
 * @param fresh gives times and names
 */
record AnswerTraits(RequestBody body, Storage files, AtomicLong numbers, FreshValues fresh) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The same value, with what the traits of its members ask for. */
  JsonNode on(JsonNode value, DocumentedResponse documented, SentBody sent) {
    if (value instanceof ObjectNode object) {
      for (Field member : documented.members()) {
        member(member, sent).ifPresent(other -> object.set(member.name(), other));
      }
    }
    return value;
  }

  private Optional<JsonNode> member(Field member, SentBody sent) {
    if (member.trait("x-unique").isPresent()) {
      return Optional.of(unique(member));
    }
    if (member.trait("x-instant").isPresent()) {
      return Optional.of(
          JSON.textNode(fresh.clock().instant().truncatedTo(ChronoUnit.MILLIS).toString()));
    }
    return member
        .trait("x-echo")
        .flatMap(body::field)
        .flatMap(field -> field.in(sent.value()))
        .map(echo -> member.is("string") ? JSON.textNode(echo.asText()) : echo)
        .or(() -> member.trait("x-serves").flatMap(name -> served(name, sent)));
  }

  private JsonNode unique(Field member) {
    return member.is("integer") || member.is("number")
        ? JSON.numberNode(numbers.incrementAndGet())
        : JSON.textNode(fresh.name().toString());
  }

  private Optional<JsonNode> served(String name, SentBody sent) {
    return sent.parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .map(part -> JSON.textNode(stored(part)));
  }

  private String stored(ReceivedPart part) {
    try {
      return files.store(part.content(), part.extension()).toString();
    } catch (StorageException e) {
      throw new IllegalStateException(e); // the storage of a derived stand-in is always up
    }
  }
}
