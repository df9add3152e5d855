package dev.assay.contract.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How documented paths are sent. */
class PathTemplateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/users/{id}/posts | /users/a%2Fb/posts",
        "/users/{id}.json  | /users/a%2Fb.json",
        "/{id}{id}         | /a%2Fba%2Fb",
        "/users/{unknown}  | /users/",
        "/a{b              | /a%7Bb",
        "/a}{id}           | /a%7Da%2Fb",
        "/{}/{id}          | /%7B%7D/a%2Fb",
        "/two words        | /two%20words",
        "/caf\u00e9        | /caf%C3%A9",
        "/100%25/5%        | /100%25/5%25",
      })
  void values_take_their_places_and_what_no_uri_may_have_is_written_with_percent_signs(
      String path, String sent) {
    PathTemplate template = PathTemplate.of(path);
    assertThat(template.sent(Map.of("id", "a%2Fb"))).isEqualTo(sent);
    assertThat(URI.create("http://127.0.0.1" + sent)).hasScheme("http");
  }
}
