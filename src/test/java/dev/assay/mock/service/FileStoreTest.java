package dev.assay.mock.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.mock.http.Bytes;
import java.net.URI;
import org.junit.jupiter.api.Test;

class FileStoreTest {

  private final FileStore store = new FileStore(URI.create("http://h"), 100);

  private String store(int bytes) {
    String path = store.store(Bytes.of(new byte[bytes]), "pdf").getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Test
  void the_oldest_make_room() {
    String first = store(40);
    String second = store(40);
    assertThat(store.hasMadeRoom()).isFalse();
    String third = store(40);
    assertThat(store.hasMadeRoom()).isTrue();
    assertThat(store.find(first)).isEmpty();
    assertThat(store.find(second)).isPresent();
    assertThat(store.find(third)).isPresent();
  }

  @Test
  void all_of_the_array_that_a_file_keeps_alive_is_counted() {
    String first = store(40);
    store.store(Bytes.of(new byte[80]).slice(0, 1), "pdf");
    assertThat(store.find(first)).isEmpty();
  }

  @Test
  void only_a_plain_extension_becomes_part_of_the_url() {
    Bytes content = Bytes.utf8("x");
    assertThat(store.store(content, "pdf").toString()).matches("http://h/files/[0-9a-f]{32}\\.pdf");
    assertThat(store.store(content, "").toString()).matches("http://h/files/[0-9a-f]{32}");
    assertThat(store.store(content, "a/b c").toString()).matches("http://h/files/[0-9a-f]{32}");
  }
}
