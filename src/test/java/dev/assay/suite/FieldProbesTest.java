package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.ContractReader;
import dev.assay.exchange.Body;
import dev.assay.exchange.FormPart;
import dev.assay.request.SampleFile;
import dev.assay.suite.probe.FieldProbe;
import dev.assay.suite.probe.FormFieldProbes;
import dev.assay.suite.probe.JsonFieldProbes;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FieldProbesTest {

  private static Map<String, FieldProbe> messageProbes() throws JsonProcessingException {
    ObjectNode good =
        (ObjectNode)
            new ObjectMapper()
                .readTree(
                    "{\"user\":{\"auth_id\":\"u1\"},\"message_body\":\"Hi\",\"message_type\":0,\"business_id\":343}");
    return new JsonFieldProbes(
            new ContractReader().shipped("haptik").operation("log-message").requestSchema(), good)
        .all().stream().collect(Collectors.toMap(FieldProbe::name, Function.identity()));
  }

  private static Map<String, FieldProbe> uploadProbes() {
    Body.Multipart good =
        new Body.Multipart(
            "edge",
            List.of(
                FormPart.file("file", "a.pdf", "application/pdf", SampleFile.PDF.content()),
                FormPart.field("room_id", "room1")));
    return new FormFieldProbes(
            new ContractReader().shipped("rooms").operation("upload-file").requestSchema(), good)
        .all().stream().collect(Collectors.toMap(FieldProbe::name, Function.identity()));
  }

  private static String json(FieldProbe probe) {
    return ((Body.Text) probe.body()).text();
  }

  @Test
  void each_field_of_the_schema_is_spoilt_in_turn() throws JsonProcessingException {
    assertThat(messageProbes())
        .containsKeys(
            "user-absent",
            "user-null",
            "user.auth_id-absent",
            "user.auth_id-number",
            "user.auth_id-very-long",
            "message_body-array",
            "message_type-negative",
            "business_id-beyond-32-bits",
            "business_id-beyond-64-bits",
            "business_id-digits-as-text",
            "business_id-twice");
  }

  @Test
  void a_spoilt_field_leaves_the_others_alone() throws JsonProcessingException {
    assertThat(json(messageProbes().get("user.auth_id-null")))
        .isEqualTo(
            "{\"user\":{\"auth_id\":null},\"message_body\":\"Hi\",\"message_type\":0,\"business_id\":343}");
    assertThat(json(messageProbes().get("business_id-twice")))
        .endsWith("\"business_id\":343,\"business_id\":343}");
    assertThat(json(messageProbes().get("message_type-absent"))).doesNotContain("message_type");
  }

  @Test
  void accepting_what_lacks_a_required_field_is_unnatural_and_lenience_is_not()
      throws JsonProcessingException {
    Map<String, FieldProbe> probes = messageProbes();
    assertThat(List.of("user-absent", "message_body-null", "business_id-boolean"))
        .allMatch(name -> probes.get(name).acceptanceUnnatural());
    assertThat(
            List.of(
                "business_id-digits-as-text",
                "user.auth_id-very-long",
                "message_type-negative",
                "message_body-empty"))
        .noneMatch(name -> probes.get(name).acceptanceUnnatural());
  }

  @Test
  void each_part_of_a_form_is_spoilt_in_turn() {
    assertThat(uploadProbes())
        .containsKeys(
            "file-absent",
            "file-as-field",
            "file-empty-name",
            "file-twice",
            "room_id-absent",
            "room_id-empty",
            "room_id-twice",
            "room_id-first",
            "room_id-second",
            "room_id-as-file",
            "room_id-very-long");
  }

  @Test
  void a_spoilt_part_leaves_the_others_alone() {
    Body.Multipart body = (Body.Multipart) uploadProbes().get("room_id-twice").body();
    assertThat(body.parts())
        .extracting(FormPart::name)
        .containsExactly("file", "room_id", "room_id");
  }
}
