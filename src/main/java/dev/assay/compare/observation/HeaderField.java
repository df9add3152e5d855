package dev.assay.compare.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A header field of an answer, written so that two values that mean the same are the same text: the
 * order of a list and of parameters, the lines that a list takes, quotes without need, and case
 * where it has no meaning are no difference (RFC 9110, sections 5.3 and 5.6).
 *
 * @param name in lower case
 */
record HeaderField(String name) {

  /** They tell about the way, the moment or the software, and not about what was asked. */
  private static final Pattern OF_THE_WAY =
      Pattern.compile(
          "age|alt-svc|cache-status|(.*-)?connection|content-encoding|content-length|date"
              + "|keep-alive|proxy-status|server|trailer|transfer-encoding|vary|via|x-powered-by"
              + "|x-(served-by|cache.*|varnish.*|host|hostname|pod.*|node.*|instance.*|backend.*)"
              + "|cf-cache-status|.*(timing|latency|-timer|runtime|(process|response|service)-time)");

  /** Another for each request, whoever answers. */
  private static final Pattern ID =
      Pattern.compile(
          ".*(request-?id|correlation-?id|transaction-?id|trace|span-?id|cf-ray|amz-cf-id|amz-id"
              + "|amzn?-.*-id|vercel-id).*");

  private static final Pattern COUNT =
      Pattern.compile("ratelimit|.*rate-?limit.*(remaining|reset|used)");

  private static final Pattern LIST =
      Pattern.compile(
          "accept(-.*)?|access-control-.*|allow|cache-control|content-language|link|pragma"
              + "|permissions-policy|preference-applied|timing-allow-origin|.*-authenticate");

  /** Their members are names, directives or media types. */
  private static final Pattern IN_ANY_CASE =
      Pattern.compile(
          "accept-(ranges|encoding|language|charset|patch|post)|access-control-allow-headers"
              + "|access-control-expose-headers|cache-control|content-(type|language)|pragma"
              + "|strict-transport-security|x-(content-type|frame)-options");

  private static final Set<String> DIRECTIVES =
      Set.of(
          "content-security-policy",
          "content-security-policy-report-only",
          "feature-policy",
          "strict-transport-security");

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern PARAMETER =
      Pattern.compile("(" + TOKEN + ")(?:\\s*=\\s*(.*))?", Pattern.DOTALL);
  private static final Pattern QUOTED_TOKEN = Pattern.compile("\"(" + TOKEN + ")\"");
  private static final Pattern CHALLENGE = Pattern.compile("(" + TOKEN + ") +(.+)");
  private static final Pattern MEMBER =
      Pattern.compile(TOKEN + "(/" + TOKEN + ")?(\\s*=\\s*(" + TOKEN + "|\".*\"))?(\\s*;.*)?");

  static HeaderField named(String name) {
    return new HeaderField(name.toLowerCase(Locale.ROOT));
  }

  /** Whether it can be a difference at all. */
  boolean isCompared() {
    return !OF_THE_WAY.matcher(name).matches();
  }

  /** A cookie has a line of its own; all other lines of a name are one list. */
  boolean isListOfLines() {
    return !name.equals("set-cookie");
  }

  /** What is known to be another each time; empty if that value is to be compared. */
  private String varying() {
    if (name.equals("etag")) {
      return "(entity tag)";
    }
    if (ID.matcher(name).matches()) {
      return "(id)";
    }
    return COUNT.matcher(name).matches() ? "(count)" : "";
  }

  boolean varies() {
    return !varying().isEmpty();
  }

  /** The one text for all values that mean the same as that. */
  String canonical(String value) {
    if (varies()) {
      return varying();
    }
    if (name.equals("set-cookie")) {
      return cookie(value);
    }
    String text = IN_ANY_CASE.matcher(name).matches() ? value.toLowerCase(Locale.ROOT) : value;
    if (DIRECTIVES.contains(name)) {
      return sorted("; ", pieces(text, ';').stream().map(HeaderField::words));
    }
    List<String> members = pieces(text, ',');
    return isList(members)
        ? sorted(", ", members.stream().flatMap(this::challenge).map(HeaderField::member))
        : member(text.strip());
  }

