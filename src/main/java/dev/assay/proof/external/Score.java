package dev.assay.proof.external;

import java.util.List;

/** How many of the mutants that could be seen were seen. */
public record Score(int killed, int survived) {

  /** The quantile of the normal distribution for 95 %. */
  private static final double Z = 1.959964;

  /** Those of these trials that count. */
  public static Score of(List<SuiteTrial> trials) {
    return new Score(
        (int) trials.stream().filter(trial -> trial.status().isKill()).count(),
        (int) trials.stream().filter(trial -> trial.status() == MutantStatus.SURVIVED).count());
  }

  public int tried() {
    return killed + survived;
  }

  /** From 0 to 1; NaN where none was tried. */
  public double share() {
    return (double) killed / tried();
  }

  /** The lower end of the interval that holds the share of all with 95 % (Wilson, 1927). */
  public double low() {
    return tried() == 0 ? 0 : Math.max(0, middle() - halfWidth());
  }

  /** The upper end of that interval. */
  public double high() {
    return tried() == 0 ? 1 : Math.min(1, middle() + halfWidth());
  }

  private double middle() {
    return (share() + Z * Z / (2 * tried())) / (1 + Z * Z / tried());
  }

  private double halfWidth() {
    double n = tried();
    double spread = share() * (1 - share()) / n + Z * Z / (4 * n * n);
    return Z * Math.sqrt(spread) / (1 + Z * Z / n);
  }
}
