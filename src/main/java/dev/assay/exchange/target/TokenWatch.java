package dev.assay.exchange.target;

import dev.assay.UserException;
import dev.assay.exchange.secret.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;

/**
 * Has tokens renewed before they expire, on a thread of its own, for those who send without asking
 * for them each time.
 */
public final class TokenWatch implements AutoCloseable {

  private static final int EVERY_MILLIS = 500;

  private final Target target;
  private final Runnable renewed;
  private final Consumer<String> failed;
  private final Timer timer = new Timer("token-watch", true);
  private Map<String, List<Secrets.Secret>> latest;

  /**
   * One that begins to watch.
   *
   * @param target with its tokens
   * @param renewed is called when a token is another one
   * @param failed is told why one cannot be had, once
   * @throws UserException if one cannot be had from the first
   */
  public TokenWatch(Target target, Runnable renewed, Consumer<String> failed) {
    this.target = target;
    this.renewed = renewed;
    this.failed = failed;
    this.latest = CredentialPipe.secrets(target);
    if (target.secrets().stream().anyMatch(each -> each.expiresAt().isPresent())) {
      TimerTask look =
          new TimerTask() {
            @Override
            public void run() {
              look();
            }
          };
      timer.schedule(look, 0, EVERY_MILLIS);
    }
  }

  private void look() {
    try {
      Map<String, List<Secrets.Secret>> now = CredentialPipe.secrets(target);
      if (!now.equals(latest)) {
        latest = now;
        renewed.run();
      }
    } catch (UserException e) {
      timer.cancel();
      failed.accept(e.getMessage());
    }
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
