package dev.assay.mock;

import dev.assay.UserException;

/** Says why the stand-in could not open its port, and what to do. */
final class PortTaken {

  private PortTaken() {}

  static UserException at(String host, int port, Throwable cause) {
    return new UserException(sentence(host, port, root(cause)), cause);
  }

  private static String sentence(String host, int port, Throwable root) {
    String reason = String.valueOf(root.getMessage());
    if (reason.contains("in use")) {
      return "port %s on %s is in use: end what listens there, or take another port, such as 0 for a free one"
          .formatted(port, host);
    }
    if (reason.contains("ermission denied")) {
      return "port %s on %s is not open to this user: take one from 1024 upwards"
          .formatted(port, host);
    }
    return "%s is no address of this machine on which port %s can be opened (%s)"
        .formatted(host, port, reason);
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
