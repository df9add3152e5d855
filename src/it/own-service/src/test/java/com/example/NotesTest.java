package com.example;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.junit.ContractFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A test that I had already, whose answers are held to the contract too. */
class NotesTest {

  private static final Contract CONTRACT =
      new ContractReader().at("notes", Path.of("notes.openapi.yaml"));
  private static final ContractFilter FILTER = new ContractFilter(CONTRACT);

  @Test
  void a_note_is_kept() throws Exception {
    given()
        .baseUri(NotesService.start().uri().toString())
        .header("Authorization", "Bearer " + NotesService.TOKEN)
        .contentType("application/json")
        .filter(FILTER)
        .body("{\"text\": \"buy tea\"}")
        .post("/notes")
        .then()
        .statusCode(201)
        .body("text", equalTo("buy tea"));
    assertEquals(1, FILTER.coverage().run().cases().size());
  }

  @AfterAll
  static void tellWhatWasSeen() throws Exception {
    FILTER.coverage().write(Path.of("target/contract-coverage"));
    String text = Files.readString(Path.of("target/contract-coverage/coverage.txt"));
    assertTrue(text.startsWith("Notes: 1 exchange"), text);
  }
}
