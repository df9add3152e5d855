package dev.assay.mock;

/**
 * What a deviation may know of the stand-in that it is in.
 *
 * @param board the genuine one
 */
record Scene(Principals principals, Board board) {}
