package dev.assay.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is of a format, and what is not, as people's services have it. */
class SchemaFormatsTest {

  private static boolean isOf(String format, String text) {
    var schema = JsonNodeFactory.instance.objectNode().put("type", "string").put("format", format);
    return SchemaRules.of(schema).allow(TextNode.valueOf(text));
  }

  @ParameterizedTest
  @CsvSource({
    "email, a@b.test",
    "email, a@localhost",
    "email, someone@corp.internal",
    "email, someone@mail.corp.local",
    "email, someone@company.an",
    "email, o'neil+x@EXAMPLE.COM",
    "email, a@xn--e1afmkfd.xn--p1ai",
    "email, '\"a b\"@example.com'",
    "email, a@[127.0.0.1]",
    "idn-email, пользователь@пример.ру",
    "idn-email, someone@bücher.example",
    "idn-email, someone@corp.internal",
    "idn-hostname, VqEmcXB.kik",
    "idn-hostname, cafe\u0301.example",
    "idn-email, someone@cafe\u0301.example",
    "idn-hostname, BÜCHER.example",
    "idn-hostname, 例え.テスト",
    "hostname, LOCALHOST",
    "hostname, db-1.corp.internal",
    "date-time, 2026-01-01T00:00:00.123456789012Z",
    "date-time, 2026-01-01t00:00:00z",
    "date-time, 2026-01-01T00:00:00-00:00",
    "date-time, 2016-12-31T23:59:60Z",
    "uri, http://my_service:8080/a?b=c#d",
    "uri, http://me:secret@[2001:db8::1]:443",
    "uri, http://example.com:/",
    "uri, urn:isbn:0451450523",
    "uri, 'file:///a//b:c'",
    "uri-reference, //example.com:80/a",
    "uri-reference, ../a:b@c//d:e",
    "byte, QXNzYXk=",
    "byte, QQ==",
  })
  void what_is_of_a_format_is_taken_for_it(String format, String text) {
    assertThat(isOf(format, text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "email, nobody",
    "email, @example.com",
    "email, a@",
    "email, a b@example.com",
    "email, a@-b.com",
    "email, a@b..com",
    "email, a@b@example.com",
    "email, a@exam_ple.com",
    "idn-email, пользователь",
    "idn-email, a@-пример.ру",
    "idn-hostname, -a.example",
    "idn-hostname, a b",
    "hostname, a_b",
    "date-time, 2026-01-01",
    "date-time, 2026-02-29T00:00:00Z",
    "date-time, 2026-01-01T24:00:00Z",
    "date-time, 2026-01-01T00:00:00",
    "date-time, '2026-01-01T00:00:00Z\n'",
    "hostname, a.example.",
    "idn-hostname, 例え..テスト",
    "idn-hostname, 。例え",
    "uri, http://example.com:abc/path",
    "uri, http://a@b@example.com/",
    "uri, /relative",
    "uri-reference, //example.com:abc/p",
    "uri-reference, //a@b@example.com/",
    "byte, § assay §",
    "byte, QXNzYXk!",
  })
  void what_is_not_of_a_format_is_not(String format, String text) {
    assertThat(isOf(format, text)).isFalse();
  }

  @Test
  void a_text_that_is_too_long_for_an_expression_to_judge_is_of_every_format() {
    assertThat(isOf("uri-template", "x".repeat(20_000))).isTrue();
  }
}
