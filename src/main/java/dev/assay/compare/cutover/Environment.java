package dev.assay.compare.cutover;

import java.util.List;

/**
 * One of the two services.
 *
 * @param target its name
 * @param addresses its base URLs
 * @param way to them in sentences, without what is secret; none where it is the usual one
 */
public record Environment(String target, List<String> addresses, List<String> way) {}
