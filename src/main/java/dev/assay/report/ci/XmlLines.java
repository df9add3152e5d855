package dev.assay.report.ci;

import dev.assay.report.text.Sanitizer;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML with one indented element a line, and without any character that XML forbids. */
final class XmlLines {

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;
  private int depth;

  XmlLines() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens an element; its attributes are names and values by turns. */
  void open(String element, String... attributes) {
    try {
      newLine();
      start(element, attributes);
      depth++;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Closes the innermost element. */
  void close() {
    try {
      depth--;
      newLine();
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An element with nothing but text. */
  void leaf(String element, String content, String... attributes) {
    try {
      newLine();
      start(element, attributes);
      xml.writeCharacters(Sanitizer.lines(content));
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The document so far. */
  String document() {
    return text + "\n";
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private void start(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], Sanitizer.line(attributes[i + 1]));
    }
  }
}
