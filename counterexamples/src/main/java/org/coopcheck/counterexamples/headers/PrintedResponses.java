package org.coopcheck.counterexamples.headers;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coopcheck.model.http.HeaderField;

/**
 * Reads what {@code curl -sI}, {@code curl -sIL} and {@code curl -si} print: status line, field
 * lines, an empty line, and so on for every response; bodies are passed over. Field lines that
 * follow no status line, as one copies them out of a browser, are a response too.
 */
public final class PrintedResponses {
  /** More responses than any chain of redirects has. */
  static final int MOST_RESPONSES = 100;

  /** More field lines than any server sends. */
  static final int MOST_LINES = 2_000;

  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/[0-9](?:\\.[0-9])?[ \\t]+([0-9]{3})(?:[ \\t](.*))?");
  private static final Pattern FIELD_LINE =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)", Pattern.DOTALL);
  private static final CharMatcher OWS = CharMatcher.anyOf(" \t");

  private final List<PrintedResponse> responses = new ArrayList<>();
  private Option<Integer> status = Option.none();
  private Vector<HeaderField> fields = Vector.empty();
  private Vector<PrintedResponse.OddLine> oddLines = Vector.empty();
  private boolean isInResponse;
  private boolean isInterim;
  private boolean isAfterField;
  private int lines;

  private PrintedResponses() {}

  /**
   * @param text any text
   * @return the responses, at least one, or what is wrong with the text
   */
  public static Either<String, Vector<PrintedResponse>> read(String text) {
    var reader = new PrintedResponses();
    int number = 0;
    for (String line : Splitter.on('\n').split(text)) {
      number++;
      reader.take(number, line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
      if (reader.lines > MOST_LINES) return Either.left("more than 2,000 header lines");
      if (reader.responses.size() > MOST_RESPONSES) return Either.left("more than 100 responses");
    }
    reader.endResponse();
    return reader.responses.isEmpty()
        ? Either.left("no response headers: expected what curl -sI prints")
        : Either.right(Vector.ofAll(reader.responses));
  }

  private void take(int number, String line) {
    Matcher statusLine = STATUS_LINE.matcher(line);
    if (statusLine.matches()) {
      endResponse();
      beginResponse(statusLine);
    } else if (OWS.matchesAllOf(line)) {
      endResponse();
    } else if (isInResponse || (responses.isEmpty() && FIELD_LINE.matcher(line).matches())) {
      isInResponse = true;
      lines++;
      takeFieldLine(number, line);
    }
  }

  private void beginResponse(Matcher statusLine) {
    int code = Integer.parseInt(statusLine.group(1));
    String reason = statusLine.group(2) == null ? "" : statusLine.group(2);
    status = Option.some(code);
    isInResponse = true;
    // Neither 103 Early Hints nor what a proxy says to CONNECT is an answer to the request.
    isInterim = code < 200 || reason.equalsIgnoreCase("connection established");
  }

  private void takeFieldLine(int number, String line) {
    Matcher field = FIELD_LINE.matcher(line);
    if (OWS.matches(line.charAt(0)) && isAfterField) { // obs-fold
      var last = fields.last();
      var unfolded = new HeaderField(last.name(), last.value() + " " + OWS.trimFrom(line));
      fields = fields.init().append(unfolded);
    } else if (field.matches()) {
      fields = fields.append(new HeaderField(field.group(1), OWS.trimFrom(field.group(2))));
      isAfterField = true;
    } else {
      isAfterField = false;
      oddLines = oddLines.append(new PrintedResponse.OddLine(number, line));
    }
  }

  private void endResponse() {
    if (isInResponse && !isInterim) {
      responses.add(new PrintedResponse(status, fields, oddLines));
    }
    status = Option.none();
    fields = Vector.empty();
    oddLines = Vector.empty();
    isInResponse = false;
    isInterim = false;
    isAfterField = false;
  }
}
