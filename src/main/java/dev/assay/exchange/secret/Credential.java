package dev.assay.exchange.secret;

import dev.assay.exchange.secret.Secrets.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A credential, which may have one value after another. Safe for use by several threads. */
public interface Credential {

  /** The placeholder in requests. */
  String name();

  /** The name in records: that of the environment variable it came from, if any. */
  String shown();

  /**
   * What it is now.
   *
   * @throws dev.assay.UserException if it cannot be had
   */
  Secret now();

  /** All that it ever was: none of it may be recorded. */
  List<Secret> ever();

  /** When it is of no use any more, if that is known. */
  default Optional<Instant> expiresAt() {
    return Optional.empty();
  }

  /**
   * Fetches it anew, if it can be.
   *
   * @return whether it is another one now
   * @throws dev.assay.UserException if it cannot be had
   */
  default boolean renew() {
    return false;
  }
}
