package dev.assay.load.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.UserException;
import dev.assay.exchange.Header;
import dev.assay.exchange.target.Target;
import dev.assay.load.request.AnswerRules;
import dev.assay.load.request.LoadRequest;
import dev.assay.load.request.MemberRule;
import dev.assay.load.request.RequestTemplate;
import dev.assay.mock.EmbeddedTarget;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the plan tells a load generator, which reads no contract. */
class TemplateTest {

  private static final String MARK = RequestTemplate.MARK;
  private static final Profile PROFILE = new Profile("p", 2, 0.5, List.of(Phase.constant(1, 1)));

  private static RequestTemplate template(Target target, LoadRequest request) {
    Scenario scenario = new Scenario("s", List.of(new Scenario.Share(request, 1)));
    return LoadPlan.of(target, scenario, PROFILE).template(request);
  }

  private static RequestTemplate template(LoadRequest request) {
    return template(EmbeddedTarget.planned(), request);
  }

  private static List<String> rules(RequestTemplate template) {
    return template.rules().members().stream().map(MemberRule::flaw).toList();
  }

  @Test
  void a_json_request_has_the_values_of_the_target_and_a_text_of_its_own() {
    RequestTemplate message = template(TestRequests.LOG_MESSAGE);
    assertThat(message.service()).isEqualTo("haptik");
    assertThat(message.method()).isEqualTo("POST");
    assertThat(message.url()).isEqualTo(message.address()).endsWith("/v1.0/log_message_from_user/");
    assertThat(message.headers())
        .contains(
            new Header("Authorization", "Bearer $TOKEN"),
            new Header("client-id", "$CLIENT_ID"),
            new Header("Content-Type", "application/json"));
    assertThat(message.body())
        .isEqualTo(
            "{\"user\":{\"auth_id\":\"sampleUser1\"},\"message_body\":\"Assay checks message %s.\",\"message_type\":0,\"business_id\":343}"
                .formatted(MARK));
    assertThat(message.parts()).isEmpty();
    assertThat(message.bodyBytes()).isEqualTo(message.body().length());
  }

  @Test
  void a_form_says_of_what_kind_its_file_is() {
    RequestTemplate image = template(TestRequests.LOG_FILE_10MB);
    assertThat(image.headers()).extracting(Header::name).doesNotContain("Content-Type");
    assertThat(image.parts())
        .containsExactly(
            new RequestTemplate.Part("auth_id", "sampleUser1", "", ""),
            new RequestTemplate.Part("business_id", "343", "", ""),
            new RequestTemplate.Part("message_type", "1", "", ""),
            new RequestTemplate.Part(
                "message_body", "Assay checks message %s.".formatted(MARK), "", ""),
            new RequestTemplate.Part("file", "", "assay-%s.jpg".formatted(MARK), "image/jpeg"));
    assertThat(image.bodyBytes()).isBetween(10_000_200L, 10_001_500L);
    LoadRequest document = new LoadRequest("d", "log-file", 2_000, "csv");
    assertThat(template(document).parts())
        .contains(
            new RequestTemplate.Part("message_type", "52", "", ""),
            new RequestTemplate.Part("file", "", "assay-%s.csv".formatted(MARK), "text/csv"));
  }

  @Test
  void what_is_asked_of_answers_follows_from_the_contract() {
    assertThat(rules(template(TestRequests.LOG_MESSAGE)))
        .containsExactly(
            "message_id is no integer",
            "message_body is not what was sent",
            "created_at is no string",
            "message_type is not what was sent",
            "message_id was already given to another message");
    assertThat(rules(template(TestRequests.LOG_FILE_SMALL)))
        .containsExactly(
            "message_id is no integer",
            "message_body is not what was sent",
            "created_at is no string",
            "message_type is not what was sent",
            "file_url is no URL",
            "message_id was already given to another file");
    AnswerRules upload = template(TestRequests.UPLOAD_SMALL).rules();
    assertThat(upload.members())
        .containsExactly(
            new MemberRule(
                "message", MemberRule.Kind.DOCUMENTED, "[\"File uploaded successfully\"]"),
            new MemberRule("file_url", MemberRule.Kind.URL, ""));
    assertThat(upload.errorMember()).isEqualTo("error");
    assertThat(upload.status()).isEqualTo(200);
  }

