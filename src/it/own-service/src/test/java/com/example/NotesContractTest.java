package com.example;

import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TargetReader;
import dev.assay.junit.ContractTests;
import java.nio.file.Path;
import java.util.Map;

/** Holds my service to its contract: a test for each case, grouped by endpoint. */
class NotesContractTest implements ContractTests {

  @Override
  public Target target() throws Exception {
    return new TargetReader(environment(NotesService.start())).read(Path.of("my-target.yaml"));
  }

  /** Usually System.getenv(). */
  private static Map<String, String> environment(NotesService service) {
    return Map.of("SERVICE_URL", service.uri().toString(), "NOTES_TOKEN", NotesService.TOKEN);
  }
}
