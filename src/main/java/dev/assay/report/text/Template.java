package dev.assay.report.text;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.context.MethodValueResolver;
import com.github.jknack.handlebars.helper.ConditionalHelpers;
import com.github.jknack.handlebars.helper.StringHelpers;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Templates that are filled with what the JSON of a run says. All that is filled in is escaped, so
 * that text of strangers stays text.
 */
public final class Template {

  private final Handlebars handlebars;

  private Template(String kind, EscapingStrategy escaping) {
    this.handlebars =
        new Handlebars(new ClassPathTemplateLoader("/report", "." + kind + ".hbs"))
            .with(escaping)
            .registerHelper("eq", ConditionalHelpers.eq)
            .registerHelper("format", Template::format)
            .registerHelper(
                "percent", (share, o) -> text("%.0f", 100 * ((Number) share).doubleValue()))
            .registerHelper("next", (index, options) -> (Integer) index + 1)
            .registerHelper("mark", (word, options) -> OutcomeSymbol.of((String) word))
            .registerHelper(
                "cut", (text, options) -> Sanitizer.line((String) text, options.param(0)))
            .registerHelper(
                "plural", (number, o) -> new Plural((Integer) number, o.param(0)).toString())
            .registerHelper("first", (list, o) -> first((List<?>) list, o.param(0)))
            .registerHelper(
                "rest", (list, o) -> ((List<?>) list).subList(1, ((List<?>) list).size()))
            .registerHelper("beside", Template::beside)
            .registerHelper("join", StringHelpers.join)
            .registerHelper("or", ConditionalHelpers.or)
            .registerHelper("gt", ConditionalHelpers.gt)
            .registerHelper("figures", (request, options) -> LoadFigure.of((Map<?, ?>) request))
            .registerHelperMissing(Template::missing);
  }

  /** Templates of the page. */
  public static Template ofPage() {
    return new Template(
        "html", text -> EscapingStrategy.HTML_ENTITY.escape(Sanitizer.line(text.toString())));
  }

  /** Templates of Markdown, in which no text of a stranger is taken for markup. */
  public static Template ofMarkdown() {
    return new Template(
        "md",
        text ->
            Sanitizer.line(text.toString())
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("[`*\\[\\\\]", "\\\\$0"));
  }

  /** The template of that name, filled. */
  public String fill(String name, Map<String, ?> model) {
    try {
      return handlebars
          .compile(name)
          .apply(
              Context.newBuilder(model)
                  .resolver(MapValueResolver.INSTANCE, MethodValueResolver.INSTANCE)
                  .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Figures by their format; a dash, or {@code missing}, where one of them is not known. */
  private static Object format(String format, Options options) {
    return Stream.of(options.params).anyMatch(figure -> figure == null)
        ? options.hash("missing", "–")
        : text(format, options.params);
  }

  private static List<?> first(List<?> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }

  /** Two texts, with what differs marked unless {@code plain} says that nothing is wrong. */
  private static Object beside(String one, Options options) {
    String other = options.param(0);
    return options.hash("plain", false)
        ? SideBySide.plain(one, other)
        : SideBySide.marked(one, other);
  }

  private static String text(String format, Object... figures) {
    return String.format(Locale.ROOT, format, figures);
  }

  /** A name that nothing answers to would leave a gap that nobody notices. */
  private static Object missing(Object model, Options options) {
    throw new IllegalStateException("the template asks for " + options.helperName);
  }
}
