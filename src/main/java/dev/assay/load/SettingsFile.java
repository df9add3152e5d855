package dev.assay.load;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a YAML file of settings so that each of them knows its line. */
final class SettingsFile {

  private SettingsFile() {}

  static Setting read(Path file) throws InvalidLoadException {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new InvalidLoadException(
          file + ": cannot be read; check that it exists and is UTF-8 text that you may read");
    }
  }

  static Setting read(String file, String text) throws InvalidLoadException {
    try {
      refuseAliases(file, text);
      Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (node == null) {
        throw new InvalidLoadException(file + ", line 1: the file is empty");
      }
      return new Setting(file, "the file", node);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new InvalidLoadException(
          "%s, line %d: not valid YAML: %s".formatted(file, line, e.getProblem()));
    } catch (YAMLException e) {
      throw new InvalidLoadException(file + ": not valid YAML; a settings file is plain text");
    }
  }

  /** A few lines of aliases of aliases would be read as millions. */
  private static void refuseAliases(String file, String text) throws InvalidLoadException {
    for (Event event : new Yaml(new LoaderOptions()).parse(new StringReader(text))) {
      if (event instanceof AliasEvent alias) {
        throw new InvalidLoadException(
            "%s, line %d: aliases such as *%s are not read; write it out"
                .formatted(file, alias.getStartMark().getLine() + 1, alias.getAnchor()));
      }
    }
  }
}
