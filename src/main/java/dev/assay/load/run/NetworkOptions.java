package dev.assay.load.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Options of this JVM that concern the network: the load generator's sees the same one. Proxies of
 * HTTP are not among them: target files and the environment name those, and the pipe tells of them.
 *
 * @param given in their order
 */
record NetworkOptions(List<String> given) {

  private static final Pattern OF_NETWORK =
      Pattern.compile(
          "-D(javax\\.net|javax\\.security|java\\.security|jdk\\.net|jdk\\.tls|jdk\\.security|jdk\\.certpath"
              + "|sun\\.net|sun\\.security|com\\.sun\\.net|com\\.sun\\.security|networkaddress"
              + "|java\\.net\\.prefer)[.A-Z].*",
          Pattern.DOTALL);

  /** Those of this JVM. */
  static NetworkOptions ofThisJvm() {
    return among(ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  static NetworkOptions among(List<String> options) {
    return new NetworkOptions(
        options.stream().filter(option -> OF_NETWORK.matcher(option).matches()).toList());
  }

  /**
   * Writes them into a new file that nobody else may read, as java takes them with {@code @FILE}:
   * there are passwords among them, and a command line is seen by everybody.
   */
  void write(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    List<String> lines =
        given.stream()
            .map(option -> option.replace("\\", "\\\\").replace("\"", "\\\""))
            .map(option -> "\"" + option + "\"")
            .toList();
    Files.write(file, lines, Charset.defaultCharset());
  }
}
