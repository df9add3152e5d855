package dev.assay.exchange.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Body;
import dev.assay.exchange.BodySource;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Repeats;
import dev.assay.exchange.Request;
import dev.assay.exchange.Request.Framing;
import dev.assay.exchange.secret.Redactor;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.shell.Printf;
import dev.assay.exchange.shell.ShellQuoting;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the commands as shells do: with a curl that only tells its arguments and its input. */
class CurlTest {

  private static final URI URL = URI.create("http://127.0.0.1:9/p/x/");
  private static final Secrets SECRETS =
      new Secrets(
          List.of(
              new Secrets.Secret("TOKEN", "MY_TOKEN", "Sesame-42 'x'"),
              new Secrets.Secret("ORPHAN_TOKEN", "MY_TOKEN_2", "Orphan-77-z")));
  private static final Map<String, String> ENVIRONMENT =
      Map.of("MY_TOKEN", "Sesame-42 'x'", "MY_TOKEN_2", "Orphan-77-z");

  private static final String FAKE =
      "curl() { printf '%s\\0' \"$@\"; case \" $* \" in *@-*) printf 'input:'; cat;; esac; }; ";

  private static final List<String> OF_ALL =
      List.of("-A", "assay", "--compressed", "-H", "Accept-Encoding: gzip,deflate");

  private static String command(Request request) {
    return new Curl(SECRETS, new Redactor(SECRETS)).of(request).line();
  }

  /** What a shell hands to curl, word by word, and what it pipes into it. */
  private static List<String> words(Request request) throws IOException {
    return words(command(request));
  }

  private static List<String> words(String command) throws IOException {
    String out = shell("sh", FAKE + command, "C.UTF-8");
    List<String> words = new ArrayList<>(List.of(out.split("\0", -1)));
    if (words.get(words.size() - 1).isEmpty()) {
      words.remove(words.size() - 1);
    }
    return words;
  }

  private static String shell(String shell, String script, String locale) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(shell, "-c", script);
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().put("LC_ALL", locale);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Request post(Body body) {
    return Request.post(URL, body);
  }

