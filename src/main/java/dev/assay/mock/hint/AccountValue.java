package dev.assay.mock.hint;

import dev.assay.mock.service.TestAccounts;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the mock may know instead of a sample account. */
public enum AccountValue {
  TOKEN("T", "Haptik's token, sent after the word Bearer.", TestAccounts::haptikToken),
  CLIENT_ID("ID", "Haptik's client-id.", TestAccounts::clientId),
  BUSINESS_ID("N", "The one known business_id.", TestAccounts::businessId),
  USER("ID", "The one registered auth_id; nothing registers others.", TestAccounts::registeredUser),
  ROOMS_TOKEN("T", "The chat server's bare token.", TestAccounts::roomsToken),
  MEMBER_ROOM("ID", "The room to which its user belongs.", TestAccounts::memberRoom),
  FOREIGN_ROOM(
      "ID",
      "A room that exists, and to which they do not belong.",
      TestAccounts::foreignRoom,
      MEMBER_ROOM),
  ORPHAN_TOKEN(
      "T", "A valid token whose user no longer exists.", TestAccounts::orphanToken, ROOMS_TOKEN);

  private final String label;
  private final String says;
  private final Class<?> type;
  private final String sample;
  private final Optional<AccountValue> other;

  AccountValue(
      String label, String says, Function<TestAccounts, Object> part, AccountValue... other) {
    this.label = label;
    this.says = says;
    Object known = part.apply(TestAccounts.sample());
    this.type = known.getClass();
    this.sample = known.toString();
    this.other = Stream.of(other).findFirst();
  }

  /** Its option on a command line, such as {@code --client-id}. */
  public String option() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What stands for a value of it in help. */
  public String label() {
    return label;
  }

  public String says() {
    return says;
  }

  /** {@link String}, or {@link Long}. */
  public Class<?> type() {
    return type;
  }

  /** That of the sample accounts. */
  public String sample() {
    return sample;
  }

  /** From which it must differ. */
  public Optional<AccountValue> other() {
    return other;
  }

  /**
   * The accounts with these values.
   *
   * @param value the value of each, a number where its {@link #type} is {@link Long}
   */
  public static TestAccounts accounts(Function<AccountValue, String> value) {
    return new TestAccounts(
        value.apply(TOKEN),
        value.apply(CLIENT_ID),
        Long.parseLong(value.apply(BUSINESS_ID)),
        value.apply(USER),
        TestAccounts.sample().unregisteredUser(),
        value.apply(ROOMS_TOKEN),
        value.apply(MEMBER_ROOM),
        value.apply(FOREIGN_ROOM),
        value.apply(ORPHAN_TOKEN));
  }
}