  @Test
  void any_operation_can_be_sent() {
    Target things =
        TestRequests.things(
            """
            /things/{owner}:
              parameters:
                - { name: owner, in: path, required: true, x-value: owner, schema: { type: string } }
                - { name: size, in: query, schema: { type: integer, default: 3 } }
              delete:
                operationId: drop-things
                responses: { "204": { description: Gone. } }
                x-clauses: []
            """);
    RequestTemplate drop = template(things.allowingAll(), LoadRequest.of("drop-things"));
    assertThat(drop.method()).isEqualTo("DELETE");
    assertThat(drop.url()).isEqualTo("http://127.0.0.1:9/base/things/somebody?size=3&key=$TOKEN");
    assertThat(drop.address()).isEqualTo("http://127.0.0.1:9/base/things/{owner}");
    assertThat(drop.body()).isEmpty();
    assertThat(drop.bodyBytes()).isZero();
    assertThat(drop.rules()).isEqualTo(new AnswerRules(204, false, false, "", List.of()));
    assertThat(drop.withoutContent().url()).as("it names nobody").isEmpty();
  }

  @Test
  void a_path_with_a_name_that_nobody_declares_is_not_loaded() {
    Target things =
        TestRequests.things(
            """
            /things/{nome}:
              get:
                operationId: read-thing
                responses: { "204": { description: It. } }
                x-clauses: []
            """);
    assertThatThrownBy(() -> template(things, LoadRequest.of("read-thing")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("read-thing is not loaded")
        .hasMessageContaining("declares no parameter nome of its path");
  }

  @Test
  void members_are_checked_as_far_as_their_schema_is_plain() {
    Target things =
        TestRequests.things(
            """
            /things:
              post:
                operationId: make-thing
                requestBody:
                  content:
                    application/json:
                      schema: { type: object, required: [note], properties: { note: { type: string } } }
                responses:
                  "201":
                    description: Made.
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [id, note, state, parts, owner, price, done, at]
                          properties:
                            id: { type: string, x-unique: true }
                            note: { type: string, x-echo: note }
                            state: { enum: [new, old] }
                            parts: { type: array }
                            owner: { type: [string, "null"] }
                            price: { type: number }
                            done: { type: boolean }
                            at: { type: object }
                            more: { type: string }
                x-clauses: []
            """);
    assertThat(rules(template(things, LoadRequest.of("make-thing"))))
        .containsExactly(
            "id is no string",
            "note is not what was sent",
            "state is not as documented",
            "parts is no array",
            "owner is missing",
            "price is no number",
            "done is no boolean",
            "at is no object",
            "id was already given to another thing");
  }

  @Test
  void a_request_has_a_text_and_a_uuid_of_its_own() {
    Target things =
        TestRequests.things(
            """
            /things:
              put:
                operationId: put-thing
                requestBody:
                  content:
                    application/json:
                      schema:
                        properties:
                          id: { type: string, format: uuid }
                          name: { type: string, maxLength: 12 }
                responses: { "204": { description: Put. } }
                x-clauses: []
            """);
    String body = template(things, LoadRequest.of("put-thing")).body();
    assertThat(RequestTemplate.own(body, "load00000017"))
        .matches("\\{\"id\":\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{21}\",\"name\":\"load00000017\"}")
        .isEqualTo(RequestTemplate.own(body, "load00000017"))
        .isNotEqualTo(
            RequestTemplate.own(body, "load00000018").replace("load00000018", "load00000017"));
  }

  @Test
  void an_operation_without_a_documented_success_cannot_be_judged() {
    Target things =
        TestRequests.things(
            """
            /things:
              get:
                operationId: list-things
                responses: { "404": { description: None. } }
                x-clauses: []
            """);
    assertThatThrownBy(() -> template(things, LoadRequest.of("list-things")))
        .hasMessage(
            "things.openapi.yaml, line 10: no success of list-things is documented, so no answer can be judged; add a response with a status of 2xx");
  }
}
