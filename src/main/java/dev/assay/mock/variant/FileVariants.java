package dev.assay.mock.variant;

import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.mutation.VariantList;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What the documents leave open about where a file goes. */
record FileVariants(VariantList list) {

  static void addTo(VariantList list) {
    FileVariants variants = new FileVariants(list);
    variants.addresses();
    variants.unfetchable();
  }

  private void addresses() {
    list.add(
        "signed-file-urls",
        "signs each file_url anew",
        Mutations.successes(
            ResponseEdits.textMember("file_url", url -> url + "?signature=" + UUID.randomUUID())));
    address("elsewhere", "on another host", url -> "https://cdn.invalid" + path(url));
    address("in-capitals", "with its scheme in capitals", url -> url.replace("http:", "HTTP:"));
    address("with-fragment", "with a fragment", url -> url + "#page=1");
    address(
        "with-a-port",
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

  private void address(String name, String says, UnaryOperator<String> change) {
    list.add(
        "file-urls-" + name,
        "returns a file_url " + says,
        Mutation.stores(
            genuine ->
                (content, extension) ->
                    URI.create(change.apply(genuine.store(content, extension).toString()))));
  }

  private void unfetchable() {
    for (int status : List.of(401, 403)) {
      list.add(
          "files-answer-" + status,
          "answers " + status + " to whoever fetches a file",
          Mutations.fetching(new MockResponse(status, Map.of(), Bytes.utf8("no"))));
    }
    list.add(
        "files-redirect",
        "redirects whoever fetches a file to a log-in page",
        Mutations.fetching(MockResponse.empty(302).with("Location", "https://login.invalid/")));
  }
}
