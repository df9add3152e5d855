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

  /** How the reason of a failure begins that a proxy is to blame for. */
  private static final String ON_THE_WAY = "on the way";

  /** What kind of failure it is. */
  public enum Kind {
    /** No answer came. */
    NO_ANSWER(false),
    /** A proxy that the target file names did not lead to the service. */
    ON_THE_WAY(false),
    /** The token was refused. */
    TOKEN_REFUSED(true),
    /** Who sends, or where to, was refused as documented. */
    REFUSED(true),
    /** The answer leads elsewhere. */
    REDIRECTED(true),
    /** The answer asks to be sent less. */
    HELD_BACK(true),
    /** Something in front of the service turned the request away. */
    TURNED_AWAY(true),
    /** The answer goes beyond what is read of any. */
    UNREAD(true),
    /** The answer does not look as if it came from this service. */
    STRANGE(true),
    /** The service answered wrongly. */
    WRONG(true);

    private final boolean answered;

    Kind(boolean answered) {
      this.answered = answered;
    }

    /** Whether it is about an answer of the service. */
    public boolean isAnswered() {
      return answered;
    }
  }

  static Flaw wrong(String what) {
    return new Flaw(Kind.WRONG, what, "");
  }

  /** One without an answer. */
  public static Flaw noAnswer(String what) {
    return new Flaw(Kind.NO_ANSWER, what, "");
  }

  /** One that a proxy is to blame for. */
  public static Flaw onTheWay(String what) {
    return new Flaw(Kind.ON_THE_WAY, ON_THE_WAY + ": " + what, "");
  }

  /** Whether a failure that is counted under these words is about an answer of the service. */
  public static boolean isAnswered(String what) {
    return !what.startsWith(NO_ANSWER) && !what.startsWith(ON_THE_WAY);
  }
}
