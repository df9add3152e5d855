package dev.assay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What people have who unpacked a release: a folder that they may not write to, a Java without the
 * tools of a JDK, and another folder to work in.
 *
 * @param home the unpacked folder
 * @param java the Java
 * @param work where they work
 */
public record UnpackedRelease(Path home, Path java, Path work) {

  private static final List<String> BESIDES =
      List.of("LICENSE", "README.md", "CHANGELOG.md", "docs", "src/release", "src/recipes");

  /** Fewer than any JRE has that can be installed. */
  private static final String MODULES =
      "java.se,jdk.crypto.ec,jdk.management,jdk.naming.dns,jdk.unsupported,jdk.zipfs";

  private static final String NOBODY = "65534";

  /** Builds it from a copy of these sources, with what this build has downloaded. */
  public static UnpackedRelease in(Path folder) throws IOException, InterruptedException {
    // For others than its owner, too.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Checkout sources = Checkout.in(folder.resolve("sources"));
    for (String more : BESIDES) {
      sources.add(more);
    }
    sources.shareDownloads();
    run(sources, "sh mvnw -q -B -Prelease -Dmaven.test.skip -Dmaven.javadoc.skip package");
    run(sources, "cd .. && unzip -q sources/target/assay-*.zip && mv assay-* release");
    Path java = folder.resolve("jre");
    Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
    run(sources, "'%s' --add-modules %s --output '%s'".formatted(jlink, MODULES, java));
    run(sources, "chmod -R a-w ../release && mkdir -m 777 ../work");
    return new UnpackedRelease(folder.resolve("release"), java, folder.resolve("work"));
  }

  private static void run(Checkout sources, String command)
      throws IOException, InterruptedException {
    LoggedProcess.Ended ended = sources.run(List.of("sh", "-c", command));
    if (ended.exitCode() != 0) {
      throw new AssertionError(command + ": " + ended.said());
    }
  }

  /** Runs its launcher where they work, as another user if this one may become that. */
  public LoggedProcess.Ended assay(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
    }
    command.add(home.resolve("assay").toString());
    command.addAll(List.of(arguments));
    Map<String, String> environment =
        Map.of("JAVA_HOME", java.toString(), "PATH", "/usr/bin:/bin", "HOME", "/nowhere");
    try (LoggedProcess process = LoggedProcess.start(work, environment, command)) {
      return process.end();
    }
  }

  /** The same with another Java. */
  public UnpackedRelease on(Path otherJava) {
    return new UnpackedRelease(home, otherJava, work);
  }

  /** What is in the unpacked folder, by path. */
  public List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile)
          .map(file -> home.relativize(file).toString())
          .toList();
    }
  }
}
