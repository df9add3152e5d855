package dev.assay.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes requests as curl commands for bash. Credentials stay placeholders, which the shell fills
 * in from its environment; the first file of a form comes from a command in front of curl.
 */
final class Curl {

  private static final int LONGEST_TEXT = 4_000;

  private final Redactor redactor;
  private final Secrets secrets;
  private final Pattern placeholder;

  Curl(Secrets secrets, Redactor redactor) {
    this.secrets = secrets;
    this.redactor = redactor;
    String names =
        secrets.all().stream()
            .map(Secrets.Secret::shown)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(Collectors.joining("|"));
    this.placeholder = Secrets.placeholder(names);
  }

  /** The command that sends the requests over one connection, if the server keeps it open. */
  String inARow(List<Request> requests) {
    return requests.stream()
        .map(this::of)
        .map(Curl::withItsInputBeside)
        .collect(Collectors.joining(" --next ", "curl ", ""));
  }

  /** One command has one standard input: bash gives each file one of its own. */
  private static String withItsInputBeside(String command) {
    int curl = command.indexOf("curl -i ");
    String words = command.substring(curl + "curl ".length());
    return curl == 0
        ? words
        : words.replaceFirst(
            "@-", Matcher.quoteReplacement("@'<(" + command.substring(0, curl - 3) + ")'"));
  }

  /** The command that sends the request. */
  String of(Request request) {
    List<String> words = new ArrayList<>(List.of("curl", "-i"));
    words.addAll(request.method().equals("HEAD") ? List.of("-I") : List.of("-X", request.method()));
    words.add(
        word(request.uri() + request.query().map(query -> "?" + secrets.shown(query)).orElse("")));
    Optional<String> input = Optional.empty();
    if (request.body() instanceof Body.Multipart form) {
      request.headers().stream()
          .filter(header -> !header.isNamed("Content-Type"))
          .forEach(header -> words.addAll(List.of("-H", header(header))));
      input = form(form, words);
    } else if (request.body() instanceof Body.Text text) {
      request.headers().forEach(header -> words.addAll(List.of("-H", header(header))));
      input = text(request, text.text(), words);
    }
    if (request.framing() == Request.Framing.CHUNKED) {
      words.addAll(List.of("-H", "'Transfer-Encoding: chunked'"));
    }
    return input.map(command -> command + " | ").orElse("") + String.join(" ", words);
  }

  private String header(Header header) {
    String value = secrets.shown(header.value());
    return value.isEmpty() ? word(header.name() + ";") : word(header.name() + ": " + value);
  }

  private Optional<String> text(Request request, String text, List<String> words) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (request.header("Content-Type").isEmpty()) {
      words.addAll(List.of("-H", "'Content-Type:'"));
    }
    if (text.length() > LONGEST_TEXT) {
      words.addAll(List.of("--data-binary", "@-"));
      return Optional.of("printf %s " + word(text));
    }
    words.addAll(List.of("--data-binary", word(text)));
    return Optional.empty();
  }

  private Optional<String> form(Body.Multipart form, List<String> words) {
    Optional<String> input = Optional.empty();
    for (Part part : form.parts()) {
      if (part.fileName().isPresent()) {
        words.addAll(List.of("-F", word(file(part))));
        input = Optional.of(part.content().shell());
      } else {
        words.addAll(List.of("--form-string", word(part.name() + "=" + part.text().orElse(""))));
      }
    }
    return input;
  }

  private static String file(Part part) {
    return part.name()
        + "=@-;filename=\""
        + part.fileName().orElse("").replace("\\", "\\\\").replace("\"", "\\\"")
        + '"'
        + part.mediaType().map(type -> ";type=" + type).orElse("")
        + part.statedLength().map(l -> ";headers=\"Content-Length: " + l + '"').orElse("");
  }

  /** The text as one word in which the shell still fills in the placeholders. */
  private String word(String text) {
    String redacted = redactor.text(text);
    Matcher matcher = placeholder.matcher(redacted);
    StringBuilder word = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      if (matcher.start() > from) {
        word.append(ShellWord.quoted(redacted.substring(from, matcher.start())));
      }
      word.append('"').append(matcher.group()).append('"');
      from = matcher.end();
    }
    if (from < redacted.length() || redacted.isEmpty()) {
      word.append(ShellWord.quoted(redacted.substring(from)));
    }
    return word.toString();
  }
}
