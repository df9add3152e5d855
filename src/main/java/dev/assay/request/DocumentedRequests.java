package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Field;
import dev.assay.contract.FileKinds;
import dev.assay.contract.MediaContent;
import dev.assay.contract.MediaContent.Example;
import dev.assay.contract.Operation;
import dev.assay.contract.Parameter;
import dev.assay.contract.SecurityScheme;
import dev.assay.contract.schema.SchemaRules;
import dev.assay.exchange.Body;
import dev.assay.exchange.BodySource;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The documented requests of one operation: what its contract asks for, with the values of a target
 * and with texts and files that occur nowhere else. Credentials are mentioned, never held.
 */
public final class DocumentedRequests {

  private static final int SMALL_IMAGE = 600;
  private static final int SMALL_DOCUMENT = 2_000;

  private final Operation operation;
  private final Service service;
  private final TestData data;
  private final Optional<JsonNode> shown;
  private final SampleValues values;

  public DocumentedRequests(Operation operation, Service service, TestData data) {
    this.operation = operation;
    this.service = service;
    this.data = data;
    this.shown = ShownBody.of(operation, service);
    this.values = new SampleValues(service, data, shown);
  }

  /** What they are requests of. */
  public Operation operation() {
    return operation;
  }

  /** The requests of the same operation with that body. */
  public DocumentedRequests as(MediaContent content) {
    return new DocumentedRequests(operation.as(operation.body().as(content)), service, data);
  }

  /** The documented request with all of its fields, and with data of its own for that purpose. */
  public Request plain(String purpose) {
    return draft(purpose).request();
  }

  /** The same, of which something can be changed before it is sent. */
  public Draft draft(String purpose) {
    Draft draft = Draft.of(this);
    for (Field field : operation.body().fields()) {
      if (field.isFile() && operation.body().isForm()) {
        draft = draft.and(field.path(), small(purpose, field));
      } else if (field.isLeaf() && ShownBody.mayHave(shown, field)) {
        draft = draft.and(field.path(), values.of(field, purpose).orElse(null));
      }
    }
    return operation.body().isPresent() && operation.body().fields().isEmpty()
        ? draft.and("", whole(purpose).orElse(null))
        : draft;
  }

  /** A small file of the first documented kind, whose bytes and name occur nowhere else. */
  public FormPart small(String purpose) {
    SampleFile sample = usual();
    return sample.isImage()
        ? named(purpose, sample, jpeg(sample.bytes().length + SMALL_IMAGE, data.number(purpose)))
        : named(purpose, sample, GeneratedFile.pdf(SMALL_DOCUMENT, data.number(purpose)));
  }

  /** Of several files, each has a name and a content of its own. */
  private FormPart small(String purpose, Field field) {
    return small(field.name().equals(fileField()) ? purpose : purpose + field.name())
        .called(field.name());
  }

  private static BodySource jpeg(long size, long seed) {
    return GeneratedFile.jpeg(SampleFile.JPG.bytes(), size, seed);
  }

  /** A file with a name of its own and that content. */
  public FormPart named(String purpose, SampleFile sample, BodySource content) {
    return file(sample, data.fileName(purpose, sample.extension()), content);
  }

  /** The part that carries that file. */
  public FormPart file(SampleFile sample, String fileName, BodySource content) {
    return FormPart.file(fileField(), fileName, mediaType(sample), content);
  }

  /** Where nothing is said of it, of no type in particular (OpenAPI, Encoding Object). */
  private String mediaType(SampleFile sample) {
    return kinds().isPresent() || operation.body().content().encoding().has(fileField())
        ? sample.mediaType()
        : "application/octet-stream";
  }

  String fileName(String purpose, SampleFile sample) {
    return data.fileName(purpose, sample.extension());
  }

  /** A file of a kind that no document lists. */
  public FormPart unlisted(String purpose, String extension, BodySource content) {
    return FormPart.file(
        fileField(), data.fileName(purpose, extension), "application/octet-stream", content);
  }

  /** A genuine file of exactly that size. */
  public FormPart sized(long size, SampleFile sample) {
    long seed = data.number((sample.isImage() ? "jpeg" : "sized") + size);
    return named("sized" + size, sample, SizedFile.of(sample.extension(), size, seed));
  }

  /** Whether a field says of what kind a file is. */
  public boolean tellsKinds() {
    return selector().isPresent();
  }

  /** The field that says of what kind a file is, if one does. */
  public Optional<Field> selector() {
    return kinds().flatMap(kinds -> kinds.selector(operation.body()));
  }

