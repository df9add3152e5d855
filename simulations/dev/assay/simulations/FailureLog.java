package dev.assay.simulations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.assay.load.LoadRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/**
 * Why requests got no answer. Gatling tells that in its log only, and it logs a failure before its
 * virtual user goes on. Nothing of that log is written anywhere.
 */
final class FailureLog extends AppenderBase<ILoggingEvent> {

  private static final String SPEAKER = "io.gatling.http.engine.response";
  private static final String MESSAGE = "Request '{}' failed for user {}: {}";

  private final Map<Long, String> reasons = new ConcurrentHashMap<>();

  private FailureLog() {}

  /** One that listens; where Gatling logs by another library, there is nothing to hear. */
  static FailureLog attached() {
    FailureLog log = new FailureLog();
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      log.setContext(context);
      log.start();
      Logger logger = context.getLogger(SPEAKER);
      logger.setLevel(Level.DEBUG);
      logger.setAdditive(false);
      logger.addAppender(log);
    }
    return log;
  }

  @Override
  protected void append(ILoggingEvent event) {
    Object[] values = event.getArgumentArray();
    if (MESSAGE.equals(event.getMessage())
        && values.length == 3
        && values[1] instanceof Long user) {
      reasons.put(user, String.valueOf(values[2]));
    }
  }

  /** Why that user's request failed, without data of its own so that it can be counted. */
  String reason(long user) {
    return Optional.ofNullable(reasons.remove(user))
        .map(FailureLog::told)
        .orElse(LoadRequest.NO_ANSWER);
  }

  private static String told(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean ours = lower.contains("cannot assign") || lower.contains("too many open files");
    return ours ? LoadRequest.EXHAUSTED : LoadRequest.NO_ANSWER + ": " + kind(text);
  }

  private static String kind(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("refused")) {
      return "connection refused";
    }
    if (lower.contains("reset") || lower.contains("broken pipe")) {
      return "connection reset";
    }
    if (lower.contains("premature close") || lower.contains("closed")) {
      return "connection closed before an answer";
    }
    if (lower.contains("timeout") || lower.contains("timed out")) {
      return "timed out";
    }
    if (lower.contains("unknownhost") || lower.contains("resolve")) {
      return "the host name is not known";
    }
    if (lower.contains("ssl") || lower.contains("certificat") || lower.contains("tls")) {
      return "the TLS connection failed";
    }
    return text.length() <= 80 ? text : text.substring(0, 80);
  }
}
