package dev.assay.suite.run;

import dev.assay.contract.Contract;
import dev.assay.contract.Operation;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the operation of a contract that a request is of. */
record CalledOperation(Contract contract) {

  private static final Pattern PARAMETER = Pattern.compile("\\{[^}/]*}");

  /**
   * The one of that method and path; where several are, the one that says most of the path.
   *
   * @param path below the base URL, as sent
   */
  Optional<Operation> of(String method, String path) {
    return contract.operations().stream()
        .filter(operation -> operation.method().equals(method))
        .filter(operation -> path.matches(pattern(operation.path())))
        .max(
            Comparator.comparing(
                operation -> PARAMETER.matcher(operation.path()).replaceAll("").length()));
  }

  private static String pattern(String template) {
    StringBuilder pattern = new StringBuilder();
    Matcher parameter = PARAMETER.matcher(template);
    int literal = 0;
    while (parameter.find()) {
      pattern.append(Pattern.quote(template.substring(literal, parameter.start()))).append("[^/]+");
      literal = parameter.end();
    }
    return pattern.append(Pattern.quote(template.substring(literal))).toString();
  }
}
