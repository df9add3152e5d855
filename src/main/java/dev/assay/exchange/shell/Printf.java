package dev.assay.exchange.shell;

import dev.assay.exchange.Repeated;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes bytes as commands of a POSIX shell that print them, the same in every locale. */
public final class Printf {

  /** Prints its second argument as often as the first says. */
  private static final String REPEAT =
      "r() { i=0; while [ $i -lt $1 ]; do printf \"$2\"; i=$((i+1)); done; }; ";

  private Printf() {}

  /** Commands that print all of that, one after the other. */
  public static String of(List<Repeated> pieces) {
    List<String> commands = new ArrayList<>();
    ByteArrayOutputStream once = new ByteArrayOutputStream();
    for (Repeated piece : pieces) {
      if (piece.times() == 1) {
        once.writeBytes(piece.bytes());
      } else {
        print(once, commands);
        commands.add("r %s %s".formatted(piece.times(), format(piece.bytes())));
      }
    }
    print(once, commands);
    boolean repeats = pieces.stream().anyMatch(piece -> piece.times() > 1);
    return (repeats ? REPEAT : "") + String.join("; ", commands);
  }

  /** A command that prints that text. */
  public static String of(String text) {
    return of(List.of(new Repeated(text.getBytes(StandardCharsets.UTF_8), 1)));
  }

  private static void print(ByteArrayOutputStream bytes, List<String> commands) {
    if (bytes.size() > 0) {
      commands.add("printf " + format(bytes.toByteArray()));
      bytes.reset();
    }
  }

  /** A format that takes no arguments; one that began with a dash would be an option. */
  private static String format(byte[] bytes) {
    StringBuilder format = new StringBuilder("'");
    for (int i = 0; i < bytes.length; i++) {
      boolean dash = bytes[i] == '-' && i == 0;
      format.append(dash ? "\\055" : character(bytes[i]));
    }
    return format.append('\'').toString();
  }

  private static String octal(int b) {
    return "\\" + (b >> 6) + ((b >> 3) & 7) + (b & 7);
  }

  private static String character(byte b) {
    return switch (b) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\\' -> "\\\\";
      case '%' -> "%%";
      case '\'' -> "'\\''";
      default -> b >= ' ' && b < 0x7F ? "" + (char) b : octal(b & 0xFF);
    };
  }
}
