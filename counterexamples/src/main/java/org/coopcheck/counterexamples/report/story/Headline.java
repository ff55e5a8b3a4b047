package org.coopcheck.counterexamples.report.story;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.Difference;
import org.coopcheck.counterexamples.observation.FirstViolation;
import org.coopcheck.counterexamples.report.text.DecisionWords;
import org.coopcheck.counterexamples.report.text.Picture;
import org.coopcheck.counterexamples.search.Decisive;
import org.coopcheck.model.SpecVersion;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.claim.Claim;

/**
 * What stands at the top of every report of a story.
 *
 * @param sentence what was found, in one sentence
 * @param statements what has to be known of it
 */
public record Headline(String sentence, Vector<Statement> statements) {

  /** The headline of the story. */
  public static Headline of(Story story) {
    return new Headline(
        sentence(story),
        promise(story.finding())
            .appendAll(story.turnsOn().map(Headline::turnsOn))
            .appendAll(rules(story))
            .appendAll(story.search().toVector().flatMap(Headline::search))
            .append(Statement.of("Standard", SpecVersion.STANDARD)));
  }

  private static String sentence(Story story) {
    return switch (story.finding()) {
      case Finding.Violated(var violations) -> after(violations.head());
      case Finding.Claimed(var claim, var expected, var verdict, var shown) ->
          shown.map(Headline::after).getOrElse(claim.statement());
      case Finding.Differs(var divergence) ->
          difference(story, divergence.step(), divergence.differences().head());
      case Finding.Ran() ->
          story
              .tellings()
              .flatMap(Telling::steps)
              .flatMap(Headline::cut)
              .headOption()
              .getOrElse("No invariant that is meant for these rules is violated.");
    };
  }

  private static Option<String> cut(Picture picture) {
    return picture
        .cutInOneSentence()
        .map(sentence -> "In step %d, %s.".formatted(picture.taken().number(), sentence));
  }

  private static String after(FirstViolation violation) {
    return "After step %d, %s.".formatted(violation.step(), violation.violation().explanation());
  }

  private static String difference(Story story, int step, Difference first) {
    var variants = story.tellings().map(telling -> telling.variant().name());
    return "After step %d%s, %s: “%s” under %s, “%s” under %s."
        .formatted(
            step,
            first.of().isEmpty() ? "" : ", of " + first.of(),
            first.observable().meaning(),
            first.a(),
            variants.head(),
            first.b(),
            variants.last());
  }

  private static Vector<Statement> promise(Finding finding) {
    return switch (finding) {
      case Finding.Violated(var violations) ->
          promise(violations.head())
              .appendAll(
                  violations
                      .tail()
                      .map(
                          also ->
                              Statement.of(
                                  "Also violated",
                                  "%s, after step %d"
                                      .formatted(also.invariant().name(), also.step()),
                                  also.invariant().source())));
      case Finding.Claimed(var claim, var expected, var verdict, var shown) ->
          claim(claim, expected, verdict);
      case Finding.Differs(var divergence) ->
          Vector.of(Statement.of("Cause", divergence.cause().key()));
      case Finding.Ran() -> Vector.empty();
    };
  }

  private static Vector<Statement> promise(FirstViolation violation) {
    var invariant = violation.invariant();
    return Vector.of(
        Statement.of("Promise", "%s (%s)".formatted(invariant.statement(), invariant.name())),
        Statement.of("Claimed by", "", invariant.source()));
  }

  private static Vector<Statement> claim(Claim claim, String expected, String verdict) {
    return Vector.of(
            Statement.of("Verdict", "%s; expected: %s".formatted(verdict, expected)),
            Statement.of("Checked as", claim.formally()))
        .appendAll(claim.seeds().map(seed -> Statement.of("Claimed by", "", seed.source())));
  }

  private static Vector<Statement> rules(Story story) {
    return story
        .tellings()
        .map(Telling::variant)
        .map(Headline::rules)
        .appendAll(
            story
                .tellings()
                .headOption()
                .map(telling -> telling.run().capabilities())
                .filter(each -> !each.equals(Capabilities.ALL))
                .map(Headline::capabilities));
  }

  private static Statement rules(Variant variant) {
    return Statement.of(
        "Rules", "%s: %s".formatted(variant.name(), variant.summary()), variant.source());
  }

  private static Statement turnsOn(Decisive decisive) {
    return decisive
        .decision()
        .map(
            decision ->
                Statement.of(
                    "Turns on",
                    "step %d: %s → %s"
                        .formatted(
                            decisive.step(),
                            DecisionWords.sentence(decision),
                            DecisionWords.result(decision)),
                    decision.rule().source()))
        .getOrElse(() -> Statement.of("Turns on", "no single decision that has a name"));
  }

  private static Statement capabilities(Capabilities able) {
    return Statement.of(
        "Browser",
        "%s, %s, %s isolation"
            .formatted(
                able.oopif() ? "out-of-process iframes" : "no out-of-process iframes",
                able.pageIsolation() ? "page isolation" : "no page isolation",
                able.isolation()));
  }

  private static Vector<Statement> search(Search search) {
    return Vector.of(
        Statement.of("Found by", search.engine()),
        Statement.of("Bound", search.bound()),
        Statement.of("Minimal", search.minimality()));
  }

  /** The statement of that name. */
  public Option<Statement> statement(String name) {
    return statements.find(each -> each.name().equals(name));
  }
}
