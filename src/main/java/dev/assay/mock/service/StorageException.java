package dev.assay.mock.service;

/** A file could not be stored; the message says why. */
public final class StorageException extends Exception {

  private static final long serialVersionUID = 1;

  StorageException(String message) {
    super(message);
  }
}
