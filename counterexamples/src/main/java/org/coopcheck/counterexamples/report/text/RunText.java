package org.coopcheck.counterexamples.report.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.observation.FirstViolation;
import org.coopcheck.counterexamples.report.json.Mismatch;
import org.coopcheck.counterexamples.report.text.Picture.Detail;
import org.coopcheck.model.SpecVersion;
import org.coopcheck.model.scenario.ScenarioRun;

/** A whole run. */
public final class RunText {
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_VALUE = 500;

  private RunText() {}

  /**
   * @param title what the run is about
   * @param run the run
   * @param detail how much is told of each step
   */
  public static Vector<Line> of(String title, ScenarioRun run, Detail detail) {
    return heading(title, run)
        .appendAll(Picture.of(run).flatMap(picture -> picture.lines(detail).prepend(Line.EMPTY)));
  }

  /** Its title, and whose rules it went by. */
  public static Vector<Line> heading(String title, ScenarioRun run) {
    var rules =
        Line.of("variant " + run.variant().name()).with(Tone.FAINT, "; " + SpecVersion.STANDARD);
    return title.isEmpty()
        ? Vector.of(rules)
        : Vector.of(Line.of(Tone.STRONG, Visible.clipped(title, LONGEST_TITLE)), rules);
  }

  /**
   * Whether the run is as the author of its scenario expects.
   *
   * @param isExpecting whether the author expects anything
   * @param mismatches where it is not so
   */
  public static Vector<Line> expectations(boolean isExpecting, Vector<Mismatch> mismatches) {
    if (!isExpecting) return Vector.empty();
    if (mismatches.isEmpty()) return Vector.of(Line.of(Tone.GOOD, "as expected"));
    return mismatches.flatMap(
        mismatch ->
            Vector.of(
                Line.of(Tone.BAD, "not as expected").with(": " + mismatch.path()),
                Line.of("  expected " + clipped(mismatch.expected())),
                Line.of("  found    " + clipped(mismatch.found()))));
  }

  private static String clipped(JsonNode json) {
    return Visible.clipped(json.toString(), LONGEST_VALUE);
  }

  /** An invariant that does not hold in the run. */
  public static Vector<Line> of(FirstViolation violation) {
    var invariant = violation.invariant();
    return Vector.of(
        Line.of(Tone.BAD, "violated")
            .with(
                " after step %d: %s (%s)"
                    .formatted(violation.step(), invariant.name(), invariant.id())),
        Line.of(violation.violation().explanation()).indented(2),
        Line.of(Tone.FAINT, invariant.source().claimedBy() + ": " + invariant.source().link())
            .indented(2));
  }
}