  private boolean isList(List<String> members) {
    return LIST.matcher(name).matches()
        || members.stream().allMatch(each -> MEMBER.matcher(each).matches());
  }

  /** A scheme and its first parameter are parted by a blank (RFC 9110, section 11.6.1). */
  private Stream<String> challenge(String member) {
    Matcher challenge = CHALLENGE.matcher(member);
    return name.endsWith("-authenticate") && challenge.matches()
        ? Stream.of(challenge.group(1), challenge.group(2))
        : Stream.of(member);
  }

  private static String sorted(String separator, Stream<String> some) {
    return some.distinct().sorted().collect(Collectors.joining(separator));
  }

  private static String words(String directive) {
    String[] words = directive.split("\\s+", 2);
    return words.length < 2
        ? parameter(directive)
        : words[0] + " " + sorted(" ", Stream.of(words[1].split("\\s+")));
  }

  /** With its parameters in order, if it has any. */
  private static String member(String text) {
    List<String> pieces = pieces(text, ';');
    if (pieces.isEmpty()) {
      return "";
    }
    List<String> rest = pieces.subList(1, pieces.size());
    if (!rest.stream().allMatch(each -> PARAMETER.matcher(each).matches())) {
      return text;
    }
    Stream<String> parameters = rest.stream().map(HeaderField::parameter).distinct().sorted();
    return Stream.concat(Stream.of(unquoted(pieces.get(0))), parameters)
        .collect(Collectors.joining("; "));
  }

  private static String unquoted(String member) {
    Matcher pair = PARAMETER.matcher(member);
    return pair.matches() && pair.group(2) != null
        ? pair.group(1) + "=" + bare(pair.group(2))
        : member;
  }

  private static String parameter(String text) {
    Matcher pair = PARAMETER.matcher(text);
    if (!pair.matches()) {
      return text;
    }
    String name = pair.group(1).toLowerCase(Locale.ROOT);
    return pair.group(2) == null ? name : name + "=" + bare(pair.group(2));
  }

  private static String bare(String value) {
    Matcher quoted = QUOTED_TOKEN.matcher(value);
    return quoted.matches() ? quoted.group(1) : value;
  }

  /** Its name and attributes: the value and the end are another each time. */
  private static String cookie(String line) {
    List<String> pieces = pieces(line, ';');
    if (pieces.isEmpty()) {
      return line;
    }
    String first = pieces.get(0);
    int equals = first.indexOf('=');
    String name = equals < 0 ? first : first.substring(0, equals).strip() + "=*";
    UnaryOperator<String> attribute =
        text -> text.startsWith("expires=") ? "expires=(date)" : inAnyCase(text);
    return Stream.concat(
            Stream.of(name),
            pieces.stream().skip(1).map(HeaderField::parameter).map(attribute).distinct().sorted())
        .collect(Collectors.joining("; "));
  }

  private static String inAnyCase(String attribute) {
    return attribute.startsWith("path=") ? attribute : attribute.toLowerCase(Locale.ROOT);
  }

  /** What stands between separators outside of quotes and angle brackets; nothing empty. */
  private static List<String> pieces(String text, char separator) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    char closing = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (closing == 0 && c == separator) {
        pieces.add(piece.toString().strip());
        piece.setLength(0);
        continue;
      }
      piece.append(c);
      if (closing == '"' && c == '\\' && i + 1 < text.length()) {
        piece.append(text.charAt(++i));
      } else if (closing != 0) {
        closing = c == closing ? 0 : closing;
      } else if (c == '"' || c == '<') {
        closing = c == '<' ? '>' : '"';
      }
    }
    pieces.add(piece.toString().strip());
    pieces.removeIf(String::isEmpty);
    return pieces;
  }
}
