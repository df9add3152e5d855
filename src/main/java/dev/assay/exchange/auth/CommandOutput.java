package dev.assay.exchange.auth;

import dev.assay.UserException;
import dev.assay.exchange.secret.RenewedCredential.Token;
import dev.assay.exchange.target.Authentication.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A token that a program prints, by itself.
 *
 * @param limit how long the program may take
 */
record CommandOutput(Command source, Duration limit) implements Supplier<Token> {

  private static final int SHOWN = 200;

  @Override
  public Token get() {
    try {
      Path errors = Files.createTempFile("assay-auth", ".txt");
      try {
        return token(errors);
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      throw problem("cannot be started: is " + source.command().get(0) + " there?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw problem("was interrupted");
    }
  }

  /** What it prints goes to a pipe, lest a token lies in a file. */
  private Token token(Path errors) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(source.command()).redirectError(errors.toFile()).start();
    try {
      process.getOutputStream().close();
      String printed = printed(process);
      if (process.exitValue() != 0) {
        throw problem("ended with %s%s".formatted(process.exitValue(), firstLine(errors)));
      }
      return new GivenToken(printed).checked(what -> problem("prints no token: " + what));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private String printed(Process process) throws IOException, InterruptedException {
    FutureTask<byte[]> reading =
        new FutureTask<>(() -> process.getInputStream().readNBytes(GivenToken.LONGEST));
    Thread reader = new Thread(reading, "assay-auth");
    reader.setDaemon(true);
    reader.start();
    try {
      byte[] printed = reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return new String(printed, StandardCharsets.UTF_8);
      }
    } catch (TimeoutException e) {
      // as below
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
    throw problem("did not end within %s s".formatted(limit.toSeconds()));
  }

  private static String firstLine(Path errors) throws IOException {
    String text = new String(Files.readAllBytes(errors), StandardCharsets.UTF_8).strip();
    String line = text.lines().findFirst().orElse("");
    return line.isEmpty() ? "" : ": " + line.substring(0, Math.min(SHOWN, line.length()));
  }

  private UserException problem(String what) {
    return new UserException(
        "%s: the command `%s` %s".formatted(source.key(), source.command().get(0), what));
  }
}