  /** What the fields that say of what kind a file is say of that one. */
  public Map<String, Long> kindOf(SampleFile sample) {
    return kinds()
        .flatMap(kinds -> kinds.selectedBy(operation.body(), sample.extension()))
        .map(kind -> Map.of(kind.field(), Long.parseLong(kind.value())))
        .orElse(Map.of());
  }

  /** The documented request with that value, and a file of the kind that it says. */
  public Draft ofKind(String purpose, Field field, JsonNode value) {
    Draft draft = draft(purpose).with(field.path(), value);
    return kinds()
        .filter(kinds -> kinds.selector(operation.body()).filter(field::equals).isPresent())
        .map(kinds -> kinds.extensions().get(value.asText()))
        .flatMap(
            extensions ->
                Stream.concat(Stream.of(SampleFile.JPG, SampleFile.PDF), SampleFile.ALL.stream())
                    .filter(sample -> extensions.contains(sample.extension()))
                    .findFirst())
        .map(sample -> draft.with(named(purpose, sample, sample.content())))
        .orElse(draft);
  }

  /** The kind of file that is sent where nothing else matters. */
  public SampleFile usual() {
    return kinds()
        .flatMap(kinds -> kinds.all().stream().findFirst())
        .flatMap(SampleFile::ofExtension)
        .orElse(SampleFile.PDF);
  }

  /** The kinds of file that are documented. */
  Optional<FileKinds> kinds() {
    return operation.body().file().flatMap(Field::kinds);
  }

  private String fileField() {
    return operation.body().file().map(Field::name).orElse("file");
  }

  Body.Multipart form(List<FormPart> parts) {
    return new Body.Multipart("assay-" + data.marker("boundary"), parts);
  }

  /** The documented request with that body, whatever it is. */
  public Request of(Body body) {
    return of(parameters(), body);
  }

  /** A request with these parameters and that body, whatever they are. */
  Request of(Map<Parameter, JsonNode> parameters, Body body) {
    return new RequestWriter(operation, service, credentials()).written(parameters, body);
  }

  /**
   * The values of the parameters: of those that must be there, and of those for which the target, a
   * link or the contract gives one.
   */
  Map<Parameter, JsonNode> parameters() {
    Map<Parameter, JsonNode> given = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.required() || isGiven(parameter)) {
        value(parameter).ifPresent(value -> given.put(parameter, value));
      }
    }
    return given;
  }

  private boolean isGiven(Parameter parameter) {
    boolean shown = parameter.isShown() || linked(parameter).isPresent();
    return shown || parameter.value().flatMap(service::mention).isPresent();
  }

  private Optional<JsonNode> linked(Parameter parameter) {
    return service.linked(operation).flatMap(linked -> linked.value(parameter));
  }

  /** All values, which can be others. */
  public RequestValues values(String purpose) {
    return new RequestValues(
        this, parameters(), operation.body().isPresent() ? bodies(purpose) : Optional.empty());
  }

  /** Whether the contract shows their body. */
  public boolean isShown() {
    return shown.isPresent();
  }

  private Optional<JsonNode> bodies(String purpose) {
    return shown.or(() -> draft(purpose).tree()).or(() -> whole(purpose));
  }

  private Optional<JsonNode> whole(String purpose) {
    return shown.or(() -> values.whole(operation.body(), purpose));
  }

  /** What makes valid values of schemas for it. */
  public SchemaValues generator() {
    return new SchemaValues(data, true);
  }

  /** Of several alternatives the first that the target has all values for; more than one is odd. */
  public List<SecurityScheme> credentials() {
    return operation.alternatives().stream()
        .filter(schemes -> !schemes.isEmpty() && schemes.stream().allMatch(this::isGiven))
        .findFirst()
        .or(() -> operation.alternatives().stream().findFirst())
        .orElse(List.of());
  }

  private boolean isGiven(SecurityScheme scheme) {
    return scheme.value().flatMap(service::mention).isPresent();
  }

  /** A valid value of that parameter. */
  public Optional<JsonNode> value(Parameter parameter) {
    SchemaRules rules = SchemaRules.of(parameter.schema());
    return parameter
        .value()
        .flatMap(service::mention)
        .map(text -> SampleValues.typed(parameter.field(), text))
        .or(() -> linked(parameter))
        .or(
            () ->
                parameter.examples().stream().map(Example::value).filter(rules::allow).findFirst())
        .or(() -> values.of(parameter.field(), parameter.name()));
  }
}
