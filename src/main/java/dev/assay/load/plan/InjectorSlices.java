package dev.assay.load.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an injector's arrivals out of the slices of a whole schedule. The distance between two of
 * them may reach from one slice into another, so the last arrival of each slice stands in a slice
 * of its own, which lasts until the next arrival.
 */
final class InjectorSlices {

  private final Injector injector;
  private final List<Slice> own = new ArrayList<>();
  private long pending;
  private double pendingSince;

  InjectorSlices(Injector injector) {
    this.injector = injector;
  }

  List<Slice> of(List<Slice> whole) {
    long number = 0;
    double begin = 0;
    for (Slice slice : whole) {
      add(slice, number, begin);
      number += slice.arrivals();
      begin += slice.seconds();
    }
    waitUntil(begin);
    return List.copyOf(own);
  }

  private void add(Slice slice, long number, double begin) {
    long before = injector.part(number);
    long arrivals = injector.part(number + slice.arrivals()) - before;
    if (arrivals == 0) {
      return;
    }
    double first = begin + slice.offset(injector.arrival(before) - number);
    double last = begin + slice.offset(injector.arrival(before + arrivals - 1) - number);
    waitUntil(first);
    if (arrivals > 1) {
      own.add(new Slice(arrivals - 1, last - first));
    }
    pending = 1;
    pendingSince = last;
  }

  private void waitUntil(double moment) {
    if (pending > 0 || moment > pendingSince) {
      own.add(new Slice(pending, moment - pendingSince));
    }
  }
}
