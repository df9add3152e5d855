package dev.assay.report.history;

import dev.assay.UserException;
import dev.assay.report.page.Page;
import dev.assay.report.page.PageContent;
import dev.assay.report.text.ReportFailure;
import dev.assay.report.text.Sanitizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runs whose folders stand beside each other.
 *
 * @param runs the oldest first
 * @param unreadable folders of runs that cannot be read, with the reason, in sentences
 */
public record History(List<PastRun> runs, List<String> unreadable) {

  private static final int LONGEST = 200;

  /** Keeps copies. */
  public History {
    runs = List.copyOf(runs);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * The runs in that folder.
   *
   * @throws UserException if it cannot be read
   */
  public static History in(Path reports) {
    List<PastRun> runs = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    try (Stream<Path> folders = Files.list(reports)) {
      for (Path folder : folders.filter(History::isFolder).sorted().toList()) {
        read(folder, runs, unreadable);
      }
    } catch (IOException e) {
      throw ReportFailure.unreadable(reports, e);
    }
    runs.sort(Comparator.comparing(PastRun::startedAt));
    return new History(runs, unreadable);
  }

  /** The link to the latest run would show that run twice. */
  private static boolean isFolder(Path path) {
    return Files.isDirectory(path) && !Files.isSymbolicLink(path);
  }

  private static void read(Path folder, List<PastRun> runs, List<String> unreadable) {
    try {
      PastRun.in(folder).ifPresent(runs::add);
    } catch (IOException e) {
      unreadable.add(
          "%s is left out, because it cannot be read: %s"
              .formatted(
                  Sanitizer.line(folder.toString()), Sanitizer.line(e.getMessage(), LONGEST)));
    }
  }

  /** The run before that one of the same command and target. */
  public Optional<PastRun> before(PastRun run) {
    return runs.stream()
        .filter(other -> other.isLike(run) && other.startedAt().isBefore(run.startedAt()))
        .reduce((first, second) -> second);
  }

  /** What changed in that run since the one before it; empty if there is none before it. */
  public Optional<List<String>> changes(PastRun run) {
    return before(run).map(earlier -> new RunDiff(earlier, run).inSentences());
  }

  /** What a page says of the run before the one in that folder. */
  public static Optional<PageContent.Earlier> before(Path folder) {
    try {
      Path place = folder.toRealPath();
      Optional<PastRun> current = PastRun.in(place);
      if (current.isEmpty() || place.getParent() == null) {
        return Optional.empty();
      }
      return in(place.getParent())
          .before(current.get())
          .map(earlier -> earlier(earlier, current.get()));
    } catch (IOException | UserException e) {
      return Optional.empty(); // nothing can be said of the past, which is no reason not to report
    }
  }

  private static PageContent.Earlier earlier(PastRun earlier, PastRun current) {
    String name = earlier.folder().getFileName().toString();
    boolean linked =
        name.matches("[A-Za-z0-9._-]+") && Files.exists(earlier.folder().resolve(Page.NAME));
    return new PageContent.Earlier(
        linked ? Optional.of("../" + name + "/" + Page.NAME) : Optional.empty(),
        earlier.startedAt(),
        new RunDiff(earlier, current).inSentences());
  }
}
