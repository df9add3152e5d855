package dev.assay.simulations;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.http.HttpDsl.RawFileBodyPart;
import static io.gatling.javaapi.http.HttpDsl.StringBodyPart;
import static io.gatling.javaapi.http.HttpDsl.http;

import dev.assay.exchange.Header;
import dev.assay.exchange.target.GivenCredentials;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.request.LoadRequest;
import dev.assay.load.request.RequestTemplate;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.BodyPart;
import io.gatling.javaapi.http.Http;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.function.Function;

/**
 * Makes Gatling's requests of templates. A text that is not plain is a function: alone it would be
 * searched for Gatling's expressions.
 *
 * @param credentials for the placeholders in URLs and headers
 * @param files that are uploaded
 * @param current the request that a virtual user is about to send
 */
record RequestBuilder(
    LoadPlan plan,
    GivenCredentials credentials,
    LoadFiles files,
    Function<Session, VirtualUserRequest> current) {

  HttpRequestActionBuilder build(LoadRequest request) {
    RequestTemplate template = plan.template(request);
    HttpRequestActionBuilder made = to(request, template).requestTimeout(plan.timeout(request));
    for (Header header : template.headers()) {
      made =
          isPlain(header.value())
              ? made.header(header.name(), header.value())
              : made.header(header.name(), session -> filledIn(template, header.value()));
    }
    if (!template.body().isEmpty()) {
      return made.body(StringBody(session -> current.apply(session).own(template.body())));
    }
    return template.parts().isEmpty()
        ? made
        : made.asMultipartForm()
            .bodyParts(
                template.parts().stream()
                    .map(part -> part(request, part))
                    .toArray(BodyPart[]::new));
  }

  /** Of a URL that never changes, Gatling need not find out each time where it leads. */
  private HttpRequestActionBuilder to(LoadRequest request, RequestTemplate template) {
    Http named = http(request.slug());
    return isPlain(template.url())
        ? named.httpRequest(template.method(), template.url())
        : named.httpRequest(
            template.method(),
            session -> current.apply(session).own(filledIn(template, template.url())));
  }

  /** Whether all requests have that text, and Gatling finds no expression in it. */
  private static boolean isPlain(String text) {
    return text.indexOf('$') < 0
        && text.indexOf('#') < 0
        && RequestTemplate.own(text, "").equals(text);
  }

  private String filledIn(RequestTemplate template, String text) {
    return text.indexOf('$') < 0 ? text : credentials.filledIn(template.service(), text);
  }

  private BodyPart part(LoadRequest request, RequestTemplate.Part part) {
    return part.isFile()
        ? RawFileBodyPart(part.name(), files.of(request).toString())
            .fileName(session -> current.apply(session).own(part.fileName()))
            .contentType(part.mediaType())
        : StringBodyPart(part.name(), session -> current.apply(session).own(part.text()));
  }
}
