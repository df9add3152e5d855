package dev.assay.mock;

/** Decides what one kind of request gets. Safe to be asked by many threads at once. */
@FunctionalInterface
interface Endpoint {

  /**
   * What this call gets.
   *
   * @throws Refusal instead of an error reply, which looks different in each service
   */
  Reply answer(Call call);
}
