package dev.assay.report;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.context.MethodValueResolver;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import dev.assay.proof.Proof;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes a proof as {@code prove.html}, for people: one page that needs nothing else. The template
 * escapes all that is filled in.
 */
public final class ProofPage {

  private final Handlebars handlebars =
      new Handlebars(new ClassPathTemplateLoader("/report", ".html.hbs"))
          .registerHelperMissing(ProofPage::missing);

  /** The whole page. */
  public String render(Proof proof) {
    try {
      Template template = handlebars.compile("prove");
      return template.apply(
          Context.newBuilder(ProofView.of(proof))
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
