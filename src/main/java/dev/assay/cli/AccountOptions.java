package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.mock.service.TestAccounts;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Whom the mock knows: the sample accounts, but for what is named otherwise. */
final class AccountOptions {

  /** What goes into headers, forms, URLs and shell commands as it is. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!@)[A-Za-z0-9!#$%&()*+,./:=?@^_{|}~\\[\\]-]+");

  private static final TestAccounts SAMPLE = TestAccounts.sample();

  @Option(
      names = "--token",
      paramLabel = "T",
      description = "Haptik's token, sent after the word Bearer.")
  private String token = SAMPLE.haptikToken();

  @Option(names = "--client-id", paramLabel = "ID", description = "Haptik's client-id.")
  private String clientId = SAMPLE.clientId();

  @Option(names = "--business-id", paramLabel = "N", description = "The one known business_id.")
  private long businessId = SAMPLE.businessId();

  @Option(
      names = "--user",
      paramLabel = "ID",
      description = "The one registered auth_id; nothing registers others.")
  private String user = SAMPLE.registeredUser();

  @Option(names = "--rooms-token", paramLabel = "T", description = "The chat server's bare token.")
  private String roomsToken = SAMPLE.roomsToken();

  @Option(
      names = "--member-room",
      paramLabel = "ID",
      description = "The room to which its user belongs.")
  private String memberRoom = SAMPLE.memberRoom();

  @Option(
      names = "--foreign-room",
      paramLabel = "ID",
      description = "A room that exists, and to which they do not belong.")
  private String foreignRoom = SAMPLE.foreignRoom();

  @Option(
      names = "--orphan-token",
      paramLabel = "T",
      description = "A valid token whose user no longer exists.")
  private String orphanToken = SAMPLE.orphanToken();

  /**
   * All of them.
   *
   * @throws UserException if one cannot be used, or two must differ and do not
   */
  TestAccounts accounts() {
    distinct("--member-room", memberRoom, "--foreign-room", foreignRoom);
    distinct("--rooms-token", roomsToken, "--orphan-token", orphanToken);
    return new TestAccounts(
        plain("--token", token),
        plain("--client-id", clientId),
        businessId,
        plain("--user", user),
        SAMPLE.unregisteredUser(),
        plain("--rooms-token", roomsToken),
        plain("--member-room", memberRoom),
        plain("--foreign-room", foreignRoom),
        plain("--orphan-token", orphanToken));
  }

  private static String plain(String option, String value) {
    if (value.isEmpty()) {
      throw new UserException(
          option + " is empty; if it comes from an environment variable, that is not set");
    }
    if (!PLAIN.matcher(value).matches()) {
      throw new UserException(
          option
              + " must be of ASCII letters, digits and marks, without blanks, quotes, backslashes,"
              + " `;`, `<`, `>` and a leading `@`");
    }
    return value;
  }

  private static void distinct(String one, String value, String other, String otherValue) {
    if (value.equals(otherValue)) {
      throw new UserException(one + " and " + other + " must differ");
    }
  }
}
