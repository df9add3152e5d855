package dev.assay.load.record;

/**
 * Why a request failed.
 *
 * @param what without data of its own, so that it can be counted
 * @param text what was answered, if that says more; perhaps with credentials in it
 */
public record Flaw(Kind kind, String what, String text) {

  /** How the reason of a failure begins when no answer came. */
  public static final String NO_ANSWER = "no answer";

  /** The reason of a failure that the load generator itself is to blame for. */
  public static final String EXHAUSTED = NO_ANSWER + ": the load generator ran out of connections";

  /** What kind of failure it is. */
  public enum Kind {
    /** No answer came. */
    NO_ANSWER,
    /** The token was refused. */
    TOKEN_REFUSED,
    /** Who sends, or where to, was refused as documented. */
    REFUSED,
    /** The answer leads elsewhere. */
    REDIRECTED,
    /** The answer asks to be sent less. */
    HELD_BACK,
    /** Something in front of the service turned the request away. */
    TURNED_AWAY,
    /** The answer goes beyond what is read of any. */
    UNREAD,
    /** The answer does not look as if it came from this service. */
    STRANGE,
    /** The service answered wrongly. */
    WRONG
  }

  static Flaw wrong(String what) {
    return new Flaw(Kind.WRONG, what, "");
  }

  /** One without an answer. */
  public static Flaw noAnswer(String what) {
    return new Flaw(Kind.NO_ANSWER, what, "");
  }
}
