package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Assay as a library brings what contract tests need, and no load generator. */
class ClassPathTest {

  private static final int MOST = 60;

  private static List<String> jars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(entry -> Path.of(entry).getFileName().toString())
        .toList();
  }

  @Test
  void holds_few_jars_those_of_junit_and_surefire_included() {
    assertTrue(jars().size() <= MOST, () -> jars().size() + ": " + jars());
  }

  @Test
  void holds_nothing_that_only_commands_need() {
    assertEquals(
        List.of(),
        jars().stream()
            .filter(
                jar ->
                    jar.matches(
                        "(gatling|scala|netty|picocli|chart|handlebars|wiremock|jetty|allure|slf4j-nop).*"))
            .toList());
  }
}
