package dev.assay.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches to whom processes below this one speak, over TCP and UDP, as Linux tells it: the sockets
 * that a process holds, found among all sockets by their inode. A connection counts from its first
 * packet, whether or not it is ever answered.
 */
final class Sockets implements AutoCloseable {

  private static final List<String> TABLES = List.of("tcp", "tcp6", "udp", "udp6");
  private static final String LISTENING = "0A";
  private static final long PAUSE_NANOS = 5_000_000;

  private final String command;
  private final Set<String> remotes = new TreeSet<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final Thread watcher = new Thread(this::watch, "sockets");

  private Sockets(String command) {
    this.command = command;
  }

  /** Of processes whose command line has that in it. */
  static Sockets watch(String command) {
    Sockets sockets = new Sockets(command);
    sockets.watcher.start();
    return sockets;
  }

  /** To whom they spoke, as {@code 127.0.0.1:80}. */
  Set<String> remotes() throws InterruptedException {
    close();
    return Set.copyOf(remotes);
  }

  private void watch() {
    while (!over.get()) {
      ProcessHandle.current()
          .descendants()
          .map(each -> Path.of("/proc", Long.toString(each.pid())))
          .filter(this::isWatched)
          .forEach(this::look);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private boolean isWatched(Path process) {
    try {
      return Files.readString(process.resolve("cmdline")).contains(command);
    } catch (IOException e) {
      return false; // it has ended
    }
  }

  private void look(Path process) {
    try {
      Set<String> inodes = inodes(process.resolve("fd"));
      for (String table : TABLES) {
        for (String line : Files.readAllLines(process.resolve("net").resolve(table))) {
          String[] fields = line.strip().split("\\s+");
          if (inodes.contains(fields[9]) && !fields[3].equals(LISTENING)) {
            remote(fields[2]);
          }
        }
      }
    } catch (IOException e) {
      // the process has ended, or a socket has meanwhile
    }
  }

  private static Set<String> inodes(Path descriptors) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
      for (Path each : all) {
        String what = Files.readSymbolicLink(each).toString();
        if (what.startsWith("socket:[")) {
          inodes.add(what.substring("socket:[".length(), what.length() - 1));
        }
      }
    }
    return inodes;
  }

  /** Addresses are words of four bytes in hexadecimal, each with its last byte first. */
  private void remote(String hexadecimal) {
    String[] parts = hexadecimal.split(":");
    int port = Integer.parseInt(parts[1], 16);
    String last = parts[0].substring(parts[0].length() - 8);
    if (port > 0) {
      remotes.add(
          "%d.%d.%d.%d:%d"
              .formatted(octet(last, 6), octet(last, 4), octet(last, 2), octet(last, 0), port));
    }
  }

  private static int octet(String hexadecimal, int at) {
    return Integer.parseInt(hexadecimal.substring(at, at + 2), 16);
  }

  @Override
  public void close() throws InterruptedException {
    over.set(true);
    watcher.join();
  }
}
