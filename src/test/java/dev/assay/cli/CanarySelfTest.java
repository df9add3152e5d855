package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Launch;
import dev.assay.exchange.EchoServer;
import dev.assay.exchange.RawServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Credentials that nobody else has, given to a server that sends them back in every form and place:
 * none of it is in anything that a run leaves behind or shows in the process table.
 */
@Tag("slow")
class CanarySelfTest {

  private static final Map<String, String> CANARIES =
      new TreeMap<>(
          Map.of(
              "CANARY_TOKEN", "cAn4ry/Tok+en\"9f8e7d6c5b4a=Z~x1y2w3v4u5",
              "CANARY_CLIENT", "c1ient-8Kq2mX7pL4vN9sR3tB6w",
              "CANARY_ROOMS", "r00ms.eyJhbGciOiJIUzI1NiJ9.Q7w8E9r0T1y2U3i4",
              "CANARY_ORPHAN", "0rphan-Zz9Yy8Xx7Ww6Vv5Uu4Tt3"));

  @TempDir private Path folder;

  private Path target(URI uri) throws IOException {
    return Files.writeString(
        folder.resolve("t.yaml"),
        """
        name: canary
        services:
          haptik:
            baseUrl: %1$s
            token: ${CANARY_TOKEN}
            clientId: ${CANARY_CLIENT}
            businessId: 343
            registeredUser: somebody
          rooms:
            baseUrl: %1$s
            token: ${CANARY_ROOMS}
            orphanToken: ${CANARY_ORPHAN}
            memberRoom: lounge
            foreignRoom: attic
            readBack: { path: "/api/get_room_messages?room_id={room}" }
        limits: { timeoutSeconds: 5 }
        """
            .formatted(uri));
  }

  @Test
  void no_credential_is_left_anywhere_by_a_contract_run() throws Exception {
    try (RawServer server = EchoServer.start(CANARIES.values())) {
      String target = target(server.uri()).toString();
      Seen seen = run("contract", "--target", target, "--deadline", "120s");
      assertThat(seen.leaks()).isEmpty();
      assertThat(server.heads()).hasSizeGreaterThan(300);
      assertThat(seen.files()).isGreaterThan(1_000);
    }
  }

  /** Of observations too, which are compared as they came. */
  @Test
  void no_credential_is_left_in_a_proposed_baseline() throws Exception {
    try (RawServer server = EchoServer.start(CANARIES.values())) {
      String target = target(server.uri()).toString();
      String baseline = folder.resolve("baseline.yaml").toString();
      Seen seen =
          run(
              "contract",
              "--target",
              target,
              "--select",
              "log-message",
              "--write-baseline",
              baseline);
      assertThat(seen.leaks()).isEmpty();
      assertThat(Path.of(baseline)).content().contains("observations:", "(credential)");
    }
  }

  /** Each side may send back what the other was given. */
  @Test
  void no_credential_is_left_anywhere_by_a_cutover() throws Exception {
    try (RawServer old = EchoServer.start(CANARIES.values());
        RawServer next = EchoServer.start(CANARIES.values())) {
      Path from = target(old.uri());
      Path to =
          Files.writeString(
              folder.resolve("next.yaml"),
              Files.readString(from)
                  .replace(old.uri().toString(), next.uri().toString())
                  .replace("${CANARY_TOKEN}", "${CANARY_ORPHAN}"));
      Seen seen =
          run(
              "cutover",
              "--from",
              from.toString(),
              "--to",
              to.toString(),
              "--select",
              "log-message");
      assertThat(seen.leaks()).isEmpty();
      assertThat(next.heads()).hasSizeGreaterThan(100);
    }
  }

  @Test
  void no_credential_is_left_anywhere_by_a_load_run() throws Exception {
    try (RawServer server = EchoServer.start(CANARIES.values())) {
      String target = target(server.uri()).toString();
      Seen seen = run("load", "mixed", "--target", target, "--duration", "2s", "--rate", "20");
      assertThat(seen.leaks()).isEmpty();
      assertThat(server.heads()).hasSizeGreaterThan(40);
      assertThat(seen.files()).isGreaterThan(5);
    }
  }

