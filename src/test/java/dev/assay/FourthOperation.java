package dev.assay;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files that add an operation as CONTRIBUTING tells: new ones whole, others as diffs. */
final class FourthOperation {

  private static final Path FILES = Path.of("src/test/fourth-operation");
  private static final String DIFF = ".diff";

  private FourthOperation() {}

  /** Where each belongs, new or changed. */
  static Set<String> paths() throws IOException {
    Set<String> paths = new TreeSet<>();
    for (Path file : files()) {
      paths.add(FILES.relativize(file).toString().replaceFirst("\\.diff$", ""));
    }
    return paths;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(FILES)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Adds the operation to that copy. */
  static void layOver(Checkout checkout) throws IOException {
    for (Path file : files()) {
      String path = FILES.relativize(file).toString();
      if (path.endsWith(DIFF)) {
        String changed = path.substring(0, path.length() - DIFF.length());
        change(checkout.folder().resolve(changed), Files.readAllLines(file));
      } else {
        Files.copy(file, checkout.folder().resolve(path));
      }
    }
  }

  /** By the lines that a hunk shows, wherever they are by now. */
  private static void change(Path file, List<String> diff) throws IOException {
    String text = Files.readString(file);
    for (AbstractDelta<String> hunk : UnifiedDiffUtils.parseUnifiedDiff(diff).getDeltas()) {
      String before = lines(hunk.getSource().getLines());
      int at = text.indexOf(before);
      if (at < 0 || text.indexOf(before, at + 1) >= 0) {
        throw new AssertionError(
            "these lines are not there once in %s; renew its diff in %s:%n%s"
                .formatted(file, FILES, before));
      }
      text =
          text.substring(0, at)
              + lines(hunk.getTarget().getLines())
              + text.substring(at + before.length());
    }
    Files.writeString(file, text);
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
