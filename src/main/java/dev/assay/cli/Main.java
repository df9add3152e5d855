package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.report.text.Sanitizer;
import dev.assay.suite.run.Cancellation;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(
    name = "assay",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description =
        "Checks that a service keeps its documented HTTP contract, and how it holds under load.",
    footer = {
      "",
      "Exit codes: 0 judged and good, 1 judged and found wanting, 2 could not be judged.",
      "",
      "Example: assay gate --target staging --report reports/staging"
    },
    subcommands = {
      InitCommand.class,
      DoctorCommand.class,
      GateCommand.class,
      ContractCommand.class,
      CutoverCommand.class,
      LoadCommand.class,
      MergeCommand.class,
      ProveCommand.class,
      HistoryCommand.class,
      MockCommand.class,
      ClausesCommand.class
    })
public final class Main {

  private static final int COULD_NOT_JUDGE = 2;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Shows the stack trace behind an error message.")
  private boolean debug;

  private final ShutdownHandler interruption;

  private Main() {
    this(new ShutdownHandler(Duration.ZERO, code -> {}, System.err));
  }

  private Main(ShutdownHandler interruption) {
    this.interruption = interruption;
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    // What libraries write must not depend on the locale either.
    Locale.setDefault(Locale.ROOT);
    Launcher launcher = Launcher.ofThisProcess();
    PrintStream err = utf8(System.err);
    ShutdownHandler interruption = ShutdownHandler.ofThisProcess(launcher, err);
    int exitCode = run(new Main(interruption), args, utf8(System.out), err);
    interruption.commandIsOver();
    System.exit(launcher.processCode(exitCode));
  }

  /** Runs one command; what it would say to a terminal goes to the two streams. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    return run(new Main(), args, out, err);
  }

  /** Exit code 1 is a verdict: not even a failing JVM may end a command with it. */
  private static int run(Main main, String[] args, PrintStream out, PrintStream err) {
    try {
      return commandLine(main, out, err).execute(args);
    } catch (Throwable failure) {
      return couldNotJudge(main, failure, err);
    }
  }

  /** The whole command line, ready to parse or to execute. */
  static CommandLine commandLine(PrintStream out, PrintStream err) {
    return commandLine(new Main(), out, err);
  }

  /** Lets Ctrl-C cancel it, too. */
  Cancellation interruptible(Cancellation cancellation) {
    interruption.cancels(cancellation);
    return cancellation;
  }

  private static CommandLine commandLine(Main main, PrintStream out, PrintStream err) {
    CommandLine commandLine =
        new CommandLine(main)
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(true);
    commandLine.setExecutionExceptionHandler(
        (exception, command, result) -> couldNotJudge(main, exception, err));
    return commandLine;
  }

  private static int couldNotJudge(Main main, Throwable failure, PrintStream err) {
    err.println("assay: " + Sanitizer.line(sentence(failure)));
    if (main.debug) {
      failure.printStackTrace(err);
    }
    return COULD_NOT_JUDGE;
  }

  private static String sentence(Throwable exception) {
    if (exception instanceof UserException) {
      return exception.getMessage();
    }
    if (exception instanceof OutOfMemoryError) {
      return "Java ran out of memory (%s); give it more, as with ASSAY_JAVA_OPTS=-Xmx2g"
          .formatted(exception.getMessage());
    }
    return exception instanceof IOException
        ? "this machine could not do it: %s; see that there is room, memory and permission"
            .formatted(exception.getMessage())
        : "something went wrong that should not have (%s: %s); run it again with --debug and report what it shows"
            .formatted(exception.getClass().getSimpleName(), exception.getMessage());
  }

  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
