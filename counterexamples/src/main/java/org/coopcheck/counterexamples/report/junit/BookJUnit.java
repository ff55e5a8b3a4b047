package org.coopcheck.counterexamples.report.junit;

import io.vavr.collection.Vector;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.coopcheck.counterexamples.report.story.Book;
import org.coopcheck.counterexamples.report.story.Book.Entry;
import org.coopcheck.counterexamples.report.story.Book.Status;
import org.coopcheck.counterexamples.report.story.Headline;
import org.coopcheck.counterexamples.report.story.Story;
import org.coopcheck.counterexamples.report.text.Visible;

/** A book as JUnit XML. */
public final class BookJUnit {
  private static final int LONGEST = 2_000;

  private final XMLStreamWriter xml;

  private BookJUnit(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The whole file. */
  public static String of(Book book) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new BookJUnit(xml).write(book);
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // a StringWriter takes everything
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text + "\n";
  }

  private void write(Book book) throws XMLStreamException {
    xml.writeStartElement("testsuites");
    attribute("name", book.title());
    counts(book.entries());
    for (String group : book.entries().map(Entry::group).distinct()) {
      suite(group, book.entries().filter(entry -> entry.group().equals(group)));
    }
    line("");
    xml.writeEndElement();
  }

  private void suite(String group, Vector<Entry> entries) throws XMLStreamException {
    line("  ");
    xml.writeStartElement("testsuite");
    attribute("name", group);
    counts(entries);
    for (var entry : entries) testCase(entry);
    line("  ");
    xml.writeEndElement();
  }

  private void counts(Vector<Entry> entries) throws XMLStreamException {
    attribute("tests", "" + entries.size());
    attribute("failures", "" + entries.count(entry -> entry.status() == Status.BAD));
    attribute("errors", "0");
    attribute("skipped", "" + entries.count(entry -> entry.status() == Status.OPEN));
  }

  private void testCase(Entry entry) throws XMLStreamException {
    line("    ");
    xml.writeStartElement("testcase");
    attribute("classname", entry.group());
    attribute("name", entry.name());
    switch (entry.status()) {
      case GOOD -> {}
      case BAD -> failure(entry);
      case OPEN -> {
        line("      ");
        xml.writeEmptyElement("skipped");
        attribute("message", entry.verdict() + ": " + entry.remark());
        line("    ");
      }
    }
    xml.writeEndElement();
  }

  private void failure(Entry entry) throws XMLStreamException {
    line("      ");
    xml.writeStartElement("failure");
    attribute("type", entry.verdict());
    attribute("message", entry.remark());
    for (String text : entry.story().toVector().flatMap(BookJUnit::told)) {
      xml.writeCharacters("\n" + shown(text));
    }
    line("      ");
    xml.writeEndElement();
    line("    ");
  }

  private static Vector<String> told(Story story) {
    return story
        .tellings()
        .head()
        .steps()
        .map(step -> "Step %d: %s".formatted(step.taken().number(), step.action()))
        .append(Headline.of(story).sentence())
        .appendAll(
            Headline.of(story)
                .statements()
                .map(
                    statement ->
                        statement.name()
                            + ": "
                            + Vector.of(statement.text())
                                .appendAll(statement.source().map(each -> "" + each.link()))
                                .reject(String::isEmpty)
                                .mkString(" ")));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, shown(value));
  }

  private static String shown(String text) {
    return Visible.text(Visible.clipped(text, LONGEST));
  }

  private void line(String indent) throws XMLStreamException {
    xml.writeCharacters("\n" + indent);
  }
}
