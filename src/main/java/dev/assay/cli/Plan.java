package dev.assay.cli;

import dev.assay.exchange.connection.HostName;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.request.LinkChoice;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.ServiceSuite;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * What a run would send.
 *
 * @param suites the chosen suites
 * @param target to which it would be sent
 */
record Plan(List<ServiceSuite> suites, Target target) {

  void print(PrintWriter out) {
    long requests = 0;
    long messages = 0;
    long bytes = 0;
    target.way().forEach(out::println);
    for (ServiceSuite service : suites) {
      for (OperationSuite suite : service.operations()) {
        out.printf("%s  %s%n", suite.operation().id(), where(suite) + linked(service, suite));
        for (ConformanceCase c : suite.cases()) {
          int sent = c.interaction().planned().size();
          out.printf(Locale.ROOT, "  %3d × %s  (%s)%n", sent, c.id(), c.description());
          requests += sent;
          messages += c.promisesSuccess() ? sent : 0;
          bytes += c.interaction().bytes();
        }
      }
    }
    out.printf(
        Locale.ROOT,
        "%,d requests, %,d bytes of bodies; at least %,d messages would be created. Nothing was sent.%n",
        requests,
        bytes,
        messages);
    out.println(
        "Files are fetched back besides, what was stored is listed, and plain requests are repeated, where the answers ask for it.");
    cleanUp(out);
    out.flush();
  }

  private static String where(OperationSuite suite) {
    return suite
        .leftOut()
        .map(reason -> "not asked: " + reason)
        .orElseGet(
            () -> {
              URI url = suite.precondition().interaction().planned().get(0).uri();
              return url + HostName.inItsScript(url).map(name -> "  (" + name + ")").orElse("");
            });
  }

  /** What only a run finds out: the URL has something else in its place. */
  private String linked(ServiceSuite service, OperationSuite suite) {
    LinkChoice choice =
        new LinkChoice(target.service(service.service()).orElseThrow(), suite.operation());
    return choice.all().stream()
        .filter(source -> suite.leftOut().isEmpty() && choice.objection(source).isEmpty())
        .findFirst()
        .map(source -> "  (" + choice.says(source) + ")")
        .orElse("");
  }

  /** A mock ends with the run, and all that was made in it. */
  private void cleanUp(PrintWriter out) {
    if (target.cleanUp().isEmpty() && !target.name().equals(EmbeddedTarget.NAME)) {
      out.println("Nothing of it would be removed: the target file has no cleanUp.");
    }
    new TreeMap<>(target.cleanUp())
        .forEach(
            (service, removals) ->
                removals.forEach(
                    removal ->
                        out.printf(
                            "At the end, what it made in %s would be removed: %s %s%n",
                            service, removal.method(), removal.path())));
  }
}