  private static Request upload(FormPart... parts) {
    return post(new Body.Multipart("edge", List.of(parts)))
        .with("Content-Type", "multipart/form-data; boundary=edge");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "two words",
        "it's",
        "''",
        "\"double\"",
        "back\\slash",
        "\\n is no line break",
        "$HOME `id` $(id) !x",
        "a\nb",
        "\n",
        "ends in a line break\n",
        "it's\na\\b\t\r\n'",
        "\u0001\u0002\u001b[31mred\u007f",
        "\u0001a\u0007f9",
        "größe 文件 😀",
        "\u0001größe 文件 😀",
        "next\u0085line \u009b31m",
        "zero\u200bwidth \u202eback\u202c \ufeffmark \u200d9",
        "-n",
        "~/x*?[a]{b,c} #no;&|<>()"
      })
  void a_shell_reads_a_quoted_word_as_the_same_text(String text) throws IOException {
    for (String locale : List.of("C", "C.UTF-8")) {
      for (String shell : List.of("sh", "bash")) {
        assertThat(shell(shell, "printf %s " + ShellQuoting.quoted(text + "."), locale))
            .as(shell + " " + locale)
            .isEqualTo(text + ".");
        assertThat(shell(shell, Printf.of(text + "."), locale))
            .as(shell + " " + locale)
            .isEqualTo(text + ".");
      }
    }
  }

  @Test
  void what_comes_many_times_is_said_in_short() throws IOException {
    String text = "<" + "ab".repeat(70_001) + "'" + "%".repeat(200) + "\u0000\\>-";
    String printed = Printf.of(Repeats.in(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(printed).hasSizeLessThan(500);
    assertThat(shell("sh", printed, "C")).isEqualTo(text);
  }

  @Test
  void a_quoted_word_shows_nothing_that_a_terminal_would_obey() {
    assertThat(ShellQuoting.quoted("\u001b[31m \u009b31m \u202e\n\u007f"))
        .matches("[\\x20-\\x7e]+");
  }

  private static void assertWords(Request request, String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("-i", "-X", request.method(), URL.toString()));
    all.addAll(List.of(words));
    assertThat(words(request)).isEqualTo(all);
  }

  private static String[] around(List<String> before, String... after) {
    List<String> all = new ArrayList<>(before);
    all.addAll(OF_ALL);
    all.addAll(List.of(after));
    return all.toArray(String[]::new);
  }

  @Test
  void a_json_request_becomes_one_command() throws IOException {
    String body = "{\"message_body\": \"it's \\\"me\\\"\"}";
    Request request =
        post(new Body.Text(body))
            .with("Authorization", "Bearer $TOKEN")
            .with("Content-Type", "application/json");
    assertWords(
        request,
        around(
            List.of(
                "-H",
                "Authorization: Bearer Sesame-42 'x'",
                "-H",
                "Content-Type: application/json"),
            "--data-binary",
            body));
  }

  @Test
  void no_credential_is_written_out() {
    Request request =
        post(new Body.Text("{\"user\": \"Orphan-77-z\"}"))
            .with("Authorization", "Bearer $TOKEN")
            .and("X-Copied", "Sesame-42 'x'");
    assertThat(command(request))
        .doesNotContain("Sesame", "Orphan-77-z")
        .contains("\"$MY_TOKEN\"", "\"$MY_TOKEN_2\"");
  }

  @Test
  void the_shell_fills_credentials_in_wherever_they_stood() throws IOException {
    assertThat(words(post(new Body.Text("{\"user\": \"Orphan-77-z\"}"))))
        .contains("{\"user\": \"Orphan-77-z\"}");
    assertThat(words(post(Body.NONE).withUri(URI.create(URL + "Orphan-77-z/x"))))
        .contains(URL + "Orphan-77-z/x");
  }

  @Test
  void a_damaged_credential_is_damaged_by_the_shell() throws IOException {
    assertThat(words(post(Body.NONE).with("Authorization", "Bearer ${TOKEN%?}")))
        .contains("Authorization: Bearer Sesame-42 'x");
    assertThat(words(post(Body.NONE).with("Authorization", "y${TOKEN#?}")))
        .contains("Authorization: yesame-42 'x'");
    assertThat(words(post(Body.NONE).with("Authorization", "${TOKEN~~}x")))
        .contains("Authorization: sESAME-42 'X'x");
    assertThat(words(post(Body.NONE).with("Authorization", "${TOKEN:0:${#TOKEN}/2}y")))
        .contains("Authorization: Sesamey");
    assertThat(words(post(Body.NONE).with("Authorization", "y${TOKEN:${#TOKEN}/2+1}")))
        .contains("Authorization: y42 'x'");
  }

  @Test
  void a_credential_in_the_query_is_filled_in_too() throws IOException {
    assertThat(words(Request.get(URL).withQuery("token=$TOKEN&a=b")))
        .contains("http://127.0.0.1:9/p/x/?token=Sesame-42 'x'&a=b");
  }

  /** A service may answer with a URL that looks like one: no shell fills it in. */
  @Test
  void a_dollar_that_assay_did_not_write_stays_one() throws IOException {
    assertThat(words(post(new Body.Text("$HOME costs 5$ and $(id) $MY_TOKEN ${MY_TOKEN}"))))
        .contains("$HOME costs 5$ and $(id) $MY_TOKEN ${MY_TOKEN}");
    assertThat(words(Request.get(URI.create("http://127.0.0.1:9/$MY_TOKEN/$TOKEN"))))
        .contains("http://127.0.0.1:9/$MY_TOKEN/$TOKEN");
  }

  @Test
  void a_form_is_printed_into_the_command_byte_for_byte() throws IOException {
    Request request =
        upload(
            FormPart.field("room_id", "room 1; type=x"),
            FormPart.file("file", "C:\\a\"b'.pdf", "a/b", BodySource.of("it's\nhere 100%"))
                .stating(9));
    String sent;
    try (InputStream body = request.body().open()) {
      sent = new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertWords(
        request,
        around(
            List.of("-H", "Content-Type: multipart/form-data; boundary=edge"),
            "--data-binary",
            "@-",
            "input:" + sent));
  }

  @Test
  void a_body_that_is_too_long_to_be_said_is_a_file() throws IOException {
    byte[] noise = new byte[5_000];
    new Random(1).nextBytes(noise);
    Request request = upload(FormPart.file("file", "a", "x/y", BodySource.of(noise)));
    CurlCommand command = new Curl(SECRETS, new Redactor(SECRETS)).of(request);
    CurlCommand.File file = command.files().get(0);
    assertThat(command.line()).endsWith("--data-binary @" + file.name());
    assertThat(file.name()).matches("requests/[0-9a-f]{16}\\.body");
    assertThat(file.content().fingerprint()).isEqualTo(request.body().fingerprint());
  }

  @Test
  void requests_in_a_row_become_one_command() throws IOException {
    Request right = post(new Body.Text("a")).with("Authorization", "$TOKEN");
    Request wrong = post(new Body.Text("\n")).with("Authorization", "${TOKEN%?}");
    CurlCommand row = new Curl(SECRETS, new Redactor(SECRETS)).inARow(List.of(right, wrong));
    assertThat(words(row.line()))
        .containsSubsequence(
            "Authorization: Sesame-42 'x'",
            "a",
            "--next",
            "-i",
            "Authorization: Sesame-42 'x",
            "@" + row.files().get(0).name());
  }

  @Test
  void an_empty_header_is_written_so_that_curl_sends_it() throws IOException {
    assertThat(words(post(Body.NONE).with("Authorization", ""))).contains("Authorization;");
  }

  @Test
  void curl_is_kept_from_adding_headers_of_its_own() throws IOException {
    assertThat(words(post(new Body.Text("{}")))).containsSequence("-H", "Content-Type:");
    assertThat(words(post(new Body.Text("x".repeat(1_500))))).containsSequence("-H", "Expect:");
  }

  @Test
  void an_empty_body_of_a_post_has_a_length() throws IOException {
    assertThat(words(post(Body.NONE))).containsSequence("--data-binary", "");
    assertThat(words(Request.get(URL))).doesNotContain("--data-binary");
  }

  @Test
  void what_begins_with_an_at_sign_is_no_file() throws IOException {
    assertThat(words(post(new Body.Text("@/etc/passwd"))))
        .containsSequence("--data-raw", "@/etc/passwd");
  }

  @Test
  void head_asks_for_no_body_and_chunks_are_asked_for() throws IOException {
    assertThat(words(post(Body.NONE).withMethod("HEAD"))).contains("-I").doesNotContain("-X");
    assertThat(words(post(new Body.Text("x")).framed(Framing.CHUNKED)))
        .containsSequence("-H", "Transfer-Encoding: chunked");
  }

  @Test
  void a_url_is_asked_for_as_it_is_written() throws IOException {
    assertThat(words(Request.get(URI.create("https://h/a/../b?x=%5B1%5D"))))
        .contains("--path-as-is", "--http1.1", "https://h/a/../b?x=%5B1%5D");
    assertThat(words(Request.get(URL).withQuery("a[]={1}"))).contains("-g", URL + "?a[]={1}");
  }

  @Test
  void the_signature_of_a_url_is_masked() {
    assertThat(command(Request.get(URI.create("http://h/f?X-Amz-Signature=abc&x=1"))))
        .contains("'http://h/f?X-Amz-Signature=(masked)&x=1'");
  }
}
