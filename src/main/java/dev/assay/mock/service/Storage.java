package dev.assay.mock.service;

import dev.assay.mock.http.Bytes;
import java.net.URI;

/** Where uploaded files go. */
@FunctionalInterface
public interface Storage {

  /** Under this prefix of their paths all services run with a storage that is down. */
  String DOWN_PATH = "/storage-down";

  /** A storage that is down. */
  Storage UNREACHABLE =
      (content, extension) -> {
        throw new StorageException("storage did not answer");
      };

  /**
   * Takes a file.
   *
   * @param extension without a dot; left out of the URL unless it is plain letters and digits
   * @return where the file can be fetched, without credentials
   */
  URI store(Bytes content, String extension) throws StorageException;
}
