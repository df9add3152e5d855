package dev.assay.mock.service;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.http.Refusal;

/** Decides what one kind of request gets. Safe to be asked by many threads at once. */
@FunctionalInterface
public interface MockEndpoint {

  /**
   * What this request gets.
   *
   * @throws Refusal instead of an error response, which looks different in each service
   */
  MockResponse answer(MockRequest request);
}
