package dev.assay.app.cleanup;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.exchange.cleanup.Creation;
import dev.assay.exchange.cleanup.CreationLog;
import dev.assay.exchange.cleanup.Fate;
import dev.assay.exchange.target.Removal;
import dev.assay.suite.run.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Tries to remove all that a run made.
 *
 * @param log what was made, and what must not be removed
 * @param removers one for each service
 * @param inTime when to stop
 */
record RemovalTrial(CreationLog log, List<ServiceRemover> removers, Cancellation inTime) {

  private static final int THREADS = 4;
  private static final int SHOWN = 80;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  /**
   * What became of something.
   *
   * @param why how that is known
   */
  record Result(Fate fate, String why) {

    static Result left(String why) {
      return new Result(Fate.LEFT, why);
    }

    /** Of what has several parts: the worst of them. */
    private static Result of(List<Result> parts) {
      return new Result(
          parts.stream().map(Result::fate).max(Fate::compareTo).orElseThrow(),
          parts.stream().map(Result::why).distinct().collect(Collectors.joining("; ")));
    }
  }

  /**
   * One removal of something.
   *
   * @param entry what says in the target file how
   * @param wasUnknown whether the service does not know what was to be removed
   */
  private record Attempt(String entry, Result result, boolean wasUnknown) {

    private static Attempt left(String entry, String why) {
      return new Attempt(entry, Result.left(why), false);
    }

    /** A path that leads nowhere is answered with 404 as well as a message that is not there. */
    private Result judged(Set<String> working) {
      return wasUnknown && !working.contains(entry)
          ? Result.left(result.why() + ": it is gone, or " + entry + " leads nowhere")
          : result;
    }
  }

  /**
   * What became of each, in the same order.
   *
   * @param step is called for each that was tried
   */
  List<Result> results(List<Creation> made, Runnable step) throws InterruptedException {
    List<List<Attempt>> attempts = attempts(made, step);
    Set<String> working =
        attempts.stream()
            .flatMap(List::stream)
            .filter(attempt -> attempt.result().fate() == Fate.REMOVED)
            .map(Attempt::entry)
            .collect(Collectors.toSet());
    return attempts.stream()
        .map(parts -> Result.of(parts.stream().map(part -> part.judged(working)).toList()))
        .toList();
  }

  private List<List<Attempt>> attempts(List<Creation> made, Runnable step)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<Attempt>>> futures = new ArrayList<>();
      for (Creation creation : made) {
        futures.add(threads.submit(() -> tried(creation, step)));
      }
      List<List<Attempt>> attempts = new ArrayList<>();
      for (Future<List<Attempt>> future : futures) {
        attempts.add(future.get());
      }
      return attempts;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client must not throw", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Attempt> tried(Creation creation, Runnable step) {
    ServiceRemover remover =
        removers.stream()
            .filter(each -> each.service().equals(creation.service()))
            .findFirst()
            .orElseThrow();
    String entries = "services." + creation.service() + ".cleanUp";
    List<Removal> removals = remover.removals(creation);
    List<Attempt> attempts =
        removals.stream()
            .map(removal -> tried(creation, removal, remover, entries + "." + removal.name()))
            .toList();
    step.run();
    if (attempts.isEmpty()) {
      boolean isGiven = !remover.removals().isEmpty();
      return List.of(
          Attempt.left(
              entries,
              isGiven
                  ? "its answer has no id that " + entries + " goes by"
                  : "there is no " + entries));
    }
    return attempts;
  }

  private Attempt tried(Creation creation, Removal removal, ServiceRemover remover, String entry) {
    Optional<String> objection = log.objection(creation, removal);
    if (objection.isPresent()) {
      return Attempt.left(entry, objection.get());
    }
    Optional<Request> request = remover.request(removal, creation);
    if (request.isEmpty()) {
      return Attempt.left(entry, "what it is called cannot be put into the path of " + entry);
    }
    Exchange exchange = remover.client().send(request.get());
    return exchange
        .response()
        .map(answer -> answered(entry, answer))
        .orElseGet(() -> Attempt.left(entry, unanswered(exchange.failure().orElseThrow())));
  }

  private static Attempt answered(String entry, Response answer) {
    String status = "status " + answer.status();
    if (answer.isSuccess()) {
      return new Attempt(entry, new Result(Fate.REMOVED, status), false);
    }
    if (answer.status() == NOT_FOUND || answer.status() == GONE) {
      return new Attempt(entry, new Result(Fate.GONE, status), answer.status() == NOT_FOUND);
    }
    return Attempt.left(entry, "refused with " + status + ", " + inBrief(answer.text().strip()));
  }

  /** Once its client is closed, a request fails in one way or another. */
  private String unanswered(Failure failure) {
    return inTime.why().map(why -> "not removed: " + why).orElse(failure.detail());
  }

  private static String inBrief(String text) {
    if (text.isEmpty()) {
      return "without a body";
    }
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
