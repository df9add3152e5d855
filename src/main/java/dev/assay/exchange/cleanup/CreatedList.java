package dev.assay.exchange.cleanup;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All that a run made, with what became of it.
 *
 * @param run the word in its texts and file names; of several, each, with blanks between
 * @param isRemoved whether a target file says how to remove it
 * @param made how many; more than are listed where there are too many for a list
 * @param all in the order of the answers
 */
public record CreatedList(String run, boolean isRemoved, long made, List<Created> all) {

  public CreatedList {
    all = List.copyOf(all);
  }

  /**
   * What is there still, and is removed by nobody.
   *
   * @param target its name
   * @param why nobody does
   * @param made without credentials
   */
  public static CreatedList left(String run, String target, String why, List<Creation> made) {
    return new CreatedList(
        run,
        false,
        made.size(),
        made.stream()
            .map(each -> Created.of(target, each, UnaryOperator.identity(), Fate.LEFT, why))
            .toList());
  }

  /** This one of a run that made that many, if that is more than are listed. */
  public CreatedList outOf(long more) {
    return new CreatedList(run, isRemoved, Math.max(more, made), all);
  }

  /** Those of two targets of one run. */
  public CreatedList and(CreatedList others) {
    return new CreatedList(
        run,
        isRemoved || others.isRemoved,
        made + others.made,
        Stream.concat(all.stream(), others.all.stream()).toList());
  }

  /** How many became that; what is not listed is left. */
  public long count(Fate fate) {
    long listed = all.stream().filter(created -> created.fate() == fate).count();
    return fate == Fate.LEFT ? listed + made - all.size() : listed;
  }

  /** In one line, to be followed by where they are listed. */
  public String sentence() {
    String messages = made == 1 ? "1 message" : made + " messages";
    if (!isRemoved) {
      return "made %s and removed none, for %s"
          .formatted(messages, all.stream().map(Created::why).findFirst().orElse("it lists none"));
    }
    long gone = count(Fate.GONE);
    long left = count(Fate.LEFT);
    return "removed %s of %s it made%s%s"
        .formatted(
            count(Fate.REMOVED),
            messages,
            gone == 0 ? "" : ", " + gone + (gone == 1 ? " was" : " were") + " gone already",
            left == 0 ? "" : "; " + left + (left == 1 ? " is" : " are") + " left");
  }
}
