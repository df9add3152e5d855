package dev.assay.exchange.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.exchange.Certificates;
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
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of docs/targets.md are what they say. What a doctor says there, and the user with a
 * password, are tested where they are used.
 */
class TargetsPageTest {

  private static final Pattern EXAMPLE = Pattern.compile("```(?:yaml)?\n(.*?)```", Pattern.DOTALL);
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");
  private static final Path SHOP = Path.of("src/test/fifth-service/shop.openapi.yaml");

  @TempDir private Path folder;

  /** The one example that has these words in it. */
  private static String example(String words) throws IOException {
    List<String> found =
        EXAMPLE
            .matcher(Files.readString(Path.of("docs/targets.md")))
            .results()
            .map(each -> each.group(1))
            .filter(each -> each.contains(words))
            .toList();
    assertThat(found).as(words).hasSize(1);
    return found.get(0);
  }

  private static Map<String, String> environment(String example) {
    Map<String, String> variables = new TreeMap<>();
    Matcher variable = VARIABLE.matcher(example);
    while (variable.find()) {
      variables.put(variable.group(1), "value-of-" + variable.group(1).toLowerCase(Locale.ROOT));
    }
    return variables;
  }

  private Target target(String example, Map<String, String> environment) throws IOException {
    return new TargetReader(environment)
        .read(Files.writeString(folder.resolve("staging.yaml"), example));
  }

  private static List<String> way(Target target, String service) {
    return target.service(service).orElseThrow().access().described();
  }

  @Test
  void the_example_of_another_service_is_read_with_its_contract() throws IOException {
    Files.copy(SHOP, folder.resolve("shop.openapi.yaml"));
    String example = example("contract: shop.openapi.yaml");
    Service shop = target(example, environment(example)).service("shop").orElseThrow();
    assertThat(shop.mention("shopKey")).contains("$SHOP_KEY");
    assertThat(shop.value("branch")).contains("old town");
    assertThat(shop.value("knownOrder")).contains("17");
  }

  @Test
  void the_example_of_variables_means_what_its_comments_say() throws IOException {
    Path file = Files.writeString(folder.resolve(".env"), example("export HAPTIK_CLIENT_ID"));
    Variables variables = Variables.of(Map.of()).and(file);
    assertThat(variables.value("HAPTIK_TOKEN")).contains("abc123");
    assertThat(variables.value("HAPTIK_CLIENT_ID")).contains("xyz");
    assertThat(variables.value("HAPTIK_USER")).contains("two\twords");
    assertThat(variables.value("ROOMS_TOKEN")).contains("a#b $c");
  }

  @Test
  void the_example_of_what_slipped_in_is_what_is_said() throws IOException {
    Path file = folder.resolve(".env");
    Files.writeString(file, "# mine\nHAPTIK_TOKEN=\"abc\r\"\n");
    String text =
        "services:\n  haptik:\n    baseUrl: https://h.example\n    token: ${HAPTIK_TOKEN}\n";
    String says = example("carriage return").replace("\n", " ").replace(".env,", file + ",");
    assertThatThrownBy(
            () -> new TargetReader(Variables.of(Map.of()).and(file)).read("staging.yaml", text))
        .hasMessage(says.strip());
  }

  @Test
  void the_example_of_the_way_says_all_of_it() throws IOException {
    String example = example("oauth2:");
    assertThat(way(target(example, environment(example)), "rooms"))
        .containsExactly(
            "goes through the proxy http://proxy.corp.test:3128 (services.rooms.proxy)",
            "connects to 10.0.0.5:443 for api.corp.test (services.rooms.connectTo)",
            "sends x-api-key: $GATEWAY_KEY with every request",
            "sends X-Canary: next with every request",
            "takes its token from OAuth 2.0 client credentials from https://login.corp.test/oauth/token");
  }

  @Test
  void the_example_of_certificates_is_read_with_them() throws Exception {
    String example = example("certs/client.key");
    Certificates made = Certificates.in(Files.createDirectory(folder.resolve("certs")));
    made.authority();
    made.certificate("client");
    Files.move(
        made.key(environment(example).get("KEY_PASSWORD")), made.folder().resolve("client.key"));
    assertThat(way(target(example, environment(example)), "haptik"))
        .contains("trusts CN=Test CA besides the platform's authorities")
        .contains("takes its token from what the command vault prints")
        .contains("presents the client certificate of CN=leaf");
  }

  @Test
  void the_example_of_cleaning_up_says_how() throws IOException {
    String example = example("cleanUp:");
    assertThat(target(example, environment(example)).cleanUp())
        .hasEntrySatisfying("haptik", removals -> assertThat(removals).hasSize(2))
        .hasEntrySatisfying("rooms", removals -> assertThat(removals).hasSize(1));
  }
}
