package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What removes things is sent only where somebody allowed it, whatever command it is. */
class DestructiveOperationsTest {

  private static final Path DATA = Path.of("src/test/fifth-service");

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    shop = new Shop(Shop.Fault.NOTHING);
    Files.copy(DATA.resolve("shop.openapi.yaml"), folder.resolve("shop.openapi.yaml"));
    String target = Files.readString(DATA.resolve("target.yaml"));
    Files.writeString(
        folder.resolve("target.yaml"), target.replaceAll("(?m)^ *destructive:.*\\R", ""));
    Files.writeString(
        folder.resolve("shop.env"), "SHOP_PORT=%s%nSHOP_KEY=%s%n".formatted(shop.port(), Shop.KEY));
    Files.setPosixFilePermissions(
        folder.resolve("shop.env"), PosixFilePermissions.fromString("rw-------"));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void a_contract_run_leaves_them_out_and_says_why() throws IOException {
    Outcome outcome = assay("contract", "--report", report());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out()).contains("conforms").contains("destructive: [cancel-order]");
    assertThat(shop.cancelled()).isZero();
  }

  @Test
  void the_plan_of_a_run_names_them_with_the_reason() {
    Outcome outcome = assay("contract", "--plan");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .containsPattern("cancel-order  not asked: it destroys what it is sent to")
        .contains("place-order  http://127.0.0.1:");
  }

  @Test
  void a_doctor_finds_nothing_wrong_with_them() {
    Outcome outcome = assay("doctor");
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out()).containsPattern("cancel-order.*not asked: it destroys");
    assertThat(shop.cancelled()).isZero();
  }

  @Test
  void a_cutover_leaves_them_out() throws IOException {
    try (Shop other = new Shop(Shop.Fault.NOTHING)) {
      Path old = folder.resolve("target.yaml");
      Path now = folder.resolve("now.yaml");
      Files.writeString(
          now, Files.readString(old).replace("${SHOP_PORT}", Integer.toString(other.port())));
      Outcome outcome =
          Outcome.ofCommand(
              "cutover",
              "--from=" + old,
              "--to=" + now,
              "--env-file=" + folder.resolve("shop.env"),
              "--report=" + report());
      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.exitCode()).as(outcome.out()).isZero();
      assertThat(shop.cancelled() + other.cancelled()).isZero();
    }
  }

  @Test
  void a_load_of_one_is_not_begun() {
    Outcome outcome =
        assay("load", "cancel-order", "--rate=5", "--duration=1s", "--report", report());
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("cancel-order")
        .contains("destructive: [cancel-order]")
        .contains("--allow-destructive");
    assertThat(shop.cancelled()).isZero();
  }

  @Test
  void they_are_asked_where_the_command_allows_it() throws IOException {
    Outcome outcome = assay("contract", "--allow-destructive", "--report", report());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(shop.cancelled()).isPositive();
    assertThat(
            new ObjectMapper()
                .readTree(folder.resolve("report/contract.json").toFile())
                .findValuesAsText("id"))
        .contains("cancel-order/204/status");
  }

  @Test
  void a_run_of_nothing_else_ends_well_with_a_clean_up_too() throws IOException {
    Files.writeString(
        folder.resolve("target.yaml"),
        "    cleanUp: { order: \"DELETE /branches/old%20town/orders/{order}\" }\n",
        StandardOpenOption.APPEND);
    Outcome outcome = assay("contract", "--select=cancel-order", "--report", report());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("destructive: [cancel-order]");
    assertThat(shop.cancelled()).isZero();
  }

  private String report() {
    return folder.resolve("report").toString();
  }

  private Outcome assay(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.add("--target=" + folder.resolve("target.yaml"));
    all.add("--env-file=" + folder.resolve("shop.env"));
    return Outcome.ofCommand(all.toArray(String[]::new));
  }
}
