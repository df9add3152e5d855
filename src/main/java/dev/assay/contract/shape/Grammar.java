package dev.assay.contract.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands where in a contract, as far as Assay reads it.
 *
 * @param kinds of objects, by name
 */
record Grammar(Map<String, Kind> kinds) {

  /**
   * Objects of a kind.
   *
   * @param words for it
   * @param closed whether nothing else stands there, extensions apart
   * @param members what is below which key
   */
  record Kind(String words, boolean closed, Map<String, Expected> members) {}

  /** Whether something stands by itself, as the items of a list, below keys, or elsewhere. */
  enum Form {
    ONE,
    LIST,
    MAP,
    ELSEWHERE
  }

  /**
   * What is below a key.
   *
   * @param kind of each; where it is elsewhere, the key for it
   * @param needed whether it must be there; where it is elsewhere, whether it may not be here even
   *     beside that
   */
  record Expected(String kind, Form form, boolean needed) {

    /** Whether something is wrong where it is not there. */
    boolean isMissed() {
      return needed && form != Form.ELSEWHERE;
    }

    static Expected of(String written) {
      String kind = written.replaceAll("[\\[\\]{}>!]", "");
      Form form =
          switch (written.charAt(0)) {
            case '[' -> Form.LIST;
            case '{' -> Form.MAP;
            case '>' -> Form.ELSEWHERE;
            default -> Form.ONE;
          };
      return new Expected(kind, form, written.endsWith("!"));
    }
  }

  private static final Pattern LINE = Pattern.compile("(\\w+)(!?) \\(([^)]*)\\): *(.*)");

  /**
   * Kind (in words): key=kind, [kind] in a list, {kind} below keys, >key elsewhere; ! is needed.
   */
  private static final String SCHEMA =
      """
      schema (a schema, such as { type: string }): properties={schema} patternProperties={schema} \
      dependentSchemas={schema} items=schema additionalProperties=schema not=schema if=schema then=schema \
      else=schema contains=schema propertyNames=schema unevaluatedItems=schema unevaluatedProperties=schema \
      allOf=[schema] anyOf=[schema] oneOf=[schema] prefixItems=[schema] required=names enum=values type=types \
      pattern=pattern format=text minimum=number maximum=number multipleOf=positive minLength=count \
      maxLength=count minItems=count maxItems=count minProperties=count maxProperties=count \
      uniqueItems=flag readOnly=flag writeOnly=flag nullable=flag
      keys (keys of its own):
      """;

  private static final String METHODS =
      """
      get=operation put=operation post=operation delete=operation options=operation head=operation \
      patch=operation parameters=[parameter]""";

  private static final String OPENAPI =
      """
      document (a contract): paths={path} servers=[server] security=[keys] components=components
      components (keys such as `schemas`): schemas=keys responses=keys parameters=keys requestBodies=keys \
      headers=keys securitySchemes={scheme}
      path! (methods such as `get`): %s trace=operation servers=[server] summary=text description=text
      operation (an operation with `responses`): parameters=[parameter] requestBody=body responses={response} \
      security=[keys] servers=[server] operationId=text
      server (keys such as `url`): url=text variables={keys}
      parameter (a parameter with `name` and `in`): name=text! in=text! schema=schema content={media} \
      required=flag explode=flag style=style examples={keys} type=>schema
      header (a header with a `schema`): schema=schema content={media} required=flag type=>schema
      body (a body with `content`): content={media}! required=flag schema=>content
      response (a response with a `description`): headers={header} content={media} links={keys} schema=>content
      media (keys such as `schema`): schema=schema examples={keys} encoding=keys
      scheme (keys such as `type`): type=security! in=keyplace
      """
          .formatted(METHODS);

  private static final String SWAGGER =
      """
      document (a contract): paths={path} security=[keys] securityDefinitions={keys} definitions=keys \
      responses=keys parameters=keys consumes=medias produces=medias
      path! (methods such as `get`): %s
      operation (an operation with `responses`): parameters=[parameter] responses={response} \
      security=[keys] operationId=text consumes=medias produces=medias requestBody=>parameters!
      parameter (a parameter with `name` and `in`): name=text! in=text! schema=schema required=flag \
      items=schema pattern=pattern enum=values minimum=number maximum=number type=types content=>schema
      header (a header with a `type`): items=schema pattern=pattern enum=values type=types schema=>type
      response (a response with a `description`): schema=schema headers={header} examples=keys content=>schema
      """
          .formatted(METHODS);

  /**
   * That of a version.
   *
   * @param swagger whether it is Swagger 2.0
   * @param old whether schemas are older than those of OpenAPI 3.1
   */
  static Grammar of(boolean swagger, boolean old) {
    String bound = old ? "bound" : "number";
    String schema =
        SCHEMA.replace(
            "nullable=flag",
            "nullable=flag exclusiveMinimum=%s exclusiveMaximum=%s discriminator=%s"
                .formatted(bound, bound, swagger ? "text" : "keys"));
    Map<String, Kind> kinds = new LinkedHashMap<>();
    (schema + (swagger ? SWAGGER : OPENAPI)).lines().forEach(line -> add(line, kinds));
    return new Grammar(kinds);
  }

  private static void add(String line, Map<String, Kind> kinds) {
    Matcher kind = LINE.matcher(line);
    if (!kind.matches()) {
      throw new IllegalStateException(line);
    }
    Map<String, Expected> members = new LinkedHashMap<>();
    for (String member : kind.group(4).strip().split(" ", -1)) {
      if (!member.isEmpty()) {
        String[] both = member.split("=", 2);
        members.put(both[0], Expected.of(both[1]));
      }
    }
    kinds.put(kind.group(1), new Kind(kind.group(3), !kind.group(2).isEmpty(), members));
  }
}
