package dev.assay.suite.haptik;

import dev.assay.exchange.Body;
import dev.assay.exchange.BodySource;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Service;
import dev.assay.request.GeneratedFile;
import dev.assay.request.SampleFile;
import dev.assay.request.TestData;
import dev.assay.suite.probe.PartOrder;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The requests of {@code log_file_from_user}, as documented. */
final class LogFileRequests {

  private static final int NAMESAKES = 6;

  private final Service service;
  private final URI uri;
  private final TestData data;

  LogFileRequests(Service service, String path, TestData data) {
    this.service = service;
    this.uri = URI.create(service.baseUrl() + path);
    this.data = data;
  }

  /** A user that is not registered. */
  String stranger() {
    return service.value("unregisteredUser").orElse(data.marker("stranger"));
  }

  /** A small image with a text, its parts in the order in which the document lists them. */
  Request plain(String purpose) {
    return saying(data.sentence(purpose), purpose);
  }

  Request saying(String text, String purpose) {
    return of(SampleFile.JPG.messageType(), FormPart.field("message_body", text), image(purpose));
  }

  /** The registered user's file without any text. */
  Request silent(int messageType, FormPart file) {
    return form(user(service.values().get("registeredUser")), business(), type(messageType), file);
  }

  /** The registered user's file, beside that part for the text. */
  Request of(int messageType, FormPart text, FormPart file) {
    return form(
        user(service.values().get("registeredUser")), business(), type(messageType), text, file);
  }

  /** The plain request on behalf of that user. */
  Request from(String user) {
    return form(
        user(user),
        business(),
        type(SampleFile.IMAGE),
        FormPart.field("message_body", data.sentence("from-" + user)),
        image("from-" + user));
  }

  /** The documented document on behalf of that user. */
  Request documentFrom(String user, FormPart file) {
    return form(
        user(user),
        business(),
        type(SampleFile.DOCUMENT),
        FormPart.field("message_body", data.sentence("document-from-" + user)),
        file);
  }

  /** The plain request with the parts in another order. */
  Request ordered(String purpose, PartOrder order, int messageType, FormPart file) {
    return form(
        order.arranged(
            file,
            registered(),
            business(),
            type(messageType),
            FormPart.field("message_body", data.sentence(purpose + order))));
  }

  /** The parts as curl sends them for the sample command. */
  Request sampleCurl() {
    return form(
        user(service.values().get("registeredUser")),
        business(),
        type(SampleFile.IMAGE),
        SampleFile.JPG.part("test.jpg"),
        FormPart.field("message_body", ""));
  }

  /** The documented request with those parts. */
  Request form(FormPart... parts) {
    return form(new Body.Multipart("assay-" + data.marker("boundary"), List.of(parts)));
  }

  Request form(Body.Multipart body) {
    return Request.post(uri, body)
        .with("Authorization", "Bearer $TOKEN")
        .with("client-id", "$CLIENT_ID")
        .with("Content-Type", "multipart/form-data; boundary=" + body.boundary());
  }

  /** The documented request with that form and one part more. */
  Request with(Body.Multipart form, FormPart more) {
    return form(Stream.concat(form.parts().stream(), Stream.of(more)).toArray(FormPart[]::new));
  }

  FormPart user(String user) {
    return FormPart.field("auth_id", user);
  }

  FormPart registered() {
    return user(service.values().get("registeredUser"));
  }

  FormPart business() {
    return FormPart.field("business_id", service.values().get("businessId"));
  }

  FormPart type(int messageType) {
    return FormPart.field("message_type", Integer.toString(messageType));
  }

  /** A small JPEG image whose bytes occur nowhere else. */
  FormPart image(String purpose) {
    byte[] sample = SampleFile.JPG.bytes();
    return SampleFile.JPG.part(
        data.fileName(purpose, "jpg"),
        GeneratedFile.jpeg(sample, sample.length + 600L, data.number(purpose)));
  }

  /** Small images that share a name and nothing else, enough for two to come within a second. */
  List<Request> sameName(String purpose) {
    String name = data.fileName(purpose, "jpg");
    return IntStream.range(0, NAMESAKES)
        .mapToObj(
            i ->
                withFile(
                    purpose + i,
                    SampleFile.IMAGE,
                    SampleFile.JPG.part(name, image(purpose + i).content())))
        .toList();
  }

  /** The registered user's file with a text of its own. */
  Request withFile(String purpose, int messageType, FormPart file) {
    return of(messageType, FormPart.field("message_body", data.sentence(purpose)), file);
  }

  /** The registered user's document with a text of its own. */
  Request document(String purpose, FormPart file) {
    return withFile(purpose, SampleFile.DOCUMENT, file);
  }

  /** A genuine file of exactly that size, of the format that the message_type asks for. */
  Request sized(long size, int messageType) {
    FormPart file =
        messageType == SampleFile.IMAGE
            ? SampleFile.JPG.part(data.fileName("sized" + size, "jpg"), jpeg(size))
            : large(size);
    return withFile("sized" + size, messageType, file);
  }

  FormPart large(long size) {
    return SampleFile.PDF.part(data.fileName("sized" + size, "pdf"), pdf(size, "sized" + size));
  }

  BodySource pdf(long size, String purpose) {
    return GeneratedFile.pdf(size, data.number(purpose));
  }

  BodySource jpeg(long size) {
    return GeneratedFile.jpeg(SampleFile.JPG.bytes(), size, data.number("jpeg" + size));
  }
}
