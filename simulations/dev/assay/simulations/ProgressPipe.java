package dev.assay.simulations;

import dev.assay.exchange.target.GivenCredentials;
import dev.assay.exchange.target.GivenCredentials.Heard;
import dev.assay.load.record.Recording;
import dev.assay.load.record.Snapshot;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reports to the process that started this one how far the run is: one line a second. Where no load
 * run did, nothing is reported, and nobody waited for.
 */
final class ProgressPipe {

  private static final int CANNOT_WRITE = 3;
  private static final int EVERY_MILLIS = 1000;

  private final Recording recording;
  private final GivenCredentials credentials;
  private final Optional<BufferedReader> input;
  private final PrintStream parent;
  private final Timer ticker = new Timer("reporter", true);
  private final AtomicBoolean over = new AtomicBoolean();
  private final CountDownLatch begin = new CountDownLatch(1);

  /**
   * One that watches the process that started this one.
   *
   * @param credentials are told what its words say of them
   * @param input its words, if it speaks; when they end, that process has ended, and this one ends,
   *     its figures written
   */
  ProgressPipe(Recording recording, GivenCredentials credentials, Optional<BufferedReader> input) {
    this.recording = recording;
    this.credentials = credentials;
    this.input = input;
    OutputStream out =
        input.isPresent()
            ? new FileOutputStream(FileDescriptor.out)
            : OutputStream.nullOutputStream();
    this.parent = new PrintStream(out, true, StandardCharsets.UTF_8);
    input.ifPresent(words -> daemon(() -> waitForEnd(words), "parent-watch").start());
  }

  /** Says that everything is ready, and waits until it may begin. */
  void awaitStart() {
    if (input.isEmpty()) {
      return;
    }
    parent.println(Snapshot.READY);
    try {
      begin.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void start() {
    TimerTask report =
        new TimerTask() {
          @Override
          public void run() {
            report();
          }
        };
    ticker.scheduleAtFixedRate(report, EVERY_MILLIS, EVERY_MILLIS);
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "last-words"));
  }

  /** All users are done. */
  void finish() {
    if (over.compareAndSet(false, true)) {
      ticker.cancel();
      say(true);
    }
  }

  private void stop() {
    if (over.compareAndSet(false, true)) {
      ticker.cancel();
      say(false);
    }
  }

  private void report() {
    if (!over.get()) {
      say(false);
    }
  }

  private synchronized void say(boolean complete) {
    try {
      parent.println(recording.snapshot(complete).line());
    } catch (IOException e) {
      parent.println(e.getMessage());
      Runtime.getRuntime().halt(CANNOT_WRITE);
    }
  }

  private void waitForEnd(BufferedReader input) {
    try {
      for (Optional<Heard> heard = credentials.next(input);
          heard.isPresent();
          heard = credentials.next(input)) {
        if (heard.get().begin()) {
          begin.countDown();
        }
        heard.get().renewed().forEach(recording::renewed);
      }
    } catch (IOException e) {
      // an end too
    }
    report();
    Runtime.getRuntime().halt(CANNOT_WRITE);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
