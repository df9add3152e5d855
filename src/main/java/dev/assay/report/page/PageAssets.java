package dev.assay.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What makes the page look and move. It stands in the page itself, which names it by its hash as
 * all that may be used.
 *
 * @param style one style sheet
 * @param scripts each a script of its own
 */
record PageAssets(String style, List<String> scripts) {

  private static final String CHARTS =
      "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";
  private static final List<String> OURS = List.of("data.js", "lists.js", "matrix.js", "charts.js");

  /** With the chart library only where there is something to draw. */
  static PageAssets of(boolean charts) {
    String ours = OURS.stream().map(name -> read("/report/" + name)).collect(Collectors.joining());
    return new PageAssets(
        read("/report/page.css"), charts ? List.of(withoutMap(read(CHARTS)), ours) : List.of(ours));
  }

  /** The Content Security Policy (level 3) that allows these and nothing else. */
  public String policy() {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
        + hash(style)
        + "; script-src "
        + scripts.stream().map(PageAssets::hash).collect(Collectors.joining(" "));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A browser's tools would look for the map of the source beside the page. */
  private static String withoutMap(String script) {
    return script.replaceFirst("\\n//# sourceMappingURL=.*\\s*$", "\n");
  }

  private static String read(String resource) {
    try (InputStream in = PageAssets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
