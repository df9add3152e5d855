package dev.assay.app.init;

import dev.assay.UserException;
import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.contract.Operation;
import dev.assay.contract.Parameter;
import dev.assay.contract.TargetValue;
import dev.assay.exchange.target.GivenContract;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The files with which the checking of a service begins.
 *
 * @param file its OpenAPI file
 * @param contract what that says
 * @param baseUrl where the service is
 * @param folder in which the target file comes to be
 */
public record StartFiles(Path file, Contract contract, URI baseUrl, Path folder) {

  /**
   * Those for an OpenAPI file.
   *
   * @param given where the service is; else the file must say it
   * @throws UserException if the file is no contract, or says no address
   */
  public static StartFiles of(Path file, Optional<URI> given, Path folder) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new UserException(file + ": is no file that can be read; correct the path");
    }
    Contract contract = new ContractReader().at(GivenContract.service(file), file);
    if (contract.operations().isEmpty()) {
      throw new UserException(file + ": has no operation below `paths`; give another file");
    }
    URI baseUrl =
        given
            .or(
                () ->
                    contract
                        .server()
                        .filter(url -> url.startsWith("http"))
                        .map(url -> uri(file, url)))
            .orElseThrow(() -> noAddress(file, contract));
    return new StartFiles(file, contract, baseUrl, folder);
  }

  private static URI uri(Path file, String url) {
    try {
      return new URI(url).parseServerAuthority();
    } catch (URISyntaxException e) {
      throw new UserException(
          "%s: the address `%s` in `servers` or `host` cannot be used%s; give one with --base-url URL"
              .formatted(
                  file, url, url.contains("{") ? ", as a variable in it has no `default`" : ""));
    }
  }

  private static UserException noAddress(Path file, Contract contract) {
    String below =
        contract
            .server()
            .filter(path -> path.startsWith("/") && path.length() > 1)
            .map(path -> ", but that it ends with `%s`; give it".formatted(path))
            .orElse("; give one");
    return new UserException(
        file + ": says no address in `servers` or `host`" + below + " with --base-url URL");
  }

  /** The target file. */
  public Path target() {
    return folder.resolve(contract.service() + ".target.yaml");
  }

  private Path overlay() {
    String name = file.getFileName().toString().replaceFirst("(\\.openapi)?\\.(ya?ml|json)$", "");
    return file.resolveSibling(name + ".overlay.yaml");
  }

  /** The variables from which the target file takes credentials. */
  public List<String> variables() {
    return contract.values().stream().filter(TargetValue::secret).map(this::variable).toList();
  }

  private String variable(TargetValue value) {
    String service = contract.service().toUpperCase(Locale.ROOT).replace('-', '_');
    return service + "_" + value.placeholder();
  }

  /**
   * Writes them; an overlay that is there stays as it is.
   *
   * @throws UserException if the target file is there already, or a file cannot be written
   */
  public List<Path> write() {
    if (Files.exists(target())) {
      throw new UserException(
          target()
              + ": is there already; move it away, or use it: assay contract --target "
              + target());
    }
    List<Path> written = new ArrayList<>();
    write(target(), targetText(), written);
    if (!Files.exists(overlay())) {
      write(overlay(), overlayText(), written);
    }
    return written;
  }

  private static void write(Path path, String text, List<Path> written) {
    try {
      Files.writeString(path, text);
      written.add(path);
    } catch (IOException e) {
      throw new UserException(path + ": cannot be written; work in a folder where you may write");
    }
  }

  private String targetText() {
    StringBuilder text = new StringBuilder();
    text.append("name: ").append(contract.service()).append("\nservices:\n  ");
    text.append(contract.service()).append(":\n");
    text.append("    contract: ").append(quoted(relative())).append('\n');
    text.append("    baseUrl: ").append(baseUrl).append('\n');
    credentials(text);
    values(text);
    contract.operations().stream()
        .filter(Operation::isDestructive)
        .findFirst()
        .ifPresent(
            operation ->
                text.append("    # What may be removed in a run; nothing else is sent a DELETE.\n")
                    .append("    # destructive: [")
                    .append(operation.id())
                    .append("]\n"));
    return text.toString();
  }

  private String relative() {
    Path here = folder.toAbsolutePath().normalize();
    Path path = here.relativize(file.toAbsolutePath().normalize());
    return path.toString().replace('\\', '/');
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9./_-]+")
        ? text
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void credentials(StringBuilder text) {
    List<TargetValue> others = new ArrayList<>();
    for (TargetValue value : contract.values()) {
      if (value.secret() && value.at().indexOf('.') < 0) {
        text.append("    # ").append(value.says()).append('\n');
        text.append("    ").append(credential(value)).append('\n');
      } else if (value.secret()) {
        others.add(value);
      }
    }
    if (!others.isEmpty()) {
      text.append("    credentials:\n");
      others.forEach(value -> text.append("      ").append(credential(value)).append('\n'));
    }
  }

  private String credential(TargetValue value) {
    String key = value.at().substring(value.at().indexOf('.') + 1);
    String given = "${" + variable(value) + "}";
    return contract.isLogin(value.name()) && key.equals(value.at())
        ? "%s: { user: assay, password: \"%s\" } # the user too".formatted(key, given)
        : key + ": " + given;
  }

  /** Those that must be there, and that the contract shows no value of. */
  private void values(StringBuilder text) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (Operation operation : contract.operations()) {
      for (Parameter parameter : operation.parameters()) {
        if (parameter.required() && !parameter.isShown() && parameter.value().isPresent()) {
          lines.putIfAbsent(
              parameter.value().get(),
              "      # %s: 1 # %s of %s%s\n"
                  .formatted(
                      parameter.value().get(),
                      parameter.says(),
                      operation.id(),
                      linked(parameter, operation)));
        }
      }
    }
    if (!lines.isEmpty()) {
      text.append("    # Values that exist there; what is not given is made up.\n    # values:\n");
      lines.values().forEach(text::append);
    }
  }

  private String linked(Parameter parameter, Operation operation) {
    return contract.linksTo(operation).stream()
        .filter(source -> source.link().gives(parameter).isPresent())
        .findFirst()
        .map(
            source ->
                "; without it, what the link %s of %s gives"
                    .formatted(source.link().name(), source.operation().id()))
        .orElse("");
  }

  private String overlayText() {
    Operation first = contract.operations().get(0);
    return """
        # What the contract cannot say, laid over %s, which stays as it is.
        overlay: 1.0.0
        info: { title: Traits and clauses of %s, version: 1.0.0 }
        actions: []
        # For example, what provokes a documented refusal, and a clause in words:
        #  - target: $.paths['%s'].%s.responses['404']
        #    update: { x-when: { id: unknownId } }
        """
        .formatted(
            file.getFileName(),
            contract.title().replaceAll("[^\\p{Alnum} ._-]", ""),
            first.path(),
            first.method().toLowerCase(Locale.ROOT));
  }
}
