package dev.assay.mock.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestAccountsTest {

  @Test
  void the_sample_is_always_the_same_and_random_ones_never() {
    assertThat(TestAccounts.sample()).isEqualTo(TestAccounts.sample());
    assertThat(TestAccounts.random()).isNotEqualTo(TestAccounts.random());
  }

  @Test
  void tokens_are_long_and_of_mixed_case() {
    for (TestAccounts each : List.of(TestAccounts.sample(), TestAccounts.random())) {
      assertThat(List.of(each.haptikToken(), each.roomsToken(), each.orphanToken()))
          .doesNotHaveDuplicates()
          .allMatch(token -> token.matches("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9]{20,}"));
    }
  }

  @Test
  void users_are_alphanumeric_and_different() {
    for (TestAccounts each : List.of(TestAccounts.sample(), TestAccounts.random())) {
      assertThat(List.of(each.registeredUser(), each.unregisteredUser()))
          .doesNotHaveDuplicates()
          .allMatch(user -> user.matches("[A-Za-z0-9]+"));
      assertThat(each.memberRoom()).isNotEqualTo(each.foreignRoom());
    }
  }
}
