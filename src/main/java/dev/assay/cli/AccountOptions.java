package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.mock.hint.AccountValue;
import dev.assay.mock.service.TestAccounts;
import java.util.regex.Pattern;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Whom the mock knows: the sample accounts, but for what is named otherwise. */
final class AccountOptions implements IModelTransformer {

  /** What goes into headers, forms, URLs and shell commands as it is. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!@)[A-Za-z0-9!#$%&()*+,./:=?@^_{|}~\\[\\]-]+");

  @Override
  public CommandSpec transform(CommandSpec command) {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder()
            .exclusive(false)
            .heading("%nWhom it knows, instead of the sample accounts:%n");
    for (AccountValue value : AccountValue.values()) {
      group.addArg(
          OptionSpec.builder(value.option())
              .paramLabel(value.label())
              .type(value.type())
              .description(value.says())
              .build());
    }
    return command.addArgGroup(group.build());
  }

  /**
   * All of them, as they were given to that command.
   *
   * @throws UserException if one cannot be used, or two must differ and do not
   */
  static TestAccounts of(CommandSpec command) {
    for (AccountValue value : AccountValue.values()) {
      String given = given(command, value);
      requirePlain(value.option(), given);
      if (value.other().map(other -> given(command, other)).filter(given::equals).isPresent()) {
        throw new UserException(
            value.other().get().option() + " and " + value.option() + " must differ");
      }
    }
    return AccountValue.accounts(value -> given(command, value));
  }

  private static String given(CommandSpec command, AccountValue value) {
    Object given = command.findOption(value.option()).getValue();
    return given == null ? value.sample() : given.toString();
  }

  private static void requirePlain(String option, String value) {
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
  }
}
