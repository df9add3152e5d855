package dev.assay.cutover;

import java.util.List;

/**
 * One of the two services.
 *
 * @param target its name
 * @param addresses its base URLs
 */
public record Side(String target, List<String> addresses) {}
