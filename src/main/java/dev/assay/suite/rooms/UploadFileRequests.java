package dev.assay.suite.rooms;

import dev.assay.exchange.Body;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Service;
import dev.assay.request.GeneratedFile;
import dev.assay.request.SampleFile;
import dev.assay.request.TestData;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** The requests of {@code upload_file}, as documented. */
final class UploadFileRequests {

  private static final int NAMESAKES = 6;

  private final Service service;
  private final String path;
  private final TestData data;

  UploadFileRequests(Service service, String path, TestData data) {
    this.service = service;
    this.path = path;
    this.data = data;
  }

  /** A small file for the member's room, its parts in the order of the sample command. */
  Request plain(String purpose) {
    return form(file(purpose), memberRoom());
  }

  /** The plain upload, for a room that the user is no member of. */
  Request foreign(String purpose) {
    return form(file(purpose), room(service.values().get("foreignRoom")));
  }

  Request into(FormPart room, FormPart file) {
    return form(file, room);
  }

  /** The documented request with those parts. */
  Request form(FormPart... parts) {
    return form(new Body.Multipart("assay-" + data.marker("boundary"), List.of(parts)));
  }

  Request form(Body.Multipart body) {
    return Request.post(URI.create(service.baseUrl() + path), body)
        .with("Authorization", "$TOKEN")
        .with("Content-Type", "multipart/form-data; boundary=" + body.boundary());
  }

  /** A request, sent to the service whose storage is down. */
  Request withStorageDown(Request request) {
    return request.withUri(URI.create(service.value("storageDownBaseUrl").orElseThrow() + path));
  }

  /** Lists the messages of a room. */
  Request readBack(String room) {
    return Request.get(RoomMessages.listing(service, room).orElseThrow())
        .with("Authorization", "$TOKEN");
  }

  /** A request with the token of a member of the foreign room, where the target has one. */
  Request readBackOfForeignRoom() {
    Request list = readBack(service.values().get("foreignRoom"));
    return service.secrets().has("FOREIGN_TOKEN")
        ? list.with("Authorization", "$FOREIGN_TOKEN")
        : list;
  }

  FormPart memberRoom() {
    return room(service.values().get("memberRoom"));
  }

  FormPart room(String id) {
    return FormPart.field("room_id", id);
  }

  /** A small PDF whose bytes and name occur nowhere else. */
  FormPart file(String purpose) {
    return SampleFile.PDF.part(
        data.fileName(purpose, "pdf"), GeneratedFile.pdf(2_000, data.number(purpose)));
  }

  /** Small PDFs that share a name and nothing else, enough for two to come within a second. */
  List<Request> sameName(String purpose) {
    String name = data.fileName(purpose, "pdf");
    return IntStream.range(0, NAMESAKES)
        .mapToObj(i -> upload(SampleFile.PDF.part(name, file(purpose + i).content())))
        .toList();
  }

  /** That file for the member's room. */
  Request upload(FormPart file) {
    return into(memberRoom(), file);
  }

  /** A genuine document of exactly that size. */
  FormPart large(long size) {
    return SampleFile.PDF.part(
        data.fileName("large" + size, "pdf"), GeneratedFile.pdf(size, data.number("large" + size)));
  }
}
