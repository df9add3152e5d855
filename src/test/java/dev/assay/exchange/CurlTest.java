package dev.assay.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Request.Framing;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the commands as bash does: with a curl that only tells its arguments and its input. */
class CurlTest {

  private static final URI URL = URI.create("http://127.0.0.1:9/p/x/");
  private static final Secrets SECRETS =
      new Secrets(
          List.of(
              new Secrets.Secret("TOKEN", "MY_TOKEN", "Sesame-42 'x'"),
              new Secrets.Secret("ORPHAN_TOKEN", "MY_TOKEN_2", "Orphan-77-z"),
              new Secrets.Secret("", "MY_USER", "user-4711-a")));
  private static final Map<String, String> ENVIRONMENT =
      Map.of("MY_TOKEN", "Sesame-42 'x'", "MY_TOKEN_2", "Orphan-77-z", "MY_USER", "user-4711-a");

  private static final String FAKE =
      "curl() { printf '%s\\0' \"$@\"; case \" $* \" in *@-*) printf 'input:'; cat;; esac; }; ";

  /** What bash hands to curl, word by word, and what it pipes into it. */
  private static List<String> words(Request request) throws IOException {
    return words(new Curl(SECRETS, new Redactor(SECRETS)).of(request));
  }

  private static List<String> words(String command) throws IOException {
    String out = bash(FAKE + command, "C.UTF-8");
    List<String> words = new ArrayList<>(List.of(out.split("\0", -1)));
    if (words.get(words.size() - 1).isEmpty()) {
      words.remove(words.size() - 1);
    }
    return words;
  }

  private static String bash(String script, String locale) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", script);
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().put("LC_ALL", locale);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Request post(Body body) {
    return Request.post(URL, body);
  }

  private static Request upload(Part... parts) {
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
  void bash_reads_a_quoted_word_as_the_same_text(String text) throws IOException {
    for (String locale : List.of("C", "C.UTF-8")) {
      assertThat(bash("printf %s " + ShellWord.quoted(text), locale)).as(locale).isEqualTo(text);
    }
  }

  @Test
  void a_quoted_word_shows_nothing_that_a_terminal_would_obey() {
    assertThat(ShellWord.quoted("\u001b[31m \u009b31m \u202e\n\u007f")).matches("[\\x20-\\x7e]+");
  }

  @Test
  void requests_in_a_row_become_one_command() throws IOException {
    Request wrong = post(new Body.Text("b")).with("Authorization", "${TOKEN%?}");
    Request right = post(new Body.Text("a")).with("Authorization", "$TOKEN");
    Curl curl = new Curl(SECRETS, new Redactor(SECRETS));
    assertThat(words(curl.inARow(List.of(right, wrong))))
        .containsSubsequence(
            "-i",
            "Authorization: Sesame-42 'x'",
            "a",
            "--next",
            "-i",
            "Authorization: Sesame-42 'x",
            "b");
  }

  @Test
  void a_json_request_becomes_one_command() throws IOException {
    Request request =
        post(new Body.Text("{\"message_body\": \"it's\n\\\"me\\\"\"}"))
            .with("Authorization", "Bearer $TOKEN")
            .with("Content-Type", "application/json");
    assertThat(words(request))
        .containsExactly(
            "-i",
            "-X",
            "POST",
            "http://127.0.0.1:9/p/x/",
            "-H",
            "Authorization: Bearer Sesame-42 'x'",
            "-H",
            "Content-Type: application/json",
            "--data-binary",
            "{\"message_body\": \"it's\n\\\"me\\\"\"}");
  }

  @Test
  void no_credential_is_written_out() {
    Request request =
        post(new Body.Text("{\"user\": \"user-4711-a\"}"))
            .with("Authorization", "Bearer $TOKEN")
            .and("X-Copied", "Sesame-42 'x'");
    assertThat(new Curl(SECRETS, new Redactor(SECRETS)).of(request))
        .doesNotContain("Sesame", "user-4711-a")
        .contains("\"$MY_TOKEN\"", "\"$MY_USER\"");
  }

  @Test
  void the_shell_fills_credentials_in_wherever_they_stood() throws IOException {
    assertThat(words(post(new Body.Text("{\"user\": \"user-4711-a\"}"))))
        .contains("{\"user\": \"user-4711-a\"}");
    assertThat(words(post(Body.NONE).withUri(URI.create(URL + "user-4711-a/x"))))
        .contains(URL + "user-4711-a/x");
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

  @Test
  void a_variable_whose_name_begins_like_another_is_not_mistaken_for_it() throws IOException {
    assertThat(words(post(Body.NONE).with("Authorization", "$ORPHAN_TOKEN")))
        .contains("Authorization: Orphan-77-z");
  }

  @Test
  void a_dollar_that_names_no_credential_stays_one() throws IOException {
    assertThat(words(post(new Body.Text("$HOME costs 5$ and $(id)"))))
        .contains("$HOME costs 5$ and $(id)");
  }

  @Test
  void a_form_becomes_one_argument_for_each_part() throws IOException {
    Request request =
        upload(
            Part.field("room_id", "room 1; type=x"),
            Part.file("file", "a.pdf", "application/pdf", Content.of("it's\nhere")));
    assertThat(words(request))
        .containsExactly(
            "-i",
            "-X",
            "POST",
            "http://127.0.0.1:9/p/x/",
            "--form-string",
            "room_id=room 1; type=x",
            "-F",
            "file=@-;filename=\"a.pdf\";type=application/pdf",
            "input:it's\nhere");
  }

  /** In a quoted file name, curl takes a backslash as the beginning of an escape. */
  @Test
  void quotes_and_backslashes_in_a_file_name_are_escaped_for_curl() throws IOException {
    assertThat(words(upload(Part.file("file", "C:\\d\\a\"b'.pdf", "x/y", Content.of("")))))
        .contains("file=@-;filename=\"C:\\\\d\\\\a\\\"b'.pdf\";type=x/y");
  }

  @Test
  void a_part_with_a_length_of_its_own_says_so() throws IOException {
    assertThat(words(upload(Part.file("file", "a", "x/y", Content.of("abc")).stating(9))))
        .contains("file=@-;filename=\"a\";type=x/y;headers=\"Content-Length: 9\"", "input:abc");
  }

  @Test
  void an_empty_header_is_written_so_that_curl_sends_it() throws IOException {
    assertThat(words(post(Body.NONE).with("Authorization", ""))).contains("Authorization;");
  }

  @Test
  void curl_is_kept_from_adding_a_content_type_of_its_own() throws IOException {
    assertThat(words(post(new Body.Text("{}")))).containsSequence("-H", "Content-Type:");
  }

  @Test
  void a_long_text_comes_through_a_pipe() throws IOException {
    String text = "it's long\n".repeat(2_000);
    assertThat(words(post(new Body.Text(text))))
        .containsSubsequence("--data-binary", "@-")
        .last()
        .isEqualTo("input:" + text);
  }

  @Test
  void head_asks_for_no_body_and_chunks_are_asked_for() throws IOException {
    assertThat(words(post(Body.NONE).withMethod("HEAD"))).contains("-I").doesNotContain("-X");
    assertThat(words(post(new Body.Text("x")).framed(Framing.CHUNKED)))
        .containsSequence("-H", "Transfer-Encoding: chunked");
  }
}
