package dev.assay.suite.probe;

import dev.assay.exchange.Exchange;
import dev.assay.verdict.Expectation;
import dev.assay.verdict.Finding;
import dev.assay.verdict.ResponseExpectations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the file stands among the parts of a form. */
public enum PartOrder {
  FILE_LAST,
  FILE_IN_THE_MIDDLE,
  FILE_FIRST;

  /** The parts in their order, but the file in that place. */
  public List<String> of(List<String> parts, String file) {
    List<String> arranged = new ArrayList<>(parts);
    arranged.remove(file);
    arranged.add(
        switch (this) {
          case FILE_LAST -> arranged.size();
          case FILE_IN_THE_MIDDLE -> arranged.size() / 2;
          case FILE_FIRST -> 0;
        },
        file);
    return arranged;
  }

  /**
   * Every request of the case is accepted if any of them is: what is refused in every order is
   * refused for another reason.
   */
  public static Expectation acceptedAlike() {
    return new Expectation() {
      @Override
      public String describe() {
        return "acceptance with a 2xx status in every order of the parts";
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        return exchanges.stream().anyMatch(Exchange::succeeded)
            ? ResponseExpectations.accepted().examine(exchanges)
            : new Finding.NotApplicable("not accepted in any order");
      }
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
