package dev.assay.load.run;

/** Where load generators wait for each other, so that they begin at the same moment. */
final class StartBarrier {

  private final int runners;
  private int ready;
  private boolean broken;

  StartBarrier(int runners) {
    this.runners = runners;
  }

  /** Waits for all others; says whether they all came. */
  synchronized boolean await() throws InterruptedException {
    ready++;
    notifyAll();
    while (ready < runners && !broken) {
      wait();
    }
    return !broken;
  }

  /** One of them is over. If some have not come by then, nobody begins. */
  synchronized void leave() {
    broken |= ready < runners;
    notifyAll();
  }
}
