package dev.assay.load.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.assay.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several load generators that divide a plan among them: of the arrivals of the same
 * schedule, every {@code count}-th is its own, so that all of them together send exactly the plan.
 *
 * @param number which one, from 0
 * @param count how many there are
 */
public record Injector(int number, int count) {

  /** More than that need another tool. */
  public static final int MOST = 1_000;

  private static final Pattern WORD = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  /** One that sends the whole plan. */
  public static Injector only() {
    return new Injector(0, 1);
  }

  /**
   * The one of that word, such as {@code 2/3}.
   *
   * @throws UserException if it is none
   */
  public static Injector of(String word) {
    Matcher matcher = WORD.matcher(word);
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      int count = Integer.parseInt(matcher.group(2));
      if (number >= 1 && number <= count && count <= MOST) {
        return new Injector(number - 1, count);
      }
    }
    throw new UserException("an injector is given as 2/3, the second of three, and not as " + word);
  }

  /** All of so many. */
  public static List<Injector> all(int count) {
    List<Injector> all = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      all.add(new Injector(number, count));
    }
    return List.copyOf(all);
  }

  /** As people count: {@code 2/3} is the second of three. */
  public String word() {
    return number + 1 + "/" + count;
  }

  /** Whether it sends the whole plan. */
  @JsonIgnore
  public boolean isOnly() {
    return count == 1;
  }

  /** The number, among all arrivals, of its own arrival of that number. */
  public long arrival(long own) {
    return number + own * count;
  }

  /** How many of the first so many arrivals, or of so many users, are its own. */
  public long part(long arrivals) {
    return arrivals <= number ? 0 : (arrivals - number - 1) / count + 1;
  }

  /**
   * Its own part of what is sent: each of its arrivals comes when the whole schedule has it.
   *
   * @param whole what all of them send together
   */
  public List<Slice> slices(List<Slice> whole) {
    return isOnly() ? whole : new InjectorSlices(this).of(whole);
  }
}
