package dev.assay.load.request;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What is checked of one member of an answer.
 *
 * @param member its name
 * @param kind what it must be
 * @param value for {@link Kind#SENT} and {@link Kind#DOCUMENTED} what, as JSON; for {@link
 *     Kind#UNIQUE} what the operation makes; empty for all else
 */
public record MemberRule(String member, Kind kind, String value) {

  /** What a member must be. */
  public enum Kind {
    /** Anything. */
    PRESENT("is missing"),
    STRING("is no string"),
    INTEGER("is no integer"),
    NUMBER("is no number"),
    BOOLEAN("is no boolean"),
    OBJECT("is no object"),
    ARRAY("is no array"),
    /** A text that is not blank. */
    URL("is no URL"),
    /** What the request said, in which {@link RequestTemplate#MARK} stands for its own text. */
    SENT("is not what was sent"),
    /** The only value that the contract allows, or one of those in an array. */
    DOCUMENTED("is not as documented"),
    /** Another one than in any earlier answer. */
    UNIQUE("was already given to another %s");

    private final String flaw;

    Kind(String flaw) {
      this.flaw = flaw;
    }
  }

  /** What is wrong with an answer that breaks it, without data, so that it can be counted. */
  @JsonIgnore
  public String flaw() {
    return member + " " + kind.flaw.formatted(value);
  }

  /** Whether it says that no two answers have the same. */
  @JsonIgnore
  public boolean isUnique() {
    return kind == Kind.UNIQUE;
  }
}
