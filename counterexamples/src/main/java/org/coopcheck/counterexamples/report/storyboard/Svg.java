package org.coopcheck.counterexamples.report.storyboard;

import io.vavr.collection.Vector;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.coopcheck.counterexamples.report.storyboard.Route.Point;
import org.coopcheck.counterexamples.report.text.Visible;

/** Writes SVG. Whatever a text says, it is text; numbers have one decimal at most. */
final class Svg {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  Svg() {
    try {
      xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Writing {
    void run() throws XMLStreamException;
  }

  private Svg write(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // a StringWriter takes everything
    }
  }

  Svg open(String element) {
    return write(() -> xml.writeStartElement(element));
  }

  Svg close() {
    return write(xml::writeEndElement);
  }

  Svg with(String attribute, String value) {
    return write(() -> xml.writeAttribute(attribute, Visible.text(value)));
  }

  Svg with(String attribute, double value) {
    return with(attribute, number(value));
  }

  Svg says(String words) {
    return write(() -> xml.writeCharacters(Visible.standingAlone(words)));
  }

  /** Text that this project wrote, with its line breaks. */
  Svg saysExactly(String words) {
    return write(() -> xml.writeCharacters(words));
  }

  static String number(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded)
        ? String.valueOf((long) rounded)
        : String.format(Locale.ROOT, "%.1f", rounded);
  }

  // Shapes.

  Svg group(String classes) {
    return open("g").with("class", classes);
  }

  Svg box(String classes, Box box, double radius) {
    return open("rect")
        .with("class", classes)
        .with("x", box.x())
        .with("y", box.y())
        .with("width", box.width())
        .with("height", box.height())
        .with("rx", radius)
        .close();
  }

  Svg words(String classes, double x, double y, String words) {
    return open("text").with("class", classes).with("x", x).with("y", y).says(words).close();
  }

  Svg path(String classes, String data) {
    return open("path").with("class", classes).with("d", data).close();
  }

  Svg polygon(String classes, Vector<Point> points) {
    return open("polygon")
        .with("class", classes)
        .with(
            "points",
            points.map(point -> number(point.x()) + "," + number(point.y())).mkString(" "))
        .close();
  }

  Svg circle(String classes, double x, double y, double radius) {
    return open("circle")
        .with("class", classes)
        .with("cx", x)
        .with("cy", y)
        .with("r", radius)
        .close();
  }

  @Override
  public String toString() {
    write(xml::flush);
    return text.toString();
  }
}
