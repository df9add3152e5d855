package dev.assay.exchange.record;

import dev.assay.exchange.Body;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.Request.Framing;
import dev.assay.exchange.secret.Redactor;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.shell.Printf;
import dev.assay.exchange.shell.ShellQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes requests as curl commands for a POSIX shell that send the same, byte for byte. Credentials
 * stay placeholders, which the shell fills in from its environment. A body that is no short text is
 * printed by commands in front of curl or, where these would be long, read from a file.
 */
final class Curl {

  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_PRINTED = 3_000;
  private static final int LARGEST_FILE = 256 << 10;

  /** From here on some versions of curl wait for 100 Continue unless an option forbids it. */
  private static final int LARGE = 1_000;

  private static final Pattern RANGES = Pattern.compile("[\\[\\]{}]");
  private static final Pattern DOTS = Pattern.compile("/\\.\\.?(/|$)");

  private final Secrets secrets;
  private final Redactor redactor;

  Curl(Secrets secrets, Redactor redactor) {
    this.secrets = secrets;
    this.redactor = redactor;
  }

  /** The command that sends the request. */
  CurlCommand of(Request request) {
    Said body = said(request.body());
    String input = body.input().map(commands -> "{ " + commands + "; } | ").orElse("");
    return new CurlCommand(input + "curl " + options(request, body), body.files());
  }

  /** The command that sends the requests over one connection, if the server keeps it open. */
  CurlCommand inARow(List<Request> requests) {
    List<CurlCommand.File> files = new ArrayList<>();
    List<String> options = new ArrayList<>();
    for (Request request : requests) {
      Said body = said(request.body()).withoutInput();
      options.add(options(request, body));
      files.addAll(body.files());
    }
    return new CurlCommand("curl " + String.join(" --next ", options), files);
  }

  private String options(Request request, Said body) {
    List<String> words = new ArrayList<>(List.of("-i"));
    boolean isHead = request.method().equals("HEAD") && request.body().size() == 0;
    words.addAll(isHead ? List.of("-I") : List.of("-X", request.method()));
    words.add(url(request));
    words.addAll(ofUrl(request));
    request.headers().forEach(header -> words.addAll(List.of("-H", header(header))));
    words.addAll(ofEveryRequest(request));
    words.addAll(request.tellsLength() ? body.words() : List.of());
    return String.join(" ", words);
  }

  private String url(Request request) {
    String query = request.query().map(text -> "?" + text).orElse("");
    return redactor.shellWord(request.uri().toString()) + secrets.shell(query, redactor::shellWord);
  }

  private static List<String> ofUrl(Request request) {
    List<String> options = new ArrayList<>();
    if (RANGES.matcher(request.uriWithQuery()).find()) {
      options.add("-g");
    }
    if (DOTS.matcher(request.uri().getRawPath()).find()) {
      options.add("--path-as-is");
    }
    if ("https".equalsIgnoreCase(request.uri().getScheme())) {
      options.add("--http1.1");
    }
    return options;
  }

  private String header(Header header) {
    String line = header.value().isEmpty() ? ";" : ": " + header.value();
    return secrets.shell(header.name() + line, redactor::shellWord);
  }

  /** What curl would say otherwise than Assay. */
  private static List<String> ofEveryRequest(Request request) {
    List<String> options = new ArrayList<>(List.of("-A", Request.USER_AGENT));
    options.addAll(List.of("--compressed", "-H", "'Accept-Encoding: gzip,deflate'"));
    boolean hasBody = request.body().size() > 0;
    if (request.framing() == Framing.CHUNKED && hasBody) {
      options.addAll(List.of("-H", "'Transfer-Encoding: chunked'"));
    }
    if (request.framing() == Framing.EXPECT_CONTINUE && hasBody) {
      options.addAll(List.of("-H", "'Expect: 100-continue'"));
    } else if (request.body().size() > LARGE) {
      options.addAll(List.of("-H", "'Expect:'"));
    }
    boolean typed = request.header("Content-Type").isPresent();
    return typed || !request.tellsLength() ? options : and(options, "-H", "'Content-Type:'");
  }

  private static List<String> and(List<String> words, String... more) {
    words.addAll(List.of(more));
    return words;
  }

  /**
   * How a command says a body.
   *
   * @param body what it is, without credentials
   * @param words the options of curl
   * @param input commands in front of curl that print it
   * @param files what curl reads
   */
  private record Said(
      Body body, List<String> words, Optional<String> input, List<CurlCommand.File> files) {

    static Said printed(Body body, String commands) {
      return new Said(body, List.of("--data-binary", "@-"), Optional.of(commands), List.of());
    }

    static Said file(Body body) {
      String name = "requests/" + body.fingerprint() + ".body";
      return new Said(
          body,
          List.of("--data-binary", "@" + name),
          Optional.empty(),
          List.of(new CurlCommand.File(name, body)));
    }

    /** A command has only one. */
    Said withoutInput() {
      return input.isPresent() ? file(body) : this;
    }
  }

  private Said said(Body body) {
    boolean isShort =
        body instanceof Body.Text text
            && text.text().length() <= LONGEST_TEXT
            && ShellQuoting.isVisible(text.text());
    return isShort ? inWords((Body.Text) body) : atLength(body.map(redactor::credentials));
  }

  private Said inWords(Body.Text body) {
    String option = body.text().startsWith("@") ? "--data-raw" : "--data-binary";
    List<String> words = List.of(option, redactor.shellWord(body.text()));
    return new Said(body, words, Optional.empty(), List.of());
  }

  private static Said atLength(Body body) {
    String commands = Printf.of(body.pieces());
    return commands.length() <= LONGEST_PRINTED || body.size() > LARGEST_FILE
        ? Said.printed(body, commands)
        : Said.file(body);
  }
}
