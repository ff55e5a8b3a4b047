package org.coopcheck.counterexamples.matrix;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.report.text.Tone;
import org.coopcheck.model.SpecVersion;
import org.coopcheck.model.policy.OpenerPolicyValue;

/** A matrix for people, for documents, for spreadsheets and for programs. */
public final class MatrixReports {
  private static final int WIDEST_HEADING = 13;
  private static final Vector<String> LEGEND =
      Vector.of(
          "-  stays in the browsing context group",
          "=o stays only if both are same origin",
          "X  switches to another browsing context group");

  private MatrixReports() {}

  /** Tables with a legend. */
  public static Vector<Line> text(Matrix matrix) {
    return Vector.of(
            Line.of(Tone.STRONG, matrix.variant().name()),
            Line.of(Tone.FAINT, SpecVersion.STANDARD),
            Line.EMPTY)
        .appendAll(matrix.tables().flatMap(table -> text(table).append(Line.EMPTY)))
        .appendAll(LEGEND.map(Line::of));
  }

  private static Vector<Line> text(Table table) {
    int first = table.values().map(value -> value.token().length()).max().get() + 2;
    var upper = table.values().map(value -> heading(value)._1);
    var lower = table.values().map(value -> heading(value)._2);
    return Vector.of(Line.of(Tone.STRONG, table.title()))
        .appendAll(
            table
                .values()
                .map(value -> row(value.token(), first, table.row(value).map(Cell::symbol)))
                .prepend(row("active \\ response", first, lower))
                .prepend(row("", first, upper)));
  }

  /** A token in two lines, broken after a hyphen where it is too wide for one. */
  private static io.vavr.Tuple2<String, String> heading(OpenerPolicyValue value) {
    String token = value.token();
    if (token.length() < WIDEST_HEADING) return io.vavr.Tuple.of("", token);
    int hyphen = token.lastIndexOf('-', WIDEST_HEADING - 1);
    return io.vavr.Tuple.of(token.substring(0, hyphen + 1), token.substring(hyphen + 1));
  }

  private static Line row(String heading, int width, Vector<String> cells) {
    return cells.foldLeft(
        Line.of(padded(heading, width)),
        (line, cell) ->
            line.with(tone(cell), cell).with(" ".repeat(WIDEST_HEADING + 1 - cell.length())));
  }

  private static Tone tone(String cell) {
    return switch (cell) {
      case "-" -> Tone.GOOD;
      case "X" -> Tone.BAD;
      case "=o" -> Tone.DOUBTFUL;
      default -> Tone.PLAIN;
    };
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** Tables as Markdown has them. */
  public static Vector<Line> markdown(Matrix matrix) {
    return Vector.of(Line.of("Variant `" + matrix.variant().name() + "`; " + SpecVersion.STANDARD))
        .append(Line.EMPTY)
        .append(
            Line.of(
                "`-` stays in the browsing context group, `=o` stays only if both are same origin,"
                    + " `X` switches."))
        .appendAll(matrix.tables().flatMap(table -> markdown(table).prepend(Line.EMPTY)));
  }

  private static Vector<Line> markdown(Table table) {
    var tokens = table.values().map(value -> "`" + value.token() + "`");
    return Vector.of(
            "### " + table.title(),
            "",
            markdownRow("active \\ response", tokens),
            "|" + "---|".repeat(tokens.size() + 1))
        .appendAll(
            table
                .values()
                .map(
                    value ->
                        markdownRow(
                            "`" + value.token() + "`",
                            table.row(value).map(cell -> "`" + cell.symbol() + "`"))))
        .map(Line::of);
  }

  private static String markdownRow(String heading, Vector<String> cells) {
    return cells.prepend(heading).mkString("| ", " | ", " |");
  }

  /** All tables as one, with a column for the table's name. */
  public static Vector<String> csv(Matrix matrix) {
    var header =
        Vector.of("table", "active")
            .appendAll(matrix.variant().values().map(OpenerPolicyValue::token));
    return matrix
        .tables()
        .flatMap(
            table ->
                table
                    .values()
                    .map(
                        value ->
                            table
                                .row(value)
                                .map(Cell::symbol)
                                .prepend(value.token())
                                .prepend(table.name())))
        .prepend(header)
        .map(row -> row.mkString(","));
  }

  /** Every cell with both its answers. */
  public static ObjectNode json(Matrix matrix) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("coopcheck", 1)
            .put("variant", matrix.variant().name())
            .put("standard", SpecVersion.STANDARD);
    var values = json.putArray("values");
    matrix.variant().values().forEach(value -> values.add(value.token()));
    var tables = json.putArray("tables");
    matrix.tables().forEach(table -> tables.add(json(table)));
    return json;
  }

  private static ObjectNode json(Table table) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("table", table.name())
            .put("title", table.title());
    var cells = json.putArray("cells");
    table
        .cells()
        .forEach(
            cell ->
                cells
                    .addObject()
                    .put("active", cell.active().token())
                    .put("response", cell.response().token())
                    .put("cell", cell.symbol())
                    .put("sameOrigin", cell.sameOrigin().toString())
                    .put("crossOrigin", cell.crossOrigin().toString()));
    return json;
  }
}
