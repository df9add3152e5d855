package dev.assay.exchange.target;

import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.contract.Operation;
import dev.assay.contract.TargetValue;
import dev.assay.yaml.YamlNode.Group;
import dev.assay.yaml.YamlNode.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads what a target file says of its services: the values that the contract of each asks for, and
 * how it is reached.
 *
 * @param folder of the file; relative paths begin there
 * @param environment what names the proxies on this machine
 * @param given the contract of the service that has none otherwise
 */
record ServiceReader(Path folder, Map<String, String> environment, Optional<GivenContract> given) {

  private static final String CONTRACT = "contract";
  private static final String TOKEN = "token";
  private static final String DESTRUCTIVE = "destructive";

  /** The service of that key. */
  Service read(Group services, String key) {
    Group group = services.group(key);
    Contract contract = contract(group, key);
    AccessReader access = access(group, contract);
    Map<String, String> values = new LinkedHashMap<>();
    for (TargetValue value : contract.values()) {
      if (contract.isLogin(value.name()) && isGroup(group, value)) {
        access.login(value.placeholder(), group.group(value.at()));
      } else if (!value.name().equals(TOKEN)) {
        given(group, value).ifPresent(text -> take(group, value, text, access, values));
      }
    }
    return new Service(contract, access.read(), values, destructive(group, contract));
  }

  private static Set<String> destructive(Group group, Contract contract) {
    Set<String> allowed = new TreeSet<>();
    for (Value value : group.has(DESTRUCTIVE) ? group.values(DESTRUCTIVE) : List.<Value>of()) {
      String id = Operation.idOf(value.content());
      if (contract.operations().stream().noneMatch(operation -> operation.id().equals(id))) {
        throw value.flaw(
            "`%s` is no operation of the contract, which has %s"
                .formatted(
                    value.written(),
                    contract.operations().stream()
                        .map(Operation::id)
                        .collect(Collectors.joining(", "))));
      }
      allowed.add(id);
    }
    return allowed;
  }

  private static boolean isGroup(Group group, TargetValue value) {
    return group.members().get(value.at()) instanceof Group;
  }

  private Contract contract(Group group, String key) {
    Optional<Value> file = group.optional(CONTRACT);
    return file.map(value -> new ContractReader().at(key, path(value)))
        .or(() -> new ContractReader().ifShipped(key))
        .or(() -> given.map(contract -> contract.read(key)))
        .orElseThrow(
            () ->
                group.flaw(
                    "is no service that Assay has a contract of; name its OpenAPI file in `contract`"));
  }

  private Path path(Value file) {
    Path path = folder.resolve(file.content());
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw file.flaw("`%s` is no file that can be read".formatted(file.written()));
    }
    return path;
  }

  private AccessReader access(Group group, Contract contract) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    List<String> urls = new ArrayList<>();
    for (TargetValue value : contract.values()) {
      String[] at = value.at().split("\\.", 2);
      keys.computeIfAbsent(at[0], any -> new ArrayList<>()).add(at[at.length - 1]);
      if (value.type().equals("url")) {
        urls.add(value.at());
      }
    }
    List<String> more = new ArrayList<>(List.of(CONTRACT, DESTRUCTIVE, RemovalReader.KEY));
    more.addAll(keys.keySet());
    AccessReader access = new AccessReader(group, contract, folder, environment, more, urls);
    keys.forEach(
        (key, inner) -> {
          if (!inner.contains(key)) {
            group.optionalGroup(key).ifPresent(all -> all.only(inner.toArray(String[]::new)));
          }
        });
    return access;
  }

  /** What the file gives, if it does. */
  private static Optional<Value> given(Group group, TargetValue value) {
    String[] at = value.at().split("\\.", 2);
    if (at.length == 1) {
      return value.required() ? Optional.of(group.required(at[0])) : group.optional(at[0]);
    }
    Optional<Group> inner = group.optionalGroup(at[0]);
    return value.name().equals(at[0])
        ? inner.map(values -> values.required(at[1]))
        : inner.flatMap(values -> values.optional(at[1]));
  }

  private static void take(
      Group group,
      TargetValue value,
      Value given,
      AccessReader access,
      Map<String, String> values) {
    if (value.secret()) {
      access.credential(value.placeholder(), given);
      requireOther(group, value, given, given.content());
      return;
    }
    String text = text(value, given);
    requireOther(group, value, given, text);
    values.put(value.name(), text);
  }

  private static String text(TargetValue value, Value given) {
    value
        .form()
        .filter(form -> !given.content().matches(form.pattern()))
        .ifPresent(
            form -> {
              throw given.flaw("must %s, not `%s`".formatted(form.must(), given.written()));
            });
    return switch (value.type()) {
      case "integer" -> Long.toString(given.as("a whole number", Long::valueOf));
      case "url" -> BaseUrl.plain(given).toString();
      default -> given.content();
    };
  }

  /** A value that is given because it is not another: cases would blame the service. */
  private static void requireOther(Group group, TargetValue value, Value given, String text) {
    value
        .differsFrom()
        .filter(group::has)
        .map(group::required)
        .map(
            other -> value.type().equals("url") ? BaseUrl.plain(other).toString() : other.content())
        .filter(text::equals)
        .ifPresent(
            same -> {
              throw given.flaw(
                  "is the same as %s; give %s"
                      .formatted(value.differsFrom().orElseThrow(), value.meaning()));
            });
  }
}
