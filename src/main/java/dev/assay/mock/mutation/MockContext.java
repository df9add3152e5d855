package dev.assay.mock.mutation;

import dev.assay.mock.service.RoomFeed;
import dev.assay.mock.service.TestAccounts;

/**
 * What a mutant may know of the stand-in that it is in.
 *
 * @param feed the genuine one
 */
public record MockContext(TestAccounts accounts, RoomFeed feed) {}
