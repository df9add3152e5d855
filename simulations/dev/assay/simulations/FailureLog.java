package dev.assay.simulations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import dev.assay.load.record.Flaw;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * Why requests got no answer. Gatling says that in its log only, and it logs a failure before its
 * virtual user goes on. Nothing of that log is written anywhere.
 */
final class FailureLog extends AppenderBase<ILoggingEvent> {

  private static final String SPEAKER = "io.gatling.http.engine.GatlingHttpListener";
  private static final Pattern MESSAGE =
      Pattern.compile("Request '.*' failed for user (\\d+)", Pattern.DOTALL);

  private final Map<Long, Throwable> reasons = new ConcurrentHashMap<>();

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
    Matcher message = MESSAGE.matcher(event.getFormattedMessage());
    if (message.matches() && event.getThrowableProxy() instanceof ThrowableProxy proxy) {
      reasons.put(Long.valueOf(message.group(1)), proxy.getThrowable());
    }
  }

  /** Why that user's request failed, without data of its own so that it can be counted. */
  Flaw flaw(long user) {
    return Optional.ofNullable(reasons.remove(user))
        .map(NoAnswerReason::flaw)
        .orElseGet(() -> Flaw.noAnswer(Flaw.NO_ANSWER));
  }
}
