package dev.assay.verdict;

import dev.assay.exchange.Exchange;
import dev.assay.verdict.Finding.Inconclusive;
import dev.assay.verdict.Finding.NotApplicable;
import dev.assay.verdict.Finding.Observed;
import dev.assay.verdict.Finding.Satisfied;
import dev.assay.verdict.Finding.Violated;
import java.util.List;
import java.util.function.Function;

/**
 * What the exchanges of a case must show. One object both describes and examines, so that prose and
 * check cannot drift apart.
 */
public interface Expectation {

  /** What is expected, in words that continue "expected:". */
  String describe();

  /** Holds the exchanges against it; never empty. */
  Finding examine(List<Exchange> exchanges);

  /** Describes itself as this one, and looks at the exchanges in that way. */
  default Expectation examining(Function<List<Exchange>, Finding> look) {
    String description = describe();
    return new Expectation() {
      @Override
      public String describe() {
        return description;
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        return look.apply(exchanges);
      }
    };
  }

  /** Asks the first exchange only. */
  default Expectation onFirst() {
    return examining(all -> examine(all.subList(0, Math.min(1, all.size()))));
  }

  /** Asks the last exchange only. */
  default Expectation onLast() {
    return examining(
        all -> {
          int last = all.size() - 1;
          return numbered(examine(all.subList(last, last + 1)), last, 1);
        });
  }

  /**
   * This expectation, asked only where something else holds, for otherwise that is the fault to be
   * reported.
   */
  default Expectation where(Expectation condition) {
    Expectation whole = this;
    return new Expectation() {
      @Override
      public String describe() {
        return whole.describe();
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        return condition.examine(exchanges) instanceof Satisfied
            ? whole.examine(exchanges)
            : new NotApplicable("no " + condition.describe());
      }
    };
  }

  /** No more than what the same looks like: nothing is expected. */
  default Expectation recorded() {
    Expectation whole = this;
    return new Expectation() {
      @Override
      public String describe() {
        return "no document says; recorded";
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        Finding finding = whole.examine(exchanges);
        return finding instanceof Satisfied || finding instanceof Violated
            ? new Observed(finding.actual(), false, finding.shownBy().orElse(0))
            : finding;
      }
    };
  }

  /** What one exchange must show. */
  @FunctionalInterface
  interface Look {
    /** The finding, as if the exchange were the only one. */
    Finding at(Exchange exchange);
  }

  /** Expects this of every exchange of the case; the worst finding counts. */
  static Expectation ofEach(String description, Look look) {
    return new Expectation() {
      @Override
      public String describe() {
        return description;
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        Finding worst = null;
        for (int i = 0; i < exchanges.size(); i++) {
          Finding finding = numbered(answered(exchanges.get(i), look), i, exchanges.size());
          if (worst == null || gravity(finding) > gravity(worst)) {
            worst = finding;
          }
        }
        return worst == null ? new Inconclusive("nothing was sent", 0) : worst;
      }
    };
  }

  /** Expects it of the exchange at that place, counted from 0. */
  static Expectation ofOne(int index, String description, Look look) {
    return new Expectation() {
      @Override
      public String describe() {
        return description;
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        return index < exchanges.size()
            ? numbered(answered(exchanges.get(index), look), index, 1)
            : new NotApplicable("the exchange before it gave no reason to go on");
      }
    };
  }

  private static Finding answered(Exchange exchange, Look look) {
    return exchange
        .failure()
        .<Finding>map(failure -> new Inconclusive(failure.detail(), 0))
        .orElseGet(() -> look.at(exchange));
  }

  private static Finding numbered(Finding finding, int index, int of) {
    String which = of > 1 ? " (request " + (index + 1) + " of " + of + ")" : "";
    if (finding instanceof Violated broken) {
      return new Violated(broken.actual() + which, index);
    }
    if (finding instanceof Inconclusive undecided) {
      return new Inconclusive(undecided.actual() + which, index);
    }
    return finding instanceof Observed observed
        ? new Observed(observed.actual(), observed.unnatural(), index)
        : finding;
  }

  private static int gravity(Finding finding) {
    if (finding instanceof Violated) {
      return 5;
    }
    if (finding instanceof Inconclusive) {
      return 4;
    }
    if (finding instanceof Observed observed) {
      return observed.unnatural() ? 3 : 1;
    }
    return finding instanceof Satisfied ? 2 : 0;
  }
}
