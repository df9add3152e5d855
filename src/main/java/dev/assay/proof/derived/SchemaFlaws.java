package dev.assay.proof.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Values that a schema does not allow, each for one reason. */
final class SchemaFlaws {

  private final List<SchemaChange> flaws = new ArrayList<>();
  private final JsonNode whole;

  private SchemaFlaws(JsonNode whole) {
    this.whole = whole;
  }

  /** Those of that schema, for each place and each reason. */
  static List<SchemaChange> of(JsonNode whole) {
    SchemaFlaws flaws = new SchemaFlaws(whole);
    SchemaPlace.in(whole).forEach(flaws::at);
    return List.copyOf(flaws.flaws);
  }

  private void at(SchemaPlace place) {
    FlawCollector collector = (slug, what, flawed, lax) -> made(place, slug, what, flawed, lax);
    new ValueFlaws(place, collector).add();
    new ContainerFlaws(place, collector).add();
  }

  /** Only what the whole really does not allow, and what it would allow if that rule were gone. */
  private void made(SchemaPlace place, String slug, String what, JsonNode flawed, JsonNode lax) {
    JsonNode shown = place.shown().apply(flawed);
    Optional<JsonNode> value = ValueSource.of(shown).filter(bad -> !ValueSource.allows(whole, bad));
    value.ifPresent(
        bad ->
            flaws.add(
                new SchemaChange(
                    slug(place.name() + "-" + slug),
                    place.name(),
                    what,
                    shown,
                    place.instead().apply(lax),
                    bad)));
  }

  static String slug(String text) {
    return text.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
