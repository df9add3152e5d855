package dev.assay.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.Conclusion;
import dev.assay.UserException;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.measure.Measurement;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.record.Quantiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A load run of earlier, read back from its {@code load.json}.
 *
 * @param folder where it was found
 * @param shape what must be the same for another run to be compared with it
 * @param repeats what was measured, for each repeat that could be judged
 */
public record EarlierLoad(Path folder, JsonNode shape, List<List<Measurement>> repeats) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Reads the run in that folder.
   *
   * @throws UserException if there is none, or none that can be compared with
   */
  public static EarlierLoad read(Path folder) {
    Path file = folder.resolve("load.json");
    JsonNode json;
    try {
      json = JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UserException(
          file + " cannot be read; --against names the report folder of an earlier load run");
    }
    require(
        json.path("tool").path("name").asText().equals("assay"), file, "was not written by Assay");
    require(
        json.path("format").asInt() == LoadJson.FORMAT && json.path("shape").isObject(),
        file,
        "is in the format of another version of Assay; make that run again with this one");
    require(!json.has("capacity"), file, "is a search for capacity, which has no single shape");
    require(
        !json.path("shape").has("injector"),
        file,
        "is of one of several injectors; merge them with `assay merge` first");
    require(!json.path("partial").asBoolean(), file, "is of a run that did not come to its end");
    List<List<Measurement>> repeats = repeats(json);
    require(!repeats.isEmpty(), file, "is of a run that could not be judged itself");
    return new EarlierLoad(folder, json.path("shape"), repeats);
  }

  private static void require(boolean condition, Path file, String flaw) {
    if (!condition) {
      throw new UserException(file + " cannot be compared with: it " + flaw);
    }
  }

  private static List<List<Measurement>> repeats(JsonNode json) {
    List<List<Measurement>> repeats = new ArrayList<>();
    for (JsonNode repeat : json.has("repeats") ? json.path("repeats") : List.of(json)) {
      boolean invalid =
          repeat.path("outcome").asText().equals(LoadResult.word(Conclusion.UNDECIDED));
      if (!invalid && repeat.path("invalidBecause").isEmpty()) {
        List<Measurement> run = new ArrayList<>();
        repeat.path("requests").forEach(each -> run.add(measurement(each)));
        repeats.add(List.copyOf(run));
      }
    }
    return List.copyOf(repeats);
  }

  private static Measurement measurement(JsonNode json) {
    double throughput = json.path("throughput").asDouble();
    long ok = json.path("ok").asLong();
    Map<String, Long> failures = new TreeMap<>();
    json.path("failures")
        .properties()
        .forEach(e -> failures.put(e.getKey(), e.getValue().asLong()));
    return new Measurement(
        json.path("name").asText(),
        0,
        ok,
        failures,
        quantiles(json.path("latencyMs")),
        quantiles(json.path("serviceTimeMs")),
        Quantiles.none(),
        Quantiles.none(),
        throughput == 0 ? 0 : ok / throughput);
  }

  private static Quantiles quantiles(JsonNode json) {
    return JSON.convertValue(json, Quantiles.class);
  }

  /**
   * Makes sure that a run of that plan can be compared with this one.
   *
   * @throws UserException if it is of another scenario, model, rate or length
   */
  public void requireShapeOf(LoadPlan plan) {
    JsonNode now = LoadJson.shape(plan);
    for (Iterator<String> names = now.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      boolean isKnown = shape.has(name) || !name.equals(LoadJson.REQUESTS);
      if (isKnown && !now.path(name).toString().equals(shape.path(name).toString())) {
        throw new UserException(
            "%s cannot be compared with: its %s was %s, and now it is %s"
                .formatted(folder, name, shape.path(name), now.path(name)));
      }
    }
  }
}
