package dev.assay.proof.defect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.service.Storage;
import dev.assay.mock.service.StorageException;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Files that are not stored as they came, or whose address leads nowhere. */
record FileUrlDefects(MemberList list) {

  private static final String CONTENT = "/content";
  private static final String DISTINCT = "/distinct";

  static void addTo(DefectList all, Promises promises) {
    for (MemberList list : promises.members(all, "x-serves")) {
      FileUrlDefects defects = new FileUrlDefects(list);
      defects.cut();
      defects.recoded();
      defects.mixedUp();
      defects.addresses();
      defects.missing();
    }
  }

  private void cut() {
    stored("cut-at-64-kib", "cut at 64 KiB", bytes -> upTo(bytes, 1 << 16));
    stored("cut-at-1-mib", "cut at 1 MiB", bytes -> upTo(bytes, 1 << 20));
    stored("cut-at-8-mib", "cut at 8 MiB", bytes -> upTo(bytes, 8 << 20));
    stored("last-byte-lost", "without its last byte", bytes -> upTo(bytes, bytes.length - 1));
    latin1("first-byte-lost", "without its first byte", text -> text.replaceFirst("(?s)^.", ""));
    latin1("byte-added", "with a line feed added", text -> text + "\n");
    stored("emptied", "empty", bytes -> new byte[0]);
  }

  private static byte[] upTo(byte[] bytes, int most) {
    return Arrays.copyOf(bytes, Math.max(0, Math.min(most, bytes.length)));
  }

  private void recoded() {
    latin1("crlf-as-lf", "with LF for CR LF", text -> text.replace("\r\n", "\n"));
    latin1("lf-as-crlf", "with CR LF for LF", text -> text.replaceAll("\r?\n", "\r\n"));
    latin1("nul-lost", "without NUL bytes", text -> text.replace("\0", ""));
    stored("eighth-bit-lost", "in seven bits", FileUrlDefects::sevenBits);
    stored("as-utf-8", "read as UTF-8 text", bytes -> new String(bytes, UTF_8).getBytes(UTF_8));
    stored("as-base64", "in Base64", bytes -> Base64.getEncoder().encode(bytes));
    latin1("trimmed", "without white space at its ends", String::strip);
  }

  private static byte[] sevenBits(byte[] bytes) {
    byte[] changed = bytes.clone();
    for (int i = 0; i < changed.length; i++) {
      changed[i] &= 0x7F;
    }
    return changed;
  }

  private void latin1(String name, String says, UnaryOperator<String> change) {
    stored(name, says, b -> change.apply(new String(b, ISO_8859_1)).getBytes(ISO_8859_1));
  }

  private void stored(String name, String says, UnaryOperator<byte[]> change) {
    list.add(
        "file-" + name,
        "stores the file " + says,
        Mutation.stores(
            genuine ->
                (content, extension) ->
                    genuine.store(Bytes.of(change.apply(content.toArray())), extension)),
        CONTENT);
  }

  private void mixedUp() {
    list.add(
        "file-of-the-one-before",
        "stores the file of the upload before",
        Mutation.stores(
            genuine -> {
              AtomicReference<Bytes> before = new AtomicReference<>();
              return (content, extension) -> {
                Bytes last = before.getAndSet(content);
                return genuine.store(last == null ? content : last, extension);
              };
            }),
        CONTENT);
    list.add(
        list.slug() + "-constant",
        "returns the " + list.name() + " of its first upload every time",
        Mutation.stores(
            genuine -> {
              AtomicReference<URI> first = new AtomicReference<>();
              return (content, extension) -> {
                first.compareAndSet(null, genuine.store(content, extension));
                return first.get();
              };
            }),
        CONTENT,
        DISTINCT);
    list.add(
        "every-5th-" + list.slug() + "-twice",
        "returns the " + list.name() + " of the upload before to every fifth that is as long",
        Mutation.stores(EveryFifth::new),
        DISTINCT);
    shared("the-file-name", "files of the same name", RequestView::fileName);
    shared(
        "name-and-second",
        "files of the same name within a second",
        v -> v.fileName() + System.currentTimeMillis() / 1000);
  }

  /** As where a later file with that key takes the place of an earlier one. */
  private void shared(String name, String says, Function<RequestView, String> key) {
    list.add(
        list.slug() + "-of-" + name,
        "returns the same " + list.name() + " for " + says,
        Mutations.anew(
            () -> {
              Map<String, String> known = new ConcurrentHashMap<>();
              return Mutations.edits(
                  (view, response) ->
                      ResponseEdits.textMember(
                              list.name(), url -> known.computeIfAbsent(key.apply(view), k -> url))
                          .apply(response));
            }),
        DISTINCT);
  }

  /** A storage that gives every fifth file the address of the one before. */
  private static final class EveryFifth implements Storage {
    private final Storage genuine;
    private int count;
    private int length;
    private Optional<URI> last = Optional.empty();

    EveryFifth(Storage genuine) {
      this.genuine = genuine;
    }

    @Override
    public synchronized URI store(Bytes content, String extension) throws StorageException {
      URI stored = genuine.store(content, extension);
      boolean turn = content.length() == length && ++count % 5 == 0;
      URI given = turn ? last.orElse(stored) : stored;
      length = content.length();
      last = Optional.of(given);
      return given;
    }
  }

  private void addresses() {
    address("relative", "relative to the host", FileUrlDefects::path);
    address("without-scheme", "without a scheme", url -> url.replaceFirst("^http:", ""));
    address("host-first", "beginning with the host", url -> url.replaceFirst("^http://", ""));
    address("ftp", "with the scheme ftp", url -> url.replaceFirst("^http", "ftp"));
    address("file", "of the file on the server", url -> "file:///var" + path(url));
    address("path", "that is a path on the server", url -> "/var" + path(url));
    address("with-blank", "with a blank in it", url -> url.replace("/files/", "/my files/"));
    address("without-host", "without a host", url -> "http://" + path(url));
    address(
        "data",
        "that holds the file",
        url -> "data:application/pdf;base64,JVBERg==" + url.hashCode());
    add("empty", "an empty " + list.name(), url -> "", "", DISTINCT);
  }

  private static String path(String url) {
    return URI.create(url).getPath();
  }

  private void address(String name, String says, UnaryOperator<String> change) {
    add(name, list.aName() + " " + says, change, "");
  }

  private void add(String name, String says, UnaryOperator<String> change, String... parts) {
    list.add(
        list.slug() + "-" + name,
        "returns " + says,
        Mutations.successes(ResponseEdits.textMember(list.name(), change)),
        parts);
  }

  private void missing() {
    for (int status : List.of(404, 410, 500)) {
      MockResponse no = new MockResponse(status, Map.of(), Bytes.utf8("no"));
      list.add(
          "files-answer-" + status,
          "answers " + status + " to whoever fetches a file",
          Mutations.fetching(no),
          CONTENT);
    }
  }
}
