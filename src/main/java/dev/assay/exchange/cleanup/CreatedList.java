package dev.assay.exchange.cleanup;

import dev.assay.RunId;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a run made, with what became of it.
 *
 * @param run the word in its texts and file names
 * @param isRemoved whether a target file says how to remove it
 * @param all in the order of the answers
 */
public record CreatedList(RunId run, boolean isRemoved, List<Created> all) {

  public CreatedList {
    all = List.copyOf(all);
  }

  /** Those of two targets of one run. */
  public CreatedList and(CreatedList others) {
    return new CreatedList(
        run,
        isRemoved || others.isRemoved,
        Stream.concat(all.stream(), others.all.stream()).toList());
  }

  /** How many became that. */
  public long count(Fate fate) {
    return all.stream().filter(created -> created.fate() == fate).count();
  }

  /** In one line, to be followed by where they are listed. */
  public String sentence() {
    String made = all.size() == 1 ? "1 message" : all.size() + " messages";
    if (!isRemoved) {
      return "made " + made + " and removed none, for the target file has no cleanUp";
    }
    long gone = count(Fate.GONE);
    long left = count(Fate.LEFT);
    return "removed %s of %s it made%s%s"
        .formatted(
            count(Fate.REMOVED),
            made,
            gone == 0 ? "" : ", " + gone + (gone == 1 ? " was" : " were") + " gone already",
            left == 0 ? "" : "; " + left + (left == 1 ? " is" : " are") + " left");
  }
}
