package dev.assay.proof.external;

import dev.assay.proof.replay.RecordedTraffic;
import dev.assay.proof.shell.CommandRun;
import java.net.URI;

/**
 * A run of the suite against the unmodified stand-in.
 *
 * @param number from 1
 * @param traffic what the suite asked
 * @param baseUri where the stand-in was
 */
record UnmodifiedRun(int number, CommandRun run, RecordedTraffic traffic, URI baseUri) {}
