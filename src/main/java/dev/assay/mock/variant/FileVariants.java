package dev.assay.mock.variant;

import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.mutation.VariantList;
import java.net.URI;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What the documents leave open about where a file goes. */
final class FileVariants {

  private static final String FILES = "/files/";

  private FileVariants() {}

  static void addTo(VariantList list) {
    addresses(list);
    unfetchable(list);
  }

  private static void addresses(VariantList list) {
    list.add(
        "signed-file-urls",
        "signs each file_url anew",
        Mutations.successes(
            ResponseEdits.object(
                object -> {
                  if (object.has("file_url")) {
                    String url = object.path("file_url").asText();
                    object.put("file_url", url + "?signature=" + UUID.randomUUID());
                  }
                })));
    elsewhere(
        list, "file-urls-elsewhere", "on another host", url -> "https://cdn.invalid" + path(url));
    elsewhere(
        list,
        "file-urls-in-capitals",
        "with its scheme in capitals",
        url -> url.replace("http:", "HTTP:"));
    elsewhere(list, "file-urls-with-fragment", "with a fragment", url -> url + "#page=1");
    elsewhere(
        list,
        "file-urls-with-a-port",
        "on another host with a port",
        url -> "https://cdn.invalid:8443" + path(url));
    list.add(
        "file-urls-without-extension",
        "leaves the extension out of file_url",
        Mutation.stores(genuine -> (content, extension) -> genuine.store(content, "")));
  }

  private static String path(String url) {
    return URI.create(url).getPath();
  }

  private static void elsewhere(
      VariantList list, String id, String says, UnaryOperator<String> change) {
    list.add(
        id,
        "returns a file_url " + says,
        Mutation.stores(
            genuine ->
                (content, extension) ->
                    URI.create(change.apply(genuine.store(content, extension).toString()))));
  }

  private static void unfetchable(VariantList list) {
    for (int status : new int[] {401, 403}) {
      list.add(
          "files-answer-" + status,
          "answers " + status + " to whoever fetches a file",
          files(new MockResponse(status, java.util.Map.of(), Bytes.utf8("no"))));
    }
    list.add(
        "files-redirect",
        "redirects whoever fetches a file to a log-in page",
        files(
            new MockResponse(
                302, java.util.Map.of("Location", "https://login.invalid/"), Bytes.utf8(""))));
  }

  private static Mutation files(MockResponse response) {
    return Mutation.serves(
        (genuine, context) ->
            request -> request.path().startsWith(FILES) ? response : genuine.answer(request));
  }
}
