package dev.assay.mock.defect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.http.ReceivedPart;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.Storage;
import dev.assay.mock.service.StorageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Files that are not stored as they came. */
final class StorageDefects {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String CONTENT = "200/file-url-content";
  private static final String DISTINCT = "200/file-url-distinct";

  private final DefectList list;

  private StorageDefects(DefectList list) {
    this.list = list;
  }

  static void addTo(DefectList list) {
    if (list.isOf(MockOperation.LOG_FILE, MockOperation.UPLOAD_FILE)) {
      StorageDefects defects = new StorageDefects(list);
      defects.cut();
      defects.recoded();
      defects.mixedUp();
      defects.named();
      defects.addresses();
      defects.gone();
    }
  }

  private void gone() {
    for (int status : List.of(404, 410, 500)) {
      MockResponse response = new MockResponse(status, Map.of(), Bytes.utf8("no"));
      list.add(
          "files-answer-" + status,
          "answers " + status + " to whoever fetches a file",
          Mutation.serves(
              (genuine, context) ->
                  request ->
                      request.path().startsWith("/files/") ? response : genuine.answer(request)),
          CONTENT);
    }
  }

  private void cut() {
    stored("cut-at-64-kib", "cut at 64 KiB", bytes -> upTo(bytes, 1 << 16));
    stored("cut-at-1-mib", "cut at 1 MiB", bytes -> upTo(bytes, 1 << 20));
    stored("cut-at-8-mib", "cut at 8 MiB", bytes -> upTo(bytes, 8 << 20));
    stored("last-byte-lost", "without its last byte", bytes -> upTo(bytes, bytes.length - 1));
    stored("first-byte-lost", "without its first byte", StorageDefects::beheaded);
    stored("byte-added", "with a line feed added", StorageDefects::longer);
    stored("emptied", "empty", bytes -> new byte[0]);
  }

  private void recoded() {
    stored("crlf-as-lf", "with LF for CR LF", bytes -> latin1(bytes, t -> t.replace("\r\n", "\n")));
    stored(
        "lf-as-crlf",
        "with CR LF for LF",
        bytes -> latin1(bytes, t -> t.replaceAll("\r?\n", "\r\n")));
    stored("nul-lost", "without NUL bytes", bytes -> latin1(bytes, t -> t.replace("\0", "")));
    stored("eighth-bit-lost", "in seven bits", StorageDefects::sevenBits);
    stored("as-utf-8", "read as UTF-8 text", StorageDefects::throughUtf8);
    stored("as-base64", "in Base64", bytes -> Base64.getEncoder().encode(bytes));
    stored("trimmed", "without white space at its ends", bytes -> latin1(bytes, String::strip));
  }

  private static byte[] upTo(byte[] bytes, int most) {
    return Arrays.copyOf(bytes, Math.max(0, Math.min(most, bytes.length)));
  }

  private static byte[] beheaded(byte[] bytes) {
    return bytes.length == 0 ? bytes : Arrays.copyOfRange(bytes, 1, bytes.length);
  }

  private static byte[] longer(byte[] bytes) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    longer[bytes.length] = '\n';
    return longer;
  }

  private static byte[] latin1(byte[] bytes, UnaryOperator<String> change) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return change.apply(text).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] sevenBits(byte[] bytes) {
    byte[] changed = bytes.clone();
    for (int i = 0; i < changed.length; i++) {
      changed[i] &= 0x7F;
    }
    return changed;
  }

  private static byte[] throughUtf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
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
        "file-url-constant",
        "returns the file_url of its first upload every time",
        Mutation.stores(
            genuine -> {
              AtomicReference<URI> first = new AtomicReference<>();
              return (content, extension) -> {
                first.compareAndSet(null, genuine.store(content, extension));
                return first.get();
              };
            }),
        DISTINCT,
        CONTENT);
    list.add(
        "every-5th-file-url-twice",
        "returns the file_url of the upload before to every fifth that is as long",
        Mutation.stores(EveryFifth::new),
        DISTINCT);
  }

  /** As where a later file of the same name takes the place of an earlier one. */
  private void named() {
    list.add(
        "file-url-of-the-file-name",
        "returns the same file_url for files of the same name",
        Mutation.answers(
            (genuine, context) -> {
              Map<String, String> known = new ConcurrentHashMap<>();
              return request -> {
                String name =
                    RequestView.by(request).file().flatMap(ReceivedPart::fileName).orElse("");
                return ResponseEdits.member(
                        "file_url",
                        node -> JSON.textNode(known.computeIfAbsent(name, n -> node.asText())))
                    .apply(genuine.answer(request));
              };
            }),
        DISTINCT);
    list.add(
        "file-url-of-name-and-second",
        "returns the same file_url for files of the same name within a second",
        Mutation.answers(
            (genuine, context) -> {
              Map<String, String> known = new ConcurrentHashMap<>();
              return request -> {
                String name =
                    RequestView.by(request).file().flatMap(ReceivedPart::fileName).orElse("");
                String key = name + System.currentTimeMillis() / 1000;
                return ResponseEdits.member(
                        "file_url",
                        node -> JSON.textNode(known.computeIfAbsent(key, k -> node.asText())))
                    .apply(genuine.answer(request));
              };
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
    address("relative", "relative to the host", url -> URI.create(url).getPath());
    address("without-scheme", "without a scheme", url -> url.substring(url.indexOf("//")));
    address("host-first", "beginning with the host", url -> url.substring(url.indexOf("//") + 2));
    address("ftp", "with the scheme ftp", url -> url.replaceFirst("^http", "ftp"));
    address("file", "of the file on the server", url -> "file:///var" + URI.create(url).getPath());
    address("path", "that is a path on the server", url -> "/var" + URI.create(url).getPath());
    address("with-blank", "with a blank in it", url -> url.replace("/files/", "/my files/"));
    address("without-host", "without a host", url -> "http://" + URI.create(url).getPath());
    address(
        "data",
        "that holds the file",
        url -> "data:application/pdf;base64,JVBERg==" + url.hashCode());
    list.add(
        "file-url-empty",
        "returns an empty file_url",
        Mutations.successes(ResponseEdits.object(object -> object.put("file_url", ""))),
        "200/file-url",
        DISTINCT);
  }

  private void address(String name, String says, UnaryOperator<String> change) {
    list.add(
        "file-url-" + name,
        "returns a file_url " + says,
        Mutations.successes(
            ResponseEdits.object(
                object -> object.put("file_url", change.apply(object.path("file_url").asText())))),
        "200/file-url");
  }

  private void stored(String name, String says, UnaryOperator<byte[]> change) {
    list.add(
        "file-" + name,
        "stores the file " + says,
        Mutation.stores(
            genuine ->
                (content, extension) ->
                    genuine.store(Bytes.of(change.apply(bytes(content))), extension)),
        CONTENT);
  }

  private static byte[] bytes(Bytes content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length());
    try {
      content.stream().transferTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
