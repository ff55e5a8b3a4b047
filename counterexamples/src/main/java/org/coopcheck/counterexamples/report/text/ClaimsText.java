package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.search.ClaimSearch.Derived;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.Verdict.Counterexample;
import org.coopcheck.model.SpecVersion;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.claim.Claim;

/** What {@code claims} derived, as text. */
public final class ClaimsText {
  private ClaimsText() {}

  /** One line for each prediction, and below them the bounds. */
  public static Vector<Line> table(Vector<Derived> derived, Vector<Derived> shown) {
    int widest = derived.map(each -> each.entry().variant().length()).max().getOrElse(7);
    var bounds =
        derived.flatMap(Derived::checked).map(Checked::bound).map(ClaimsText::common).distinct();
    return Vector.of(
            Line.of(Tone.STRONG, "claims").with(Tone.FAINT, "; " + SpecVersion.STANDARD),
            Line.of(
                Tone.FAINT,
                "  %-5s %s  %-15s %-6s %-11s %s"
                    .formatted(
                        "id",
                        padded("variant", widest),
                        "capabilities",
                        "bound",
                        "expected",
                        "verdict")))
        .appendAll(shown.map(each -> row(each, widest, bounds)))
        .appendAll(
            bounds.zipWithIndex(
                (bound, index) ->
                    Line.of(Tone.FAINT, "  bound %d: %s".formatted(index + 1, bound))))
        .append(Line.EMPTY);
  }

  private static Line row(Derived derived, int widest, Vector<Bound> bounds) {
    String bound =
        derived
            .checked()
            .map(each -> "" + (bounds.indexOf(common(each.bound())) + 1))
            .getOrElse("-");
    String capabilities =
        derived.checked().map(each -> words(each.bound().capabilities())).getOrElse("-");
    return Line.of(
            "  %-5s %s  %-15s %-6s %-11s "
                .formatted(
                    derived.claim().id(),
                    padded(derived.entry().variant(), widest),
                    capabilities,
                    bound,
                    derived.entry().expected().word()))
        .with(tone(derived), "%-16s".formatted(derived.verdict()))
        .with(Tone.FAINT, " " + remark(derived));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** NB: capabilities have a column of their own. */
  private static Bound common(Bound bound) {
    return bound.withCapabilities(Capabilities.ALL);
  }

  /** The capabilities, in a word or two. */
  public static String words(Capabilities capabilities) {
    String isolation =
        capabilities.isolation() == Capabilities.ALL.isolation()
            ? ""
            : " " + capabilities.isolation();
    if (capabilities.oopif()) return (capabilities.pageIsolation() ? "all" : "frames") + isolation;
    return (capabilities.pageIsolation() ? "pages" : "neither") + isolation;
  }

  private static Tone tone(Derived derived) {
    if (derived.checked().isEmpty()) return Tone.FAINT;
    if (derived.matches()) return Tone.GOOD;
    return derived.isAnswered() ? Tone.BAD : Tone.DOUBTFUL;
  }

  private static String remark(Derived derived) {
    if (!derived.matches()) return "differs";
    return switch (derived.entry()) {
      case Claim.Undecided undecided -> undecided.why();
      case Claim.Check check ->
          derived.checked().isEmpty()
              ? "there is no such variant yet"
              : derived
                  .checked()
                  .map(
                      each ->
                          each.isComplete()
                              ? "matches, and nothing lies beyond the bound"
                              : "matches")
                  .get();
    };
  }

  /** A prediction that is not met: what was found instead, and where it can be looked at. */
  public static Vector<Line> mismatch(Derived derived, Option<String> file) {
    return Vector.of(
            Line.of(Tone.BAD, derived.claim().id())
                .with(": " + derived.claim().statement())
                .indented(2),
            Line.of(
                    "expected %s under %s, but: %s"
                        .formatted(
                            derived.entry().expected().word(),
                            derived.entry().variant(),
                            derived.verdict()))
                .indented(4))
        .appendAll(
            derived
                .run()
                .map(Counterexample::explanation)
                .map(words -> Line.of(Visible.text(words) + ".").indented(4)))
        .appendAll(file.map(name -> Line.of("coopcheck run " + CheckText.quoted(name)).indented(4)))
        .append(Line.EMPTY);
  }

  /** How many of what there are. */
  public static Line summary(Vector<Derived> derived) {
    var searched = derived.filter(each -> each.checked().isDefined());
    return Line.of(
        "%d claims: %d predictions match, %d differ; %d not modelled yet, %d assumptions"
            .formatted(
                derived.map(Derived::claim).map(Claim::id).distinct().size(),
                searched.count(Derived::matches),
                searched.count(each -> !each.matches()),
                derived.count(each -> each.verdict().equals("not modelled yet")),
                derived.count(each -> each.verdict().equals("assumption"))));
  }
}
