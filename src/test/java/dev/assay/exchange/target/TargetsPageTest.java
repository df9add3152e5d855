package dev.assay.exchange.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/targets.md are target files. */
class TargetsPageTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml\n(services:.*?)```", Pattern.DOTALL);
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

  private static List<String> examples() throws IOException {
    String page = Files.readString(Path.of("docs/targets.md"));
    return EXAMPLE.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private static Map<String, String> environment(String example) {
    Map<String, String> variables = new TreeMap<>();
    Matcher variable = VARIABLE.matcher(example);
    while (variable.find()) {
      variables.put(variable.group(1), "value-of-" + variable.group(1).toLowerCase(Locale.ROOT));
    }
    return variables;
  }

  @Test
  void every_example_can_be_read() throws IOException {
    assertThat(examples()).hasSizeGreaterThan(1);
    for (String example : examples()) {
      Target target = new TargetReader(environment(example)).read("example.yaml", example);
      assertThat(target.services()).isNotEmpty();
    }
  }

  @Test
  void the_example_of_the_way_says_all_of_it() throws IOException {
    String example = examples().stream().filter(text -> text.contains("oauth2")).findFirst().get();
    ServiceAccess access =
        new TargetReader(environment(example))
            .read("example.yaml", example)
            .service("rooms")
            .orElseThrow()
            .access();
    assertThat(access.described())
        .containsExactly(
            "goes through the proxy http://proxy.corp.test:3128 (services.rooms.proxy)",
            "connects to 10.0.0.5:443 for api.corp.test (services.rooms.connectTo)",
            "sends x-api-key: $GATEWAY_KEY with every request",
            "sends X-Canary: next with every request",
            "takes its token from OAuth 2.0 client credentials from https://login.corp.test/oauth/token");
  }
}
