package dev.assay.suite.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.Body;
import dev.assay.exchange.BodySource;
import dev.assay.exchange.FormPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spoils each part of a multipart form in turn, as the contract's request schema tells. */
public final class FormFieldProbes {

  private final JsonNode schema;
  private final Body.Multipart good;

  public FormFieldProbes(JsonNode schema, Body.Multipart good) {
    this.schema = schema;
    this.good = good;
  }

  public List<FieldProbe> all() {
    List<FieldProbe> probes = new ArrayList<>();
    for (JsonNode required : schema.path("required")) {
      String name = required.asText();
      JsonNode field = schema.path("properties").path(name);
      boolean isFile = field.path("format").asText().equals("binary");
      if (good.parts().stream().anyMatch(part -> part.name().equals(name))) {
        probes.addAll(isFile ? ofFile(name, field) : ofField(name, field));
      }
    }
    return probes;
  }

  private List<FieldProbe> ofField(String name, JsonNode field) {
    FormPart part = part(name);
    String value = text(part);
    List<FieldProbe> probes = new ArrayList<>();
    probes.add(probe(name + "-absent", "no " + name, List.of(), name, true));
    probes.add(probe(name + "-twice", name + " there twice", List.of(part, part), name, false));
    probes.add(
        probe(
            name + "-as-file",
            name + " sent as a file",
            List.of(FormPart.file(name, "field.txt", "text/plain", BodySource.of(value))),
            name,
            false));
    if (field.path("type").asText().equals("string")) {
      FormPart other = FormPart.field(name, "other" + value);
      probes.add(
          probe(name + "-first", name + " before another", List.of(part, other), name, false));
      probes.add(
          probe(name + "-second", name + " after another", List.of(other, part), name, false));
    }
    if (field.path("type").asText().equals("integer")) {
      probes.add(replaced(name, "text", "a word", "word", true));
      probes.add(replaced(name, "null-text", "the word null", "null", true));
      probes.add(replaced(name, "fraction", "a fraction", "0.5", true));
      probes.add(replaced(name, "blanks-around", "blanks around it", " " + value + " ", false));
    }
    for (FieldMutation fault : FieldMutation.form(field, value)) {
      probes.add(
          replaced(name, fault.name(), fault.says(), fault.value().asText(), fault.wrongKind()));
    }
    return probes;
  }

  private FieldProbe replaced(
      String name, String fault, String says, String value, boolean wrongKind) {
    return probe(
        name + "-" + fault,
        name + " " + says,
        List.of(FormPart.field(name, value)),
        name,
        wrongKind);
  }

  /** A part without a file name may still be what is asked for, if nothing is said of its kind. */
  private List<FieldProbe> ofFile(String name, JsonNode field) {
    boolean tellsFiles = field.has("x-extensions") || field.has("x-limits");
    FormPart part = part(name);
    FormPart plain = FormPart.field(name, "not a file");
    FormPart unnamed =
        new FormPart(name, Optional.of(""), part.mediaType(), Optional.empty(), part.content());
    return List.of(
        probe(name + "-absent", "no " + name, List.of(), name, true),
        probe(name + "-as-field", name + " as a plain field", List.of(plain), name, tellsFiles),
        probe(name + "-empty-name", name + " with an empty name", List.of(unnamed), name, false),
        probe(name + "-twice", name + " there twice", List.of(part, part), name, false));
  }

  private FieldProbe probe(
      String name, String says, List<FormPart> instead, String field, boolean unnatural) {
    List<FormPart> parts = new ArrayList<>();
    for (FormPart part : good.parts()) {
      if (part.name().equals(field)) {
        parts.addAll(instead);
      } else {
        parts.add(part);
      }
    }
    return new FieldProbe(name, says, new Body.Multipart(good.boundary(), parts), unnatural);
  }

  private FormPart part(String name) {
    return good.parts().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  private static String text(FormPart part) {
    try (InputStream in = part.content().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
