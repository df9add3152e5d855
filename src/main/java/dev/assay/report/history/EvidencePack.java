package dev.assay.report.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.gate.Gate;
import dev.assay.gate.GatePart;
import dev.assay.report.json.JsonText;
import dev.assay.report.page.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * {@code evidence.zip}: all that a gate rests on in one file, to be attached to a change request.
 * Its {@code manifest.json} has the SHA-256 of every file in it and of what was checked against.
 *
 * @param gate the verdict
 * @param command as it was given
 * @param sources contracts, target file, profiles and objectives, which are not in the pack
 */
public record EvidencePack(Gate gate, String command, List<Source> sources) {

  /** The name of the file. */
  public static final String NAME = "evidence.zip";

  /**
   * Something that the gate was decided with.
   *
   * @param name what it is called
   * @param sha256 of all its bytes, in hexadecimal digits
   */
  public record Source(String name, String sha256) {

    /** The source with these bytes. */
    public static Source of(String name, byte[] bytes) {
      return new Source(name, hash(bytes));
    }
  }

  public byte[] of(Path folder) throws IOException {
    List<Path> files = files(folder);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed, StandardCharsets.UTF_8)) {
      ObjectNode manifest = manifest();
      ArrayNode listed = manifest.putArray("files");
      for (Path file : files) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        add(zip, listed, name, Files.readAllBytes(file));
      }
      ObjectNode statement = new TestResultStatement(gate, sources).about(listed);
      add(zip, listed, TestResultStatement.NAME, bytes(statement));
      put(zip, "manifest.json", bytes(manifest));
    }
    return packed.toByteArray();
  }

  private ObjectNode manifest() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("tool").put("name", "assay").put("version", gate.info().version());
    root.put("command", command)
        .put("target", gate.info().target())
        .put("startedAt", gate.info().startedAt().toString())
        .put("outcome", gate.word())
        .put("java", System.getProperty("java.vendor") + " " + System.getProperty("java.version"))
        .put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    ArrayNode with = root.putArray("decidedWith");
    sources.forEach(
        source -> with.addObject().put("name", source.name()).put("sha256", source.sha256()));
    return root;
  }

  /** What the parts of this gate wrote; a folder may hold what others left there. */
  private List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>(List.of(folder.resolve(Page.NAME)));
    files.add(folder.resolve("gate.json"));
    for (GatePart part : gate.parts()) {
      if (part.answer().isPresent()) {
        files.addAll(written(folder, part.name()));
      }
    }
    return files;
  }

  private static List<Path> written(Path folder, String part) throws IOException {
    return switch (part) {
      case "contract" -> {
        List<Path> files =
            new ArrayList<>(found(folder, "contract\\.(json|xml)|created\\.json|exchanges\\.txt"));
        Path requests = folder.resolve("requests");
        files.addAll(Files.isDirectory(requests) ? found(requests, ".*\\.body") : List.of());
        yield files;
      }
      case "proof" -> found(folder, "prove\\.json");
      default -> found(folder, "load\\.(json|xml|md)|load-created\\.json|.*\\.hlog");
    };
  }

  private static List<Path> found(Path folder, String names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches(names)).sorted().toList();
    }
  }

  private static void add(ZipOutputStream zip, ArrayNode listed, String name, byte[] bytes)
      throws IOException {
    put(zip, name, bytes);
    listed.addObject().put("name", name).put("bytes", bytes.length).put("sha256", hash(bytes));
  }

  private static byte[] bytes(ObjectNode json) {
    return JsonText.pretty(json).getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
