package dev.assay.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyAllowanceTest {

  private final BodyAllowance allowance = BodyAllowance.of(Runtime.getRuntime().maxMemory());

  @Test
  void a_body_of_unknown_length_claims_what_the_longest_two_do() {
    assertThat(allowance.claim(-1)).isEqualTo(2 * allowance.claim(Long.MAX_VALUE));
  }

  @Test
  void what_is_released_can_be_claimed_again_and_again() {
    for (int body = 0; body < 1000; body++) {
      allowance.release(allowance.claim(MockRequest.LONGEST_BODY));
    }
    assertThat(allowance.claim(0)).isZero();
  }
}