  /** Of the user's file itself nothing is copied, and its variables go into no environment. */
  @Test
  void no_credential_of_a_file_of_variables_is_left_anywhere(@TempDir Path elsewhere)
      throws Exception {
    List<String> lines =
        CANARIES.entrySet().stream()
            .map(canary -> "%s='%s'".formatted(canary.getKey(), canary.getValue()))
            .toList();
    String file = Files.write(elsewhere.resolve(".env"), lines).toString();
    try (RawServer server = EchoServer.start(CANARIES.values())) {
      String target = target(server.uri()).toString();
      String[] contract = {"contract", "--target", target, "--select", "log-message"};
      String[] load = {"load", "mixed", "--target", target, "--duration", "2s", "--rate", "20"};
      for (String[] command : List.of(contract, load)) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--env-file", file));
        server.heads().clear();
        assertThat(run(Map.of(), arguments).leaks()).isEmpty();
        assertThat(server.heads()).hasSizeGreaterThan(40).anyMatch(CanarySelfTest::hasToken);
      }
    }
    Files.write(
        elsewhere.resolve(".env"), List.of("CANARY_CLIENT=x", CANARIES.get("CANARY_TOKEN")));
    List<String> broken = List.of("contract", "--target", "embedded", "--env-file", file);
    assertThat(run(Map.of(), broken).leaks()).isEmpty();
  }

  private static boolean hasToken(String head) {
    return head.contains(CANARIES.get("CANARY_TOKEN"));
  }

  /**
   * What was searched.
   *
   * @param leaks where something of a credential was found
   * @param files how many files there were
   */
  private record Seen(List<String> leaks, int files) {}

  private Seen run(String... arguments) throws Exception {
    return run(CANARIES, List.of(arguments));
  }

  private Seen run(Map<String, String> environment, List<String> arguments) throws Exception {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--report", folder.resolve("report").toString()));
    TreeSet<String> leaks = new TreeSet<>();
    try (AssayProcess assay =
        Launch.in(folder).with(environment).start(all.toArray(String[]::new))) {
      while (assay.handle().isAlive()) {
        Stream.concat(Stream.of(assay.handle()), assay.handle().descendants())
            .forEach(process -> leaks.addAll(inProcessTable(process.pid())));
        assay.handle().onExit().completeOnTimeout(null, 100, TimeUnit.MILLISECONDS).join();
      }
      assertThat(assay.exitCode()).as(assay.out() + assay.err()).isNotZero();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> plain = files.filter(Files::isRegularFile).toList();
      for (Path file : plain) {
        leaks.addAll(in(file.toString(), Files.readAllBytes(file)));
      }
      return new Seen(List.copyOf(leaks), plain.size());
    }
  }

  /** The variables that the user set himself are his own affair. */
  private static List<String> inProcessTable(long pid) {
    List<String> leaks = new ArrayList<>(in("command line", read(pid, "cmdline")));
    String environment = new String(read(pid, "environ"), StandardCharsets.ISO_8859_1);
    for (String variable : environment.split("\u0000", -1)) {
      int name = Math.max(0, variable.indexOf('='));
      if (!CANARIES.containsKey(variable.substring(0, name))) {
        leaks.addAll(in("environment", variable.getBytes(StandardCharsets.ISO_8859_1)));
      }
    }
    return leaks;
  }

  private static byte[] read(long pid, String file) {
    try {
      return Files.readAllBytes(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException e) {
      return new byte[0]; // it has ended meanwhile, or this system has no such files
    }
  }

  private static List<String> in(String where, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<String> leaks = new ArrayList<>();
    CANARIES.forEach(
        (name, canary) ->
            EchoServer.formsOf(canary)
                .forEach(
                    (form, written) -> {
                      int at = text.indexOf(written);
                      if (at >= 0) {
                        leaks.add(
                            "%s, %s, in %s: %s".formatted(name, form, where, around(text, at)));
                      }
                    }));
    return leaks;
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60));
  }
}
