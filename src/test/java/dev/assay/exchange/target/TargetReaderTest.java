package dev.assay.exchange.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.UserException;
import dev.assay.exchange.connection.Authority;
import dev.assay.exchange.connection.Loopback;
import dev.assay.exchange.record.Recorder;
import dev.assay.exchange.secret.Secrets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetReaderTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "HAPTIK_TOKEN", "value-of-haptik-token",
          "HAPTIK_CLIENT_ID", "value-of-client-id",
          "HAPTIK_USER", "valueOfUser",
          "ROOMS_TOKEN", "value-of-rooms-token",
          "ROOMS_ORPHAN", "value-of-rooms-orphan",
          "SECRET_URL", "ftp://value-of-secret-url?x",
          "SECRET_TEXT", "value of secret text",
          "WITH_LINE_BREAK", "value-of-token\n",
          "BLANK", "  ");

  private static final String FULL =
      """
      name: staging
      services:
        haptik:
          baseUrl: https://staging-messenger.haptikapi.com     # may carry a path prefix
          token: ${HAPTIK_TOKEN}
          clientId: ${HAPTIK_CLIENT_ID}
          businessId: 343
          registeredUser: ${HAPTIK_USER}
          unregisteredUser: nobody000        # optional: a random alphanumeric one otherwise
        rooms:
          baseUrl: https://chat.example.com
          token: ${ROOMS_TOKEN}
          memberRoom: room123
          foreignRoom: room999
          orphanToken: ${ROOMS_ORPHAN}       # optional: a valid token whose user is gone
          readBack: { path: "/api/get_room_messages?room_id={room}" }
          storageDownBaseUrl: http://chat.example.com/no-storage/
      fileHosts: [assets.haptikapi.com]
      clockSkewSeconds: 90
      limits:
        requestsPerSecond: 12.5
        timeoutSeconds: 45
        load: { allowed: true, maxRequestsPerSecond: 200, maxTotalBytes: 2GiB }
      """;

  private static final String SMALLEST =
      """
      services:
        rooms:
          baseUrl: https://chat.example.com
          token: ${ROOMS_TOKEN}
          memberRoom: room123
          foreignRoom: room999
      """;

  private static Target read(String text) {
    return new TargetReader(ENVIRONMENT).read("dir/t.yaml", text);
  }

  /** The one sentence that a bad file gets; every such sentence is held to the same rules. */
  private static String refusal(String text) {
    Throwable thrown = catchThrowable(() -> read(text));
    assertThat(thrown).isExactlyInstanceOf(UserException.class);
    return clear(thrown.getMessage());
  }

  private static String clear(String message) {
    assertThat(message)
        .as("file and line")
        .matches("(?s)dir/t\\.yaml, line [1-9][0-9]*: \\S.*")
        .as("one sentence")
        .doesNotContain("\n", "\r", "null", "Optional")
        .hasSizeLessThan(400)
        .as("no insides")
        .doesNotContain("com.fasterxml", "org.yaml", "java.", "dev.assay", "Exception", "\tat ")
        .doesNotContain("TargetNode", "Scalar", "JsonToken");
    ENVIRONMENT.values().stream()
        .filter(value -> !value.isBlank())
        .forEach(value -> assertThat(message).doesNotContain(value.strip()));
    return message;
  }

  private static String smallestWith(String line, String other) {
    assertThat(SMALLEST).contains(line);
    return SMALLEST.replace(line, other);
  }

  private static String fullWith(String part, String other) {
    assertThat(FULL).contains(part);
    return FULL.replace(part, other);
  }

  @Test
  void the_full_example_is_read_to_the_letter() {
    Target target = read(FULL);
    assertThat(target.name()).isEqualTo("staging");
    assertThat(target.fileHosts()).containsExactly("assets.haptikapi.com");
    assertThat(target.clockSkew()).isEqualTo(Duration.ofSeconds(90));
    assertThat(target.limits())
        .isEqualTo(new Limits(12.5, Duration.ofSeconds(45), true, 200, 2L << 30));

    Service haptik = target.service("haptik").orElseThrow();
    assertThat(haptik.baseUrl()).isEqualTo(URI.create("https://staging-messenger.haptikapi.com"));
    assertThat(haptik.secrets().expand("$TOKEN $CLIENT_ID"))
        .isEqualTo("value-of-haptik-token value-of-client-id");
    assertThat(haptik.secrets().shown("$TOKEN")).isEqualTo("$HAPTIK_TOKEN");
    assertThat(haptik.value("businessId")).contains("343");
    assertThat(haptik.value("registeredUser")).contains("valueOfUser");
    assertThat(haptik.value("unregisteredUser")).contains("nobody000");

    Service rooms = target.service("rooms").orElseThrow();
    assertThat(rooms.baseUrl()).isEqualTo(URI.create("https://chat.example.com"));
    assertThat(rooms.secrets().expand("$TOKEN $ORPHAN_TOKEN"))
        .isEqualTo("value-of-rooms-token value-of-rooms-orphan");
    assertThat(rooms.value("memberRoom")).contains("room123");
    assertThat(rooms.value("foreignRoom")).contains("room999");
    assertThat(rooms.value("readBack")).contains("/api/get_room_messages?room_id={room}");
    assertThat(rooms.value("storageDownBaseUrl")).contains("http://chat.example.com/no-storage");
    assertThat(rooms.access().baseUrls())
        .contains(URI.create("http://chat.example.com/no-storage"));
  }

  @Test
  void a_foreign_room_may_be_listed_with_a_token_of_its_own() {
    String more = "{ path: \"/m?room={room}\", foreignToken: \"${ROOMS_ORPHAN}\" }";
    Target target = read(fullWith("{ path: \"/api/get_room_messages?room_id={room}\" }", more));
    Secrets secrets = target.service("rooms").orElseThrow().secrets();
    assertThat(secrets.expand("$FOREIGN_TOKEN")).isEqualTo("value-of-rooms-orphan");
    assertThat(secrets.shown("$FOREIGN_TOKEN")).isEqualTo("$ROOMS_ORPHAN");
  }

  @Test
  void what_is_optional_has_a_default() {
    Target target = read(SMALLEST);
    assertThat(target.name()).isEqualTo("t");
    assertThat(target.service("haptik")).isEmpty();
    assertThat(target.fileHosts()).isEmpty();
    assertThat(target.clockSkew()).isEqualTo(Target.DEFAULT_CLOCK_SKEW);
    assertThat(target.limits()).isEqualTo(new Limits(20, Duration.ofSeconds(30), false, 0, 0));
    assertThat(target.service("rooms").orElseThrow().value("readBack")).isEmpty();
    assertThat(target.service("rooms").orElseThrow().value("storageDownBaseUrl")).isEmpty();
    assertThat(target.service("rooms").orElseThrow().secrets().has("ORPHAN_TOKEN")).isFalse();
  }

  @Test
  void a_service_on_this_machine_is_not_paced_unless_asked_to() {
    String local = smallestWith("https://chat.example.com", "http://localhost:8080");
    assertThat(read(local).limits().requestsPerSecond()).isInfinite();
    assertThat(read(local + "limits: { requestsPerSecond: 3 }\n").limits().requestsPerSecond())
        .isEqualTo(3);
  }

  @Test
  void a_user_is_no_secret_even_where_it_comes_from_the_environment() {
    Target target = read(FULL);
    Recorder recorder =
        new Recorder(target.service("haptik").orElseThrow().secrets(), target.ids());
    assertThat(recorder.text("auth_id=valueOfUser")).isEqualTo("auth_id=valueOfUser");
    assertThat(recorder.comparable("auth_id=valueOfUser")).isEqualTo("auth_id=(registeredUser)");
  }

  @Test
  void no_credential_shows_when_a_target_is_printed() {
    assertThat(read(FULL).toString())
        .doesNotContain("value-of-haptik-token", "value-of-client-id", "value-of-rooms");
  }

  @Test
  void a_file_host_is_compared_in_lower_case_and_may_have_a_port() {
    String hosts = SMALLEST + "fileHosts: [CDN.example.com, cdn.example.com:8443, '[::1]:80']\n";
    assertThat(read(hosts).fileHosts())
        .containsExactlyInAnyOrder("cdn.example.com", "cdn.example.com:8443", "[::1]:80");
  }

  @Test
  void sizes_are_read_in_binary_and_in_decimal_units() {
    assertThat(maxTotalBytes("2GiB")).isEqualTo(2_147_483_648L);
    assertThat(maxTotalBytes("500 MB")).isEqualTo(500_000_000L);
    assertThat(maxTotalBytes("3kB")).isEqualTo(3_000L);
    assertThat(maxTotalBytes("3KiB")).isEqualTo(3_072L);
    assertThat(maxTotalBytes("7B")).isEqualTo(7L);
    assertThat(maxTotalBytes("2147483648")).isEqualTo(2_147_483_648L);
  }

  private static long maxTotalBytes(String size) {
    return read(fullWith("2GiB", size)).limits().maxLoadBytes();
  }

  @Test
  void a_value_may_be_put_together_from_variables_and_text() {
    Target target = read(smallestWith("memberRoom: room123", "memberRoom: a-${HAPTIK_USER}-b"));
    assertThat(target.service("rooms").orElseThrow().value("memberRoom"))
        .contains("a-valueOfUser-b");
  }

  @Test
  void a_variable_is_not_looked_for_in_the_value_of_another() {
    Target target =
        new TargetReader(Map.of("ROOMS_TOKEN", "a-token", "ROOM", "${ROOMS_TOKEN}"))
            .read("dir/t.yaml", smallestWith("memberRoom: room123", "memberRoom: ${ROOM}"));
    assertThat(target.service("rooms").orElseThrow().value("memberRoom"))
        .contains("${ROOMS_TOKEN}");
  }

  @Test
  void a_missing_variable_is_named() {
    assertThat(refusal(smallestWith("${ROOMS_TOKEN}", "${NO_SUCH_VARIABLE}")))
        .contains("line 4: services.rooms.token")
        .contains("the environment variable NO_SUCH_VARIABLE, which is not set; export it first");
    assertThat(refusal(smallestWith("room999", "${NO_SUCH_ROOM}")))
        .contains("line 6: services.rooms.foreignRoom")
        .contains("NO_SUCH_ROOM");
  }

  @ParameterizedTest
  @CsvSource({
    "'\n', a line feed",
    "'\r', a carriage return",
    "'\t', a tab",
    "'\u0007', the control character U+0007",
    "'\u0085', the control character U+0085",
    "' ', a blank",
    "'\u00a0', a no-break space",
    "'\u3000', the invisible character U+3000",
    "'\u200b', the invisible character U+200B",
    "'\ufeff', a byte order mark"
  })
  void what_slipped_into_a_variable_is_named_with_key_and_variable(String stray, String name) {
    String all =
        """
        services:
          haptik:
            baseUrl: ${URL}
            token: ${TOKEN}
            clientId: ${CLIENT}
            businessId: ${BUSINESS}
            registeredUser: ${USER}
          rooms:
            baseUrl: ${URL}
            token: ${TOKEN}
            memberRoom: ${ROOM}
            foreignRoom: room999
        """;
    Map<String, String> good =
        Map.of(
            "URL",
            "http://localhost:8080",
            "TOKEN",
            "secret-one",
            "CLIENT",
            "secret-two",
            "BUSINESS",
            "7",
            "USER",
            "secret-user",
            "ROOM",
            "secret-room");
    for (String variable : good.keySet()) {
      String value = good.get(variable);
      Map.of(value + stray, "at its end", stray + value, "at its beginning")
          .forEach(
              (strayed, where) -> {
                Map<String, String> environment = new HashMap<>(good);
                environment.put(variable, strayed);
                assertThatThrownBy(() -> new TargetReader(environment).read("t.yaml", all))
                    .isExactlyInstanceOf(UserException.class)
                    .hasMessageMatching("t.yaml, line \\d+: services\\.\\S+ takes its value .*")
                    .hasMessageContaining(
                        "the environment variable %s, which has %s %s; give it without"
                            .formatted(variable, name, where))
                    .hasMessageNotContaining("secret-");
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'is empty; give it a value'",
    "' ', 'holds nothing but blanks; give it a value'",
    "'\r\n', 'holds nothing but blanks; give it a value'",
    "'a\nb', 'has a line feed in it; give it without'"
  })
  void an_empty_and_a_blank_variable_are_not_said_to_be_missing(String value, String sentence) {
    Map<String, String> environment = Map.of("ROOMS_TOKEN", "a-token", "ROOM", value);
    for (String written : new String[] {"${ROOM}", "a-${ROOM}", "'${ROOM}-b'"}) {
      assertThatThrownBy(
              () ->
                  new TargetReader(environment)
                      .read(
                          "t.yaml", smallestWith("memberRoom: room123", "memberRoom: " + written)))
          .isExactlyInstanceOf(UserException.class)
          .hasMessage(
              "t.yaml, line 5: services.rooms.memberRoom takes its value from the environment"
                  + " variable ROOM, which "
                  + sentence);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "memberRoom: room123, memberRoom: \"room123 \", a blank at its end",
        "memberRoom: room123, memberRoom: ' ${ROOMS_TOKEN}', a blank at its beginning",
        "memberRoom: room123, memberRoom: \"room123\\r\", a carriage return at its end",
        "memberRoom: room123, memberRoom: \"room\\t123\", a tab in it",
        "memberRoom: room123, memberRoom: room123\u00a0, a no-break space at its end",
        "token: ${ROOMS_TOKEN}, token: \"${ROOMS_TOKEN}\\n\", a line feed at its end",
        "https://chat.example.com, '\ufeffhttps://chat.example.com', a byte order mark at its beginning",
        "https://chat.example.com, 'https://chat.example.com ', a blank at its end",
      })
  void what_slipped_into_the_file_itself_is_named_with_its_key(
      String line, String other, String stray) {
    assertThat(refusal(smallestWith(line, other)))
        .containsPattern("services\\.rooms\\.(memberRoom|token|baseUrl) has " + stray)
        .endsWith("; remove it");
  }

  @Test
  void a_variable_of_a_file_is_named_with_file_and_line(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve(".env"), "# for staging\nROOMS_TOKEN='secret '\n");
    TargetReader reader = new TargetReader(Variables.of(Map.of()).and(file));
    assertThatThrownBy(() -> reader.read("t.yaml", SMALLEST))
        .isExactlyInstanceOf(UserException.class)
        .hasMessage(
            "t.yaml, line 4: services.rooms.token takes its value from the environment variable"
                + " ROOMS_TOKEN of "
                + file
                + ", line 2, which has a blank at its end; give it without");
  }

  @Test
  void an_empty_variable_goes_before_a_file_and_that_is_said(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve(".env"), "ROOMS_TOKEN=secret\n");
    TargetReader reader = new TargetReader(Variables.of(Map.of("ROOMS_TOKEN", "")).and(file));
    assertThatThrownBy(() -> reader.read("t.yaml", SMALLEST))
        .hasMessageContaining(
            "variable ROOMS_TOKEN (which goes before " + file + ", line 1), which")
        .hasMessageEndingWith("is empty; give it a value");
  }

  @Test
  void a_host_may_have_an_underscore_as_those_of_docker_have() {
    Service rooms =
        read(smallestWith("https://chat.example.com", "http://Chat_Server:8080/v1"))
            .service("rooms")
            .orElseThrow();
    assertThat(Authority.of(rooms.baseUrl())).contains(new Authority("chat_server", 8080));
    assertThat(rooms.baseUrl()).hasToString("http://chat_server:8080/v1");
    assertThat(Loopback.is(rooms.baseUrl())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS://Chat.Example.COM:443/v1/, https://chat.example.com/v1",
    "http://chat.example.com:80, http://chat.example.com",
    "https://chat.example.com:80, https://chat.example.com:80",
    "http://chat.example.com:, http://chat.example.com",
    "https://chat.example.com./v1, https://chat.example.com/v1",
    "https://b\u00fccher.example/v1, https://xn--bcher-kva.example/v1",
    "https://B\u00dcCHER.example:8443, https://xn--bcher-kva.example:8443",
    "https://b\u00fccher\u3002example, https://xn--bcher-kva.example",
    "http://my_b\u00fccher.a_b:8080, http://xn--my_bcher-95a.a_b:8080",
    "http://[FE80::1]:8080, http://[fe80::1]:8080",
    "http://[fe80::1%25eth0]:8080, http://[fe80::1]:8080",
    "http://[fe80::1%br-0a1b]:8080/v1, http://[fe80::1]:8080/v1",
  })
  void a_base_url_is_sent_in_one_spelling(String written, String sent) {
    Service rooms =
        read(smallestWith("https://chat.example.com", "\"" + written + "\""))
            .service("rooms")
            .orElseThrow();
    assertThat(rooms.baseUrl()).isEqualTo(URI.create(sent));
    assertThat(rooms.access().reaches(URI.create(sent + "/files/1"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://chat.example.com.:8443, chat.example.com:8443, chat.example.com., 8443",
    "https://chat.example.com., chat.example.com:443, chat.example.com., 443",
    "http://[fe80::1%25eth0], [fe80::1]:80, [fe80::1%eth0], 80",
    "http://[fe80::1%3]:8080, [fe80::1]:8080, [fe80::1%3], 8080",
  })
  void what_no_server_is_told_is_for_the_connection(
      String written, String from, String host, int port) {
    assertThat(
            read(smallestWith("https://chat.example.com", written))
                .service("rooms")
                .orElseThrow()
                .access()
                .connection()
                .connectTo())
        .hasValueSatisfying(
            to -> {
              assertThat(to.named()).hasToString(from);
              assertThat(to.address()).isEqualTo(new Authority(host, port));
              assertThat(to.setting()).isEqualTo("services.rooms.baseUrl");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "https://fa\u00df.example, '`\u00df` in it, which none can have; write names in other scripts in ASCII'",
    "https://a b.example, '` ` in it, which none can have'",
    "https://b\u00fc cher.example, '` ` in it, which none can have'",
    "https://chat..example.com, 'must be a base URL like'",
    "https://chat.example.com.., 'must be a base URL like'",
    "https://b\u00fccher%41.example, '`%` in it, which none can have'",
    "https://chat!.example.com, '`!` in it, which none can have'",
    "http://[fe80::1%]:8080, 'must be a base URL like'",
    "http://[fe80::1::2]:8080, 'must be a base URL like'",
    "https://chat.example.com:65536, 'must be a base URL like'",
    "https://me@chat.example.com, 'must be a base URL like'",
  })
  void a_host_name_that_cannot_be_is_told(String written, String sentence) {
    assertThat(refusal(smallestWith("https://chat.example.com", "\"" + written + "\"")))
        .contains("line 3: services.rooms.baseUrl ")
        .contains(sentence);
  }

  @Test
  void a_file_host_is_compared_as_a_base_url_is() {
    String hosts =
        SMALLEST + "fileHosts: [CDN.example.com., 'b\u00fccher.example:8443', my_store, '[::1]']\n";
    assertThat(read(hosts).fileHosts())
        .containsExactlyInAnyOrder(
            "cdn.example.com", "xn--bcher-kva.example:8443", "my_store", "[::1]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${ROOMS-TOKEN}", "${}", "${ROOMS_TOKEN", "$ROOMS_TOKEN", "${1}"})
  void what_only_looks_like_a_variable_is_refused(String almost) {
    assertThat(refusal(smallestWith("room123", "\"" + almost + "\"")))
        .contains("line 5: services.rooms.memberRoom")
        .contains("write variables like ${NAME}");
  }

  @Test
  void a_token_in_the_file_is_refused_for_another_machine() {
    for (String host :
        new String[] {"chat.example.com", "127.0.0.1.example.com", "127.example.com", "10.0.0.1"}) {
      String text =
          smallestWith("${ROOMS_TOKEN}", "abc123").replace("chat.example.com", host + ":8080");
      assertThat(refusal(text))
          .as(host)
          .contains("line 4: services.rooms.token is written into the file")
          .contains("take it from the environment")
          .doesNotContain("abc123");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.1:8080/prefix", "localhost:80", "[::1]:8080"})
  void a_token_in_the_file_is_accepted_for_this_machine(String host) {
    String text =
        smallestWith("${ROOMS_TOKEN}", "abc123")
            .replace("https://chat.example.com", "http://" + host);
    assertThat(read(text).service("rooms").orElseThrow().secrets().expand("$TOKEN"))
        .isEqualTo("abc123");
  }

  @Test
  void a_token_in_the_file_is_refused_if_one_of_two_base_urls_is_elsewhere() {
    String text =
        smallestWith("${ROOMS_TOKEN}", "abc123").replace("chat.example.com", "localhost")
            + "    storageDownBaseUrl: https://chat.example.com\n";
    assertThat(refusal(text)).contains("services.rooms.token is written into the file");
  }

  static Stream<String[]> flaws() {
    return Stream.of(
        // what is wrong, the text, what the sentence says
        flaw(
            "an unknown key at the top",
            "targets: x\n" + SMALLEST,
            "line 1: unknown key `targets` in the file; known keys are clockSkewSeconds, fileHosts, limits, name, services"),
        flaw(
            "an unknown service",
            smallestWith("rooms:", "room:"),
            "line 2: services.room is no service that Assay has a contract of; name its OpenAPI file in `contract`"),
        flaw(
            "a contract that is not there",
            smallestWith("rooms:", "room:\n    contract: no-such.yaml"),
            "line 3: services.room.contract `no-such.yaml` is no file that can be read"),
        flaw(
            "a contract that is no file",
            smallestWith("rooms:", "room:\n    contract: ."),
            "line 3: services.room.contract `.` is no file that can be read"),
        flaw(
            "an unknown key of a service",
            smallestWith("token:", "tokn:"),
            "line 4: unknown key `tokn` in services.rooms; known keys are auth, baseUrl, cleanUp, connectTo, contract, destructive, foreignRoom, "),
        flaw(
            "an unknown key of load",
            fullWith("allowed:", "allow:"),
            "line 23: unknown key `allow` in limits.load"),
        flaw(
            "an unknown key of readBack",
            fullWith("{ path:", "{ url:"),
            "line 16: unknown key `url` in services.rooms.readBack"),
        flaw(
            "a duplicate key at the top",
            SMALLEST + "services: {}\n",
            "line 7: duplicate key `services` in the file, first in line 1"),
        flaw(
            "a duplicate key of a service",
            SMALLEST + "    token: x\n",
            "line 7: duplicate key `token` in services.rooms, first in line 4; remove one"),
        flaw(
            "a merge key",
            "a: &x {b: c}\nservices:\n  <<: *x\n",
            "line 3: aliases such as *x are not read; write it out"),
        flaw(
            "an alias",
            smallestWith("room999", "*room").replace("room123", "&room room123"),
            "line 6: aliases such as *room are not read"),
        flaw(
            "malformed YAML",
            smallestWith("    memberRoom: room123", "   memberRoom: room123"),
            "line 5: not valid YAML: "),
        flaw(
            "a tab for indentation",
            smallestWith("    memberRoom", "\tmemberRoom"),
            "line 5: not valid YAML: "),
        flaw("a quote that is not closed", SMALLEST + "name: \"abc", "line 7: not valid YAML: "),
        flaw(
            "a colon inside a value",
            SMALLEST + "name: a: b\n",
            "line 7: not valid YAML: mapping values are not allowed here; check indentation"),
        flaw("a key that is a list", "? [a, b]\n: c\n", "line 1: not valid YAML"),
        flaw("an unknown anchor", SMALLEST + "name: *nobody\n", "line 7: aliases such as *nobody"),
        flaw(
            "a second document",
            SMALLEST + "---\nname: other\n",
            "line 8: a second document begins here; write it into a file of its own"),
        flaw("an empty file", "", "line 1: the file is empty; write `services` into it"),
        flaw("only comments", "# nothing\n\n# here\n", "line 1: the file is empty"),
        flaw("only blanks", "  \n \n", "line 1: the file is empty"),
        flaw("nothing but null", "~\n", "line 1: the file must hold keys such as `services`"),
        flaw(
            "a list instead of keys",
            "- services\n- limits\n",
            "line 1: the file must hold keys such as `services`, not a list or a single value"),
        flaw(
            "a scalar instead of keys",
            "services\n",
            "line 1: the file must hold keys such as `services`"),
        flaw(
            "a scalar instead of services",
            "name: x\nservices: rooms\n",
            "line 2: services must have keys of its own below it"),
        flaw(
            "a scalar instead of a service",
            "services:\n  rooms: https://chat.example.com\n",
            "line 2: services.rooms must have keys of its own"),
        flaw(
            "a list instead of a service",
            "services:\n  rooms: [x]\n",
            "line 2: services.rooms must have keys of its own"),
        flaw(
            "a service without anything",
            "services:\n  haptik:\n",
            "line 2: services.haptik must have keys of its own"),
        flaw(
            "a list instead of a value",
            smallestWith("room123", "[room123]"),
            "line 5: services.rooms.memberRoom must have a single value"),
        flaw(
            "keys instead of a value",
            smallestWith("room123", "{id: room123}"),
            "line 5: services.rooms.memberRoom must have a single value"),
        flaw(
            "a scalar instead of a list",
            SMALLEST + "fileHosts: cdn.example.com\n",
            "line 7: fileHosts must have a list, like [one, two]"),
        flaw(
            "keys instead of a list",
            SMALLEST + "fileHosts: {a: b}\n",
            "line 7: fileHosts must have a list"),
        flaw(
            "a list inside a list",
            SMALLEST + "fileHosts:\n  - a\n  - [b]\n",
            "line 9: fileHosts must have a single value"),
        flaw(
            "nothing inside a list",
            SMALLEST + "fileHosts:\n  - a\n  -\n",
            ": fileHosts is empty; give it a value or remove the key"),
        flaw(
            "a file host with a scheme",
            SMALLEST + "fileHosts: ['https://cdn.example.com/']\n",
            "line 7: fileHosts must be a list of host names like assets.example.com, not `https://cdn.example.com/`"),
        flaw(
            "scalar limits", SMALLEST + "limits: 20\n", "line 7: limits must have keys of its own"),
        flaw("no services", "name: x\n", "line 1: `services` is missing in the file; add it"),
        flaw(
            "empty services",
            "name: x\nservices: {}\n",
            "line 2: services names no service; give haptik or rooms, or both"),
        flaw(
            "services without a value",
            "name: x\nservices:\n",
            "line 2: services must have keys of its own"),
        flaw(
            "no base URL",
            smallestWith("    baseUrl: https://chat.example.com\n", ""),
            "line 2: `baseUrl` is missing in services.rooms; add it"),
        flaw(
            "no token",
            smallestWith("    token: ${ROOMS_TOKEN}\n", ""),
            "line 2: `token` is missing in services.rooms; add it"),
        flaw(
            "no room",
            smallestWith("    foreignRoom: room999\n", ""),
            "line 2: `foreignRoom` is missing in services.rooms; add it"),
        flaw(
            "no business id",
            fullWith("    businessId: 343\n", ""),
            "line 3: `businessId` is missing in services.haptik; add it"),
        flaw(
            "no user",
            fullWith("    registeredUser: ${HAPTIK_USER}\n", ""),
            "line 3: `registeredUser` is missing in services.haptik"),
        flaw(
            "a foreign token that is written down",
            fullWith("{room}\" }", "{room}\", foreignToken: Sesame42 }"),
            "line 16: services.rooms.readBack.foreignToken is written into the file"),
        flaw(
            "no path to read back",
            fullWith("{ path: \"/api/get_room_messages?room_id={room}\" }", "{}"),
            "line 16: `path` is missing in services.rooms.readBack"),
        flaw(
            "an empty token",
            smallestWith("${ROOMS_TOKEN}", ""),
            "line 4: services.rooms.token is empty; give it a value"),
        flaw("an empty name", SMALLEST + "name: ''\n", "line 7: name is empty"),
        flaw(
            "a blank variable",
            smallestWith("room123", "${BLANK}"),
            "line 5: services.rooms.memberRoom takes its value from the environment variable BLANK,"
                + " which holds nothing but blanks; give it a value"),
        flaw(
            "a token with a line break",
            smallestWith("${ROOMS_TOKEN}", "${WITH_LINE_BREAK}"),
            "line 4: services.rooms.token takes its value from the environment variable WITH_LINE_BREAK,"
                + " which has a line feed at its end; give it without"),
        flaw(
            "a token with a blank in it",
            smallestWith("${ROOMS_TOKEN}", "${SECRET_TEXT}"),
            "line 4: services.rooms.token holds a blank, a line break or another character that no header can carry"),
        flaw(
            "a room with a tab in the file",
            smallestWith("room123", "\"room\\t123\""),
            "line 5: services.rooms.memberRoom has a tab in it; remove it"),
        flaw(
            "one room twice",
            smallestWith("room999", "room123"),
            "line 6: services.rooms.foreignRoom is the same as memberRoom; give a room that exists"),
        flaw(
            "one room twice, by way of the environment",
            smallestWith("room999", "${HAPTIK_USER}").replace("room123", "${HAPTIK_USER}"),
            "line 6: services.rooms.foreignRoom is the same as memberRoom"),
        flaw(
            "one user twice",
            fullWith("nobody000", "${HAPTIK_USER}"),
            "line 9: services.haptik.unregisteredUser is the same as registeredUser; give a user whom the platform does not know"),
        flaw(
            "one token twice",
            fullWith("${ROOMS_ORPHAN}", "${ROOMS_TOKEN}"),
            "line 15: services.rooms.orphanToken is the same as token; give a token whose user is gone"),
        flaw(
            "one token twice, in another group",
            fullWith("{room}\" }", "{room}\", foreignToken: \"${ROOMS_TOKEN}\" }"),
            "line 16: services.rooms.readBack.foreignToken is the same as token; give the token of a member of the foreign room"),
        flaw(
            "storage that is up",
            fullWith("http://chat.example.com/no-storage/", "https://chat.example.com/"),
            "line 17: services.rooms.storageDownBaseUrl is the same as baseUrl"),
        flaw(
            "a host in another script",
            smallestWith("chat.example.com", "größe.example.com"),
            "line 3: services.rooms.baseUrl has a host name with `ö` in it, which none can have; write names in other scripts in ASCII, as xn--"),
        flaw(
            "a host with an escape",
            smallestWith("chat.example.com", "a%20b.example.com"),
            "line 3: services.rooms.baseUrl has a host name with `%` in it"),
        flaw(
            "a host with an underscore and an odd port",
            smallestWith("chat.example.com", "chat_server:70000"),
            "line 3: services.rooms.baseUrl must be"),
        flaw(
            "a token that is no ASCII",
            smallestWith("${ROOMS_TOKEN}", "größe"),
            "line 4: services.rooms.token holds "),
        flaw(
            "ftp",
            smallestWith("https:", "ftp:"),
            "line 3: services.rooms.baseUrl must be a base URL like https://host/prefix, without user, query or fragment, not `ftp://chat.example.com`"),
        flaw(
            "a relative URL",
            smallestWith("https://chat.example.com", "/api"),
            "line 3: services.rooms.baseUrl must be a base URL"),
        flaw(
            "a URL without a scheme",
            smallestWith("https://chat.example.com", "chat.example.com"),
            "line 3: services.rooms.baseUrl must be"),
        flaw(
            "a URL without a host",
            smallestWith("https://chat.example.com", "'https://'"),
            "line 3: services.rooms.baseUrl must be"),
        flaw(
            "a URL with a query",
            smallestWith("chat.example.com", "chat.example.com/?a=b"),
            "line 3: services.rooms.baseUrl must be"),
        flaw(
            "a URL with a fragment",
            smallestWith("chat.example.com", "chat.example.com/#a"),
            "line 3: services.rooms.baseUrl must be"),
        flaw(
            "a URL with a user",
            smallestWith("https://", "https://me:you@"),
            "line 3: services.rooms.baseUrl must be"),
        flaw(
            "a URL with a blank",
            smallestWith("chat.example.com", "chat.example.com/a b"),
            "line 3: services.rooms.baseUrl must be"),
        flaw(
            "a URL with an odd port",
            smallestWith("chat.example.com", "chat.example.com:70000"),
            "line 3: services.rooms.baseUrl must be"),
        flaw(
            "a bad URL from a variable",
            smallestWith("https://chat.example.com", "${SECRET_URL}"),
            "line 3: services.rooms.baseUrl must be a base URL like https://host/prefix, without user, query or fragment, not `${SECRET_URL}`"),
        flaw(
            "a business id that is no number",
            fullWith("343", "abc"),
            "line 7: services.haptik.businessId must be a whole number, not `abc`"),
        flaw(
            "a business id that is no integer",
            fullWith("343", "3.5"),
            "line 7: services.haptik.businessId must be a whole number, not `3.5`"),
        flaw(
            "a business id beyond 64 bits",
            fullWith("343", "9223372036854775808"),
            "line 7: services.haptik.businessId must be a whole number"),
        flaw(
            "a secret business id",
            fullWith("343", "${SECRET_TEXT}"),
            "line 7: services.haptik.businessId must be a whole number, not `${SECRET_TEXT}`"),
        flaw(
            "a negative pace",
            fullWith("12.5", "-1"),
            "line 21: limits.requestsPerSecond must be a number above 0, not `-1`"),
        flaw(
            "no pace",
            fullWith("12.5", "0"),
            "line 21: limits.requestsPerSecond must be a number above 0"),
        flaw(
            "a pace that is no number",
            fullWith("12.5", "fast"),
            "line 21: limits.requestsPerSecond must be a number above 0, not `fast`"),
        flaw(
            "a pace that is not finite",
            fullWith("12.5", ".inf"),
            "line 21: limits.requestsPerSecond must be a number"),
        flaw(
            "a pace beyond measure",
            fullWith("12.5", "1e999999"),
            "line 21: limits.requestsPerSecond must be a number"),
        flaw(
            "no time to wait",
            fullWith("45", "0"),
            "line 22: limits.timeoutSeconds must be a number from 1 to 86400, not `0`"),
        flaw(
            "a time in a unit",
            fullWith("45", "30d"),
            "line 22: limits.timeoutSeconds must be a number from 1 to 86400, not `30d`"),
        flaw(
            "a negative skew",
            fullWith("clockSkewSeconds: 90", "clockSkewSeconds: -5"),
            "line 19: clockSkewSeconds must be a number from 0 to 86400, not `-5`"),
        flaw(
            "apples",
            fullWith("2GiB", "2 apples"),
            "line 23: limits.load.maxTotalBytes must be a size like 2GiB or 500MB, not `2 apples`"),
        flaw(
            "a negative size",
            fullWith("2GiB", "-2GiB"),
            "line 23: limits.load.maxTotalBytes must be a size"),
        flaw(
            "a size of nothing",
            fullWith("2GiB", "0"),
            "line 23: limits.load.maxTotalBytes must be a size"),
        flaw(
            "a size beyond 64 bits",
            fullWith("2GiB", "999999999999999GiB"),
            "line 23: limits.load.maxTotalBytes must be a size"),
        flaw(
            "half a yes",
            fullWith("allowed: true", "allowed: yes"),
            "line 23: limits.load.allowed must be true or false, not `yes`"),
        flaw(
            "read back without a room",
            fullWith("{room}", "room1"),
            "line 16: services.rooms.readBack.path must begin with / and hold {room}, not `/api/get_room_messages?room_id=room1`"),
        flaw(
            "read back without a slash",
            fullWith("\"/api", "\"api"),
            "line 16: services.rooms.readBack.path must begin with / and hold {room}"),
        flaw(
            "half a character",
            "\ud83d: x",
            "line 1: a character stands here that YAML does not allow"),
        flaw(
            "a key that is no text",
            SMALLEST + "name: !!binary '$'\n",
            "line 7: not valid YAML; write keys and values like `name: staging`"),
        flaw(
            "NUL",
            SMALLEST + "\n\u0000name: b\n",
            "line 8: a character stands here that YAML does not allow; a target file is plain text"));
  }

  private static String[] flaw(String name, String text, String says) {
    return new String[] {name, text, says};
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("flaws")
  void a_flaw_is_told_in_one_sentence_with_its_line(String name, String text, String says) {
    assertThat(refusal(text)).as(name).contains(says);
  }

  @Test
  void aliases_that_would_explode_are_refused_at_once() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%s: &a%s [*a%s, *a%s]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(refusal(bomb.toString())).contains("line 2: aliases such as *a0 are not read");
  }

  @Test
  void a_file_of_ten_megabytes_is_refused_unread(@TempDir Path folder) throws IOException {
    String huge = SMALLEST + "# filler\n".repeat(1_200_000);
    assertThat(refusal(huge)).contains("is larger than 1 MiB, so it is no target file");
    assertThat(refusalOf(folder.resolve("huge.yaml"), huge.getBytes(StandardCharsets.UTF_8)))
        .endsWith(
            "huge.yaml: is larger than 4 MiB, more than is read of a target file; give a smaller one");
  }

  @Test
  void a_file_that_nests_without_end_is_refused() {
    assertThat(refusal("[".repeat(5_000))).contains("line 1: ");
    assertThat(refusal("services: " + "{a: ".repeat(5_000))).contains("line 1: ");
  }

  @Test
  void bytes_that_are_no_text_are_refused(@TempDir Path folder) throws IOException {
    byte[] junk = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', (byte) 0xff, 0};
    assertThat(refusalOf(folder.resolve("picture.yaml"), junk))
        .endsWith("picture.yaml: is not UTF-8 text; save it as such, or give another target file");
  }

  @Test
  void a_file_that_is_not_there_is_named(@TempDir Path folder) {
    Path file = folder.resolve("none.yaml");
    assertThat(catchThrowable(() -> new TargetReader(ENVIRONMENT).read(file)))
        .isExactlyInstanceOf(UserException.class)
        .hasMessage(file + ": cannot be read; check that it exists and who may read it");
    assertThat(catchThrowable(() -> new TargetReader(ENVIRONMENT).read(folder)))
        .isExactlyInstanceOf(UserException.class)
        .hasMessageEndingWith("cannot be read; check that it exists and who may read it");
  }

  @Test
  void a_file_is_read_from_disk(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("staging-eu.yml"), SMALLEST);
    assertThat(new TargetReader(ENVIRONMENT).read(file).name()).isEqualTo("staging-eu");
  }

  private static String refusalOf(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    Throwable thrown = catchThrowable(() -> new TargetReader(ENVIRONMENT).read(file));
    assertThat(thrown).isExactlyInstanceOf(UserException.class);
    return thrown.getMessage();
  }

  /** Damages a good file in many ways: it is read or refused, and never anything else. */
  @Test
  void damage_of_any_kind_is_refused_in_the_same_manner() {
    Random random = new Random(7);
    String alphabet = "{}[]:,&*!|>'\"%@`#-?~\n\t \\$\u0000\u0085\u2028\ufeffaé\ud83d\ude00";
    for (int round = 0; round < 1_000; round++) {
      StringBuilder text = new StringBuilder(FULL);
      for (int i = 0; i <= random.nextInt(4); i++) {
        int at = random.nextInt(text.length());
        String junk = "" + alphabet.charAt(random.nextInt(alphabet.length()));
        text.replace(at, at + random.nextInt(2), junk);
      }
      Throwable thrown = catchThrowable(() -> read(text.toString()));
      if (thrown != null) {
        assertThat(thrown).as("%s", text).isExactlyInstanceOf(UserException.class);
        assertThat(thrown.getMessage())
            .doesNotContain("com.fasterxml", "org.yaml", "Exception", "value-of")
            .startsWith("dir/t.yaml, line ");
      }
    }
  }
}
