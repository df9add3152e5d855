package dev.assay.suite.probe;

import dev.assay.exchange.Body;

/**
 * A request body with one field spoilt.
 *
 * @param name field and fault, for case ids
 * @param says the same in words, to follow "a request with"
 * @param body what is sent
 * @param acceptanceUnnatural whether the field lacks what it must have, so that a 2xx is unnatural
 */
public record FieldProbe(String name, String says, Body body, boolean acceptanceUnnatural) {}
