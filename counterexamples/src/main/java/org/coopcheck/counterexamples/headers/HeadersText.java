package org.coopcheck.counterexamples.headers;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.headers.HeadersReport.Chain;
import org.coopcheck.counterexamples.headers.HeadersReport.Reading;
import org.coopcheck.counterexamples.report.text.Cut;
import org.coopcheck.counterexamples.report.text.IsolationWords;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.report.text.Tone;
import org.coopcheck.counterexamples.report.text.Visible;

/** A headers report for people. */
public final class HeadersText {
  private static final int WIDEST_POLICY = 29;
  private static final int LONGEST_VALUE = 200;

  private HeadersText() {}

  public static Vector<Line> of(HeadersReport report) {
    return report.chains().flatMap(HeadersText::ofChain).dropRight(1);
  }

  private static Vector<Line> ofChain(Chain chain) {
    return chain
        .responses()
        .flatMap(reading -> ofResponse(reading).append(Line.EMPTY))
        .appendAll(chain.page().toVector().flatMap(page -> ofPage(page, chain).append(Line.EMPTY)));
  }

  private static Vector<Line> ofResponse(Reading reading) {
    var title =
        Line.of(Tone.STRONG, "Response %d".formatted(reading.number()))
            .with(": %d %s".formatted(reading.status(), clipped(reading.url().toString())));
    return Vector.of(
            reading
                .redirectsTo()
                .map(to -> title.with(" → " + clipped(to.toString())))
                .getOrElse(title))
        .appendAll(reading.findings().flatMap(HeadersText::ofFinding))
        .appendAll(reading.notes().map(note -> ofNote(note).indented(2)));
  }

  private static Vector<Line> ofFinding(Finding finding) {
    return Vector.of(
            row(
                finding.policy(),
                finding.hasSomethingIgnored() ? Tone.DOUBTFUL : Tone.STRONG,
                finding.value()))
        .appendAll(
            finding
                .sent()
                .map(
                    sent ->
                        Line.of(Tone.FAINT, finding.header() + ": " + clipped(sent)).indented(6)))
        .appendAll(finding.notes().map(note -> ofNote(note).indented(6)));
  }

  private static Line ofNote(Note note) {
    var tone =
        switch (note.kind()) {
          case BECAUSE -> Tone.PLAIN;
          case IGNORED, HINT -> Tone.DOUBTFUL;
        };
    return Line.of(tone, note.kind().word())
        .with(": " + Visible.clipped(note.text(), 2 * LONGEST_VALUE));
  }

  private static Vector<Line> ofPage(PageReading page, Chain chain) {
    var title =
        Line.of(Tone.STRONG, "The page")
            .with(" " + clipped(chain.responses().last().url().toString()));
    if (page.error().isDefined()) {
      return Vector.of(title, row("error", Tone.BAD, page.error().get().toString()));
    }
    return Vector.of(title)
        .append(
            page.isIsolated()
                ? row("cross-origin isolated", Tone.GOOD, "yes")
                : row("cross-origin isolated", Tone.STRONG, "no"))
        .appendAll(
            page.unmetConditions()
                .map(
                    condition ->
                        Line.of("missing: " + IsolationWords.remedy(condition)).indented(6)))
        .appendAll(
            ofLink("opened by another origin", page.opened(), "its opener, which has no policy"))
        .appendAll(ofLink("opens another origin", page.opens(), "its popup, which has no policy"));
  }

  private static Vector<Line> ofLink(String situation, PageReading.Link link, String other) {
    if (link.refusal().isDefined()) {
      return Vector.of(row(situation, Tone.BAD, "cannot: " + link.refusal().get()));
    }
    return Vector.of(
            link.isKept()
                ? row(situation, Tone.GOOD, "stays connected to " + other)
                : row(situation, Tone.BAD, "is cut off from " + other))
        .appendAll(link.cut().map(cut -> ofCut(cut).indented(6)));
  }

  private static Line ofCut(Cut cut) {
    return Line.of("at hop " + cut.hop() + ": " + cut.active() + " against " + cut.response());
  }

  private static Line row(String policy, Tone tone, String value) {
    String padded = policy + " ".repeat(Math.max(1, WIDEST_POLICY + 2 - policy.length()));
    return Line.of("  " + padded).with(tone, Visible.clipped(value, 2 * LONGEST_VALUE));
  }

  private static String clipped(String text) {
    return Visible.clipped(text, LONGEST_VALUE);
  }
}
