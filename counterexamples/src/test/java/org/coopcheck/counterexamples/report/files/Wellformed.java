package org.coopcheck.counterexamples.report.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vavr.collection.Vector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nu.validator.client.EmbeddedValidator;
import org.coopcheck.counterexamples.schema.Schemas;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What is wrong with a file of a report, as those see it who must read it. */
final class Wellformed {
  /** What of Mermaid's grammar is used: each line is one of these. */
  private static final Pattern MERMAID =
      Pattern.compile(
          ("flowchart LR|end"
                  + "|subgraph [a-z0-9]+\\[\"TEXT\"\\]"
                  + "|[a-z0-9]+\\[\"TEXT(<br/>TEXT)*\"\\]"
                  + "|[a-z0-9]+ (-\\. \"TEXT\" \\.-x|== \"TEXT\" ==>|-- \"TEXT\" -->) [a-z0-9]+")
              .replace("TEXT", "([\\p{L}\\p{Nd} .,:/_=+→✂…-]|#[0-9]+;)*"));

  private static final Pattern REFERENCE =
      Pattern.compile("(?:src|href|xlink:href|action|data|poster)=\"([^\"]*)\"");

  private Wellformed() {}

  /** What the Nu Html Checker finds, warnings included. */
  static Vector<String> problemsOfHtml(String html) {
    return messagesOnHtml(html)
        .filter(message -> isError(message) || message.path("subType").asText().equals("warning"))
        .map(Wellformed::shown);
  }

  /** What it takes for errors: it warns of texts that are odd in themselves. */
  static Vector<String> errorsOfHtml(String html) {
    return messagesOnHtml(html).filter(Wellformed::isError).map(Wellformed::shown);
  }

  private static boolean isError(JsonNode message) {
    return !message.path("type").asText().equals("info");
  }

  private static String shown(JsonNode message) {
    return message.path("message").asText() + ": " + message.path("extract");
  }

  private static Vector<JsonNode> messagesOnHtml(String html) {
    var validator = new EmbeddedValidator();
    validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
    try {
      var in = new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8));
      return Vector.ofAll(json(validator.validate(in)).path("messages"));
    } catch (IOException | SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The document, read by a parser that takes no DTD. */
  static Document xml(String text) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** What an ITF trace lacks: by its schema, and by the text that no schema can say. */
  static Vector<String> problemsOfItf(String text) {
    var trace = json(text);
    var vars = Vector.ofAll(trace.path("vars")).map(JsonNode::asText);
    return Schemas.problems("itf", trace)
        .appendAll(
            Vector.ofAll(trace.path("states"))
                .filter(
                    state ->
                        !Vector.ofAll(state::fieldNames)
                            .remove("#meta")
                            .toSet()
                            .equals(vars.toSet()))
                .map(state -> "a state has other variables than " + vars));
  }

  /** The lines that are not of the part of Mermaid's grammar that is used. */
  static Vector<String> problemsOfMermaid(String text) {
    var lines = Vector.ofAll(text.lines()).map(String::strip);
    int open = lines.count(line -> line.startsWith("subgraph "));
    return lines
        .filter(line -> !MERMAID.matcher(line).matches())
        .appendAll(
            open == lines.count("end"::equals)
                ? Vector.empty()
                : Vector.of("not every subgraph ends"))
        .appendAll(
            lines.headOption().contains("flowchart LR") ? Vector.empty() : Vector.of("no header"));
  }

  /** Where a page leads, and what it would load. */
  static Vector<String> references(String html) {
    return Vector.ofAll(REFERENCE.matcher(html).results()).map(match -> match.group(1));
  }
}
