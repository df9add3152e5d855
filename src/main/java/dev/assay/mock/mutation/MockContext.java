package dev.assay.mock.mutation;

import dev.assay.mock.http.FreshValues;
import dev.assay.mock.http.Timing;
import dev.assay.mock.service.RoomFeed;
import dev.assay.mock.service.TestAccounts;

/**
 * What a mutant may know of the stand-in that it is in.
 *
 * @param feed the genuine one
 * @param fresh what it takes from outside
 */
public record MockContext(TestAccounts accounts, RoomFeed feed, FreshValues fresh) {

  /** How it lets time pass. */
  public Timing timing() {
    return fresh.timing();
  }
}
