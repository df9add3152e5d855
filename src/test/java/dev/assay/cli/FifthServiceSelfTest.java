package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that Assay has never heard of is checked and loaded by data alone. */
@Tag("slow")
class FifthServiceSelfTest {

  private static final Path DATA = Path.of("src/test/fifth-service");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  /** Runs that command against the shop, with the data in the folder that is run in. */
  private Outcome assay(Shop shop, String command, String... more) throws IOException {
    Path environment = folder.resolve("shop.env");
    Files.writeString(environment, "SHOP_PORT=%s%nSHOP_KEY=%s%n".formatted(shop.port(), Shop.KEY));
    for (String file : List.of("shop.openapi.yaml", "target.yaml", "profiles.yaml")) {
      Path copy = folder.resolve(file);
      if (!Files.exists(copy)) {
        Files.copy(DATA.resolve(file), copy);
      }
    }
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of(more));
    args.addAll(
        List.of(
            "--target=" + folder.resolve("target.yaml"),
            "--env-file=" + environment,
            "--report=" + folder.resolve("report")));
    return Outcome.ofCommand(args.toArray(String[]::new));
  }

  private JsonNode report(String file) throws IOException {
    return JSON.readTree(folder.resolve("report").resolve(file).toFile());
  }

  @Test
  void a_shop_that_keeps_its_contract_is_found_conforming_and_every_promise_was_asked()
      throws Exception {
    try (Shop shop = new Shop(Shop.Fault.NOTHING)) {
      Outcome outcome = assay(shop, "contract");
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
      assertThat(outcome.out()).contains("0 fail, 0 warn").contains("conforms");
      assertThat(report("contract.json").toString())
          .contains("place-order/201/order-unique", "place-order/400/no-item")
          .contains("read-order/200/state", "read-order/401/missing-header")
          .contains("cancel-order/204/status")
          .doesNotContain(Shop.KEY);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ORDERS_WITH_ONE_NUMBER, place-order/201/order-unique",
    "ITEMS_TRIMMED, place-order/201/item-text",
    "KEY_NOT_COMPARED_WHOLE, read-order/401/invalid-header",
    "READING_NEEDS_NO_KEY, read-order/401/missing-header",
    "CANCELLED_WITH_200, cancel-order/204/status",
    "ITEM_NOT_NEEDED, place-order/400/no-item",
    "NO_GIFTS, place-order/request/wrapping-gift"
  })
  void a_shop_with_a_fault_is_blamed_for_it(Shop.Fault fault, String clause) throws Exception {
    try (Shop shop = new Shop(fault)) {
      Outcome outcome = assay(shop, "contract", "--strict");
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(1);
      TreeSet<String> blamed = new TreeSet<>();
      for (JsonNode each : report("contract.json").findParents("outcome")) {
        if (each.path("outcome").asText().matches("FAIL|WARN") && each.has("clause")) {
          blamed.add(each.path("clause").asText());
        }
      }
      assertThat(blamed).as(outcome.out()).contains(clause);
    }
  }

  @Test
  void it_is_loaded_in_a_mixture_and_each_answer_is_judged() throws Exception {
    try (Shop shop = new Shop(Shop.Fault.NOTHING)) {
      Outcome outcome =
          assay(
              shop,
              "load",
              "shopping",
              "--profile=short",
              "--profiles=" + folder.resolve("profiles.yaml"));
      assertThat(outcome.out() + outcome.err()).contains("60 of 60 requests");
      assertThat(report("load.json").path("requests").findValuesAsText("failed")).containsOnly("0");
    }
  }

  @Test
  void any_one_operation_is_loaded_without_a_scenario_and_blamed_where_it_errs() throws Exception {
    try (Shop shop = new Shop(Shop.Fault.ORDERS_WITH_ONE_NUMBER)) {
      Outcome outcome = assay(shop, "load", "place-order", "--duration=2s", "--rate=10");
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(1);
      assertThat(outcome.out()).contains("order was already given");
    }
  }

  @Test
  void a_doctor_asks_each_of_its_operations() throws Exception {
    try (Shop shop = new Shop(Shop.Fault.NOTHING)) {
      Files.createDirectories(folder.resolve("report"));
      Outcome outcome = doctor(shop);
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
      assertThat(outcome.out()).contains("place-order", "read-order", "cancel-order");
    }
  }

  private Outcome doctor(Shop shop) throws IOException {
    assay(shop, "contract", "--list");
    return Outcome.ofCommand(
        "doctor",
        "--target=" + folder.resolve("target.yaml"),
        "--env-file=" + folder.resolve("shop.env"));
  }
}
