package dev.assay.compare.cutover;

import java.util.List;

/**
 * One of the two services.
 *
 * @param target its name
 * @param addresses its base URLs
 */
public record Environment(String target, List<String> addresses) {}
