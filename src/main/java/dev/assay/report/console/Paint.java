package dev.assay.report.console;

import dev.assay.report.text.OutcomeSymbol;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours text where there are colours; never reads the text as markup. */
record Paint(Ansi ansi) {

  String with(Style style, String text) {
    return ansi.enabled() && !text.isEmpty() ? Style.on(style) + text + Style.off(style) : text;
  }

  String with(OutcomeSymbol mark, String text) {
    return with(mark.style(), text);
  }
}
