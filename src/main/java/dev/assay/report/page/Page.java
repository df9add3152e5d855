package dev.assay.report.page;

import dev.assay.report.text.Template;

/**
 * Writes {@code index.html}, for people: one page that needs nothing else. The template escapes all
 * that is filled in, and the page forbids itself every script but its own and every request.
 */
public final class Page {

  /** The name of the file. */
  public static final String NAME = "index.html";

  /** The whole page. */
  public String render(PageContent content) {
    return Template.ofPage().fill("page", PageView.of(content));
  }
}
