package dev.assay.load.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.request.MemberRule;
import dev.assay.load.request.RequestTemplate;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The ids that answers gave, by operation and member: those of one may be the same as those of
 * another. Any number of threads may ask.
 */
public final class IdSpaces {

  private static final int MOST_IDS = 4_000_000;

  private final Map<Space, IdDeduplicator> spaces = new HashMap<>();

  private record Space(String operation, String member) {

    private static Space of(RequestTemplate template, MemberRule rule) {
      return new Space(template.operation(), rule.member());
    }
  }

  /** Those of a plan, with no id in them. */
  public IdSpaces(LoadPlan plan) {
    for (RequestTemplate template : plan.templates().values()) {
      template
          .rules()
          .unique()
          .forEach(rule -> spaces.put(Space.of(template, rule), new IdDeduplicator(MOST_IDS)));
    }
  }

  /** The ids of that member. */
  public IdDeduplicator of(RequestTemplate template, MemberRule rule) {
    return spaces.get(Space.of(template, rule));
  }

  /** Ids that could not be compared with all earlier ones. */
  public long unchecked() {
    return spaces.values().stream().mapToLong(IdDeduplicator::unchecked).sum();
  }

  /** A number for that id: itself, or 64 bits of a text's SHA-256; none if it can have none. */
  static OptionalLong number(JsonNode id) {
    if (id.isTextual()) {
      return OptionalLong.of(ByteBuffer.wrap(digest(id.textValue())).getLong());
    }
    return id.canConvertToExactIntegral() && id.canConvertToLong()
        ? OptionalLong.of(id.longValue())
        : OptionalLong.empty();
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
