package org.coopcheck.counterexamples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.BufferedWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.report.text.Style;
import picocli.CommandLine.Help.Ansi;

/**
 * What a command reads and where it prints.
 *
 * @param in standard input
 * @param out standard output, in UTF-8
 * @param err standard error, in UTF-8
 * @param style how text looks there
 * @param isTerminal whether somebody looks on while it happens
 */
record Streams(InputStream in, PrintWriter out, PrintWriter err, Style style, boolean isTerminal) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Those of the process. */
  static Streams ofTheProcess() {
    boolean isTerminal = Option.of(System.console()).exists(Streams::isTerminal);
    // Files and pipes get the same bytes everywhere; a terminal gets what it can show.
    boolean isUnicode = !isTerminal || charsetOfTheTerminal().newEncoder().canEncode('└');
    boolean isDumb = "dumb".equals(System.getenv("TERM"));
    return new Streams(
        System.in,
        writer(OutputLost.noticedBy(new FileOutputStream(FileDescriptor.out))),
        writer(new FileOutputStream(FileDescriptor.err)),
        new Style(Ansi.AUTO.enabled() && !isDumb, isUnicode),
        isTerminal);
  }

  // Until Java 21 there is a console only if there is a terminal; since then one has to ask.
  private static boolean isTerminal(Console console) {
    return Try.of(() -> (boolean) Console.class.getMethod("isTerminal").invoke(console))
        .getOrElse(true);
  }

  private static Charset charsetOfTheTerminal() {
    String name = System.getProperty("stdout.encoding", "");
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.US_ASCII;
  }

  /** Files and pipes that look like this. */
  static Streams of(InputStream in, OutputStream out, OutputStream err, Style style) {
    return new Streams(in, writer(out), writer(err), style, false);
  }

  private static PrintWriter writer(OutputStream out) {
    return new PrintWriter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
  }

  Streams withoutColor() {
    return new Streams(in, out, err, new Style(false, style.isUnicode()), isTerminal);
  }

  Ansi ansi() {
    return style.hasColor() ? Ansi.ON : Ansi.OFF;
  }

  void print(Vector<Line> lines) {
    lines.forEach(this::print);
  }

  void print(Line line) {
    out.print(style.render(line) + "\n");
  }

  /** Text that is meant for programs, exactly as it is. */
  void printExactly(String text) {
    out.print(text);
  }

  /** JSON, indented, with a line break at its end. */
  void print(JsonNode json) {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    try {
      out.print(JSON.writer(printer).writeValueAsString(json) + "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  void complain(Line line) {
    err.print(style.render(line) + "\n");
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
