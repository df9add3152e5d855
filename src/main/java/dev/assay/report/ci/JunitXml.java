package dev.assay.report.ci;

import dev.assay.report.text.Sanitizer;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report in the format of JUnit, for build servers: one indented element a line, without any
 * character that XML forbids. It counts its own tests.
 *
 * @param name of the whole
 * @param duration of the whole, which may be less than that of its suites together
 * @param startedAt written in UTC
 */
record JunitXml(String name, Duration duration, Instant startedAt, List<Suite> suites) {

  /** Tests that belong together. */
  record Suite(String name, Duration duration, Instant startedAt, List<Test> tests) {}

  /**
   * One test.
   *
   * @param result what there is to say of it; a test that passed may have none
   */
  record Test(String className, String name, Duration duration, Optional<Result> result) {

    /** A test of which no time was taken. */
    static Test of(String className, String name, Result result) {
      return new Test(className, name, Duration.ZERO, Optional.of(result));
    }
  }

  /**
   * How a test ended, or what it printed.
   *
   * @param element failure, error, skipped or system-out
   * @param type of a failure or error, else empty
   * @param message in a line; empty where there is only a text
   * @param text of several lines
   */
  record Result(String element, String type, String message, String text) {

    static Result failure(String type, String message, String text) {
      return new Result("failure", type, message, text);
    }

    static Result error(String type, String message, String text) {
      return new Result("error", type, message, text);
    }

    static Result error(String type, String message) {
      return error(type, message, message);
    }

    static Result skipped(String message) {
      return new Result("skipped", "", message, "");
    }

    static Result output(String text) {
      return new Result("system-out", "", "", text);
    }
  }

  /** The whole document. */
  String document() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      start(xml, 0, "testsuites");
      List<Test> all = suites.stream().flatMap(suite -> suite.tests().stream()).toList();
      counts(xml, name, all, duration, startedAt);
      for (Suite suite : suites) {
        write(xml, suite);
      }
      end(xml, 0);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private static void write(XMLStreamWriter xml, Suite suite) throws XMLStreamException {
    start(xml, 1, "testsuite");
    counts(xml, suite.name(), suite.tests(), suite.duration(), suite.startedAt());
    for (Test test : suite.tests()) {
      start(xml, 2, "testcase");
      attributes(
          xml,
          "classname",
          test.className(),
          "name",
          test.name(),
          "time",
          seconds(test.duration()));
      if (test.result().isPresent()) {
        write(xml, test.result().get());
        end(xml, 2);
      } else {
        xml.writeCharacters("");
        xml.writeEndElement();
      }
    }
    end(xml, 1);
  }

  private static void write(XMLStreamWriter xml, Result result) throws XMLStreamException {
    start(xml, 3, result.element());
    if (!result.type().isEmpty()) {
      attributes(xml, "type", result.type());
    }
    if (!result.element().equals("system-out")) {
      attributes(xml, "message", result.message());
    }
    xml.writeCharacters(Sanitizer.lines(result.text()));
    xml.writeEndElement();
  }

  private static void counts(
      XMLStreamWriter xml, String name, List<Test> tests, Duration duration, Instant startedAt)
      throws XMLStreamException {
    attributes(xml, "name", name, "tests", Integer.toString(tests.size()));
    attributes(xml, "failures", count(tests, "failure"), "errors", count(tests, "error"));
    attributes(xml, "skipped", count(tests, "skipped"), "time", seconds(duration));
    attributes(xml, "timestamp", time(startedAt));
  }

  private static String count(List<Test> tests, String element) {
    Stream<Result> results = tests.stream().flatMap(test -> test.result().stream());
    return Long.toString(results.filter(result -> result.element().equals(element)).count());
  }

  private static void start(XMLStreamWriter xml, int depth, String element)
      throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeStartElement(element);
  }

  private static void end(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeEndElement();
  }

  /** Names and values by turns. */
  private static void attributes(XMLStreamWriter xml, String... attributes)
      throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], Sanitizer.line(attributes[i + 1]));
    }
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }

  /** Without fractions and zone, as the schema of the format has it. */
  private static String time(Instant instant) {
    return instant.toString().substring(0, "2026-11-01T00:00:00".length());
  }
}
