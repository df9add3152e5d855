package dev.assay.report.page;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.context.MethodValueResolver;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes {@code index.html}, for people: one page that needs nothing else. The template escapes all
 * that is filled in, and the page forbids itself every script but its own and every request.
 */
public final class Page {

  /** The name of the file. */
  public static final String NAME = "index.html";

  private final Handlebars handlebars =
      new Handlebars(new ClassPathTemplateLoader("/report", ".html.hbs"))
          .registerHelperMissing(Page::missing);

  /** The whole page. */
  public String render(PageContent content) {
    try {
      return handlebars
          .compile("page")
          .apply(
              Context.newBuilder(PageView.of(content))
                  .resolver(MethodValueResolver.INSTANCE, MapValueResolver.INSTANCE)
                  .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name that nothing answers to would leave a gap that nobody notices. */
  private static Object missing(Object model, Options options) {
    throw new IllegalStateException("the template asks for " + options.helperName);
  }
}
