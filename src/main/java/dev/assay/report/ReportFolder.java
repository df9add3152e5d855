package dev.assay.report;

import dev.assay.UserException;
import dev.assay.report.history.EvidencePack;
import dev.assay.report.history.History;
import dev.assay.report.history.LatestLink;
import dev.assay.report.json.AtomicFile;
import dev.assay.report.json.JsonText;
import dev.assay.report.page.Page;
import dev.assay.report.page.PageContent;
import dev.assay.report.text.ReportFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The folder into which a run's reports are written. */
public final class ReportFolder {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int LONGEST_NAME = 60;
  private static final int MOST_IN_A_SECOND = 100;

  private final Path path;

  private ReportFolder(Path path) {
    this.path = path;
  }

  /**
   * That folder, made if it is not there.
   *
   * @throws UserException if it cannot be made or nothing can be written into it
   */
  public static ReportFolder at(Path path) {
    try {
      AtomicFile.in(AtomicFile.folder(path), "contract.json").rehearse();
      return new ReportFolder(path);
    } catch (IOException e) {
      throw ReportFailure.unwritable(path, e);
    }
  }

  /**
   * A new folder for a run against that target, to which {@code latest} then points where the file
   * system has links.
   *
   * @param reports the folder of all runs
   * @throws UserException if it cannot be made
   */
  public static ReportFolder forRun(Path reports, String target, Instant startedAt) {
    String name = safe(target) + "-" + TIME.format(startedAt);
    try {
      Path path = created(AtomicFile.folder(reports), name);
      LatestLink.in(reports).pointTo(path.getFileName());
      return new ReportFolder(path);
    } catch (IOException e) {
      throw ReportFailure.unwritable(reports.resolve(name), e);
    }
  }

  /**
   * The folder that was asked for, or else a new one under {@code reports} for this run.
   *
   * @throws UserException if it cannot be made or written to
   */
  public static ReportFolder chosen(Optional<Path> given, String name) {
    return given.isPresent() ? at(given.get()) : forRun(Path.of("reports"), name, Instant.now());
  }

  /**
   * The folder of that plain name in this one.
   *
   * @throws UserException if it cannot be made or written to
   */
  public ReportFolder below(String name) {
    return at(path.resolve(name));
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /**
   * Writes all that a run leaves for programs.
   *
   * @throws UserException if one of its files cannot be written
   */
  public void write(Report report) {
    writeSoFar(report);
    report.texts().forEach((end, text) -> write(report.name() + "." + end, text.get()));
    report.folders().forEach(this::write);
  }

  /**
   * Writes what is known of a run that goes on.
   *
   * @throws UserException if it cannot be written
   */
  public void writeSoFar(Report report) {
    write(report.name() + ".json", JsonText.pretty(report.json()));
  }

  private void write(String name, Report.FileWriter files) {
    Path folder = path.resolve(name);
    try {
      files.write(folder);
    } catch (IOException e) {
      throw ReportFailure.unwritable(folder, e);
    } catch (UncheckedIOException e) {
      throw ReportFailure.unwritable(folder, e.getCause());
    }
  }

  /**
   * Packs what a gate wrote into one file.
   *
   * @throws UserException if it cannot be written
   */
  public void write(EvidencePack pack) {
    try {
      AtomicFile.in(path, EvidencePack.NAME).write(pack.of(path));
    } catch (IOException e) {
      throw ReportFailure.unwritable(path.resolve(EvidencePack.NAME), e);
    }
  }

  /**
   * Writes the page, with what changed since the previous run of the same target beside it. The
   * files for programs have to be there already.
   *
   * @throws UserException if it cannot be written
   */
  public void write(PageContent content) {
    PageContent whole = History.before(path).map(content::with).orElse(content);
    write(Page.NAME, new Page().render(whole));
  }

  /**
   * Writes one file, whole or not at all, in UTF-8.
   *
   * @param name its plain name
   * @throws UserException if it cannot be written
   */
  public void write(String name, String text) {
    try {
      AtomicFile.in(path, name).write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw ReportFailure.unwritable(path.resolve(name), e);
    }
  }

  private static Path created(Path reports, String name) throws IOException {
    for (int i = 1; i <= MOST_IN_A_SECOND; i++) {
      try {
        return Files.createDirectory(reports.resolve(i == 1 ? name : name + "-" + i));
      } catch (FileAlreadyExistsException e) {
        // another run of this second; take the next number
      }
    }
    throw new FileSystemException(name, null, "too many runs of the same second");
  }

  /** A name that is one harmless segment of a path. */
  private static String safe(String target) {
    String name = target.replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("^[.-]+", "");
    String cut = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    return cut.isEmpty() ? "target" : cut;
  }
}
