package org.coopcheck.counterexamples.report.story;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.FirstViolation;
import org.coopcheck.counterexamples.report.story.Book.Entry;
import org.coopcheck.counterexamples.report.story.Book.Status;
import org.coopcheck.counterexamples.report.text.CheckText;
import org.coopcheck.counterexamples.report.text.OddsWords;
import org.coopcheck.counterexamples.search.ClaimSearch.Derived;
import org.coopcheck.counterexamples.search.DifferenceSearch.Found;
import org.coopcheck.counterexamples.search.DifferenceSearch.Question;
import org.coopcheck.counterexamples.search.Divergence;
import org.coopcheck.counterexamples.search.ExhaustiveEngine;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.RandomEngine;
import org.coopcheck.counterexamples.search.Verdict;
import org.coopcheck.counterexamples.search.Verdict.Counterexample;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.claim.Claim;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;

/** Stories of what searches found. */
public final class Stories {
  private Stories() {}

  /**
   * What {@code check} has to tell of a verdict.
   *
   * @param checked what was checked
   * @return an entry for each counterexample, or one for what else is to be said
   */
  public static Vector<Entry> ofChecked(Checked checked) {
    return switch (checked.verdict()) {
      case Verdict.Violated violated -> violated.all().flatMap(each -> entries(checked, each));
      case Verdict.Holds(var bound, var extent, var missed) ->
          Vector.of(entry(checked, Status.GOOD, "within " + bound + OddsWords.behind(missed)));
      case Verdict.Vacuous(var bound, var missed) ->
          Vector.of(
              entry(
                  checked,
                  Status.OPEN,
                  "never reached that "
                      + checked.invariant().witness()
                      + OddsWords.behind(missed)));
      case Verdict.Undecided(var budget) ->
          Vector.of(entry(checked, Status.OPEN, "the search was cut short"));
      case Verdict.NotInductive notInductive ->
          Vector.of(entry(checked, Status.OPEN, CheckText.notInductive(notInductive)));
    };
  }

  private static Entry entry(Checked checked, Status status, String remark) {
    return new Entry(
        checked.variant().name(),
        checked.invariant().name(),
        status,
        checked.verdict().word(),
        remark,
        Option.none());
  }

  /** A run, and the run that it is compared with. */
  private static Vector<Entry> entries(Checked checked, Counterexample counterexample) {
    return counterexample
        .other()
        .map(other -> otherRun(checked, other))
        .toVector()
        .prepend(entry(checked, counterexample));
  }

  private static Entry otherRun(Checked checked, Scenario other) {
    var path =
        Vector.of(
            FileNames.of(checked.variant().name()), checked.invariant().name() + "-other-run");
    String title = "%s: the other run".formatted(checked.invariant().name());
    return new Entry(
        checked.variant().name(),
        checked.invariant().name(),
        Status.OPEN,
        "compared with",
        title,
        Option.some(
            new Story(
                path,
                title,
                new Finding.Ran(),
                Option.none(),
                other.withTitle(title),
                Vector.of(Telling.of(run(other, checked.variant()))))));
  }

  private static Entry entry(Checked checked, Counterexample counterexample) {
    return new Entry(
        checked.variant().name(),
        checked.invariant().name(),
        Status.BAD,
        "violated",
        counterexample.explanation(),
        Option.some(
            violation(
                checked.variant(),
                checked.invariant(),
                counterexample.scenario(),
                Option.some(search(checked.engine(), checked.bound())))));
  }

  /** The story of a violation; it tells of a plain run if the scenario shows none. */
  static Story violation(
      Variant variant, Invariant invariant, Scenario scenario, Option<Search> search) {
    var run = run(scenario, variant);
    return mended(
        new Story(
            Vector.of(FileNames.of(variant.name()), invariant.name()),
            "%s does not hold under %s".formatted(invariant.name(), variant.name()),
            violated(FirstViolation.in(scenario, run, Vector.of(invariant))),
            search,
            scenario,
            Vector.of(Telling.of(run))));
  }

  private static Story mended(Story story) {
    return story.finding() instanceof Finding.Violated(var violations)
        ? story.mended(violations.head().invariant())
        : story;
  }

  private static Finding violated(Vector<FirstViolation> violations) {
    return violations.isEmpty() ? new Finding.Ran() : new Finding.Violated(violations);
  }

  /**
   * @param engine the name of the engine that looked
   * @param bound how far
   */
  static Search search(String engine, Bound bound) {
    return engine.equals(RandomEngine.NAME)
        ? new Search(
            "random runs, made smaller",
            bound.toString(),
            "no step, header, redirect or attribute can be dropped from this run; that no other"
                + " one is shorter was not looked at")
        : new Search(
            engine + " search, fewest steps first",
            bound.toString(),
            "no run of fewer steps within the bound shows it, and no step, header, redirect or"
                + " attribute can be dropped from this one");
  }

  /** What {@code claims} has to tell of a prediction. */
  public static Entry ofDerived(Derived derived) {
    return new Entry(
        derived.claim().id(),
        derived.entry().variant(),
        derived.matches() ? Status.GOOD : derived.isAnswered() ? Status.BAD : Status.OPEN,
        derived.verdict(),
        derived.claim().statement(),
        derived
            .checked()
            .flatMap(
                checked ->
                    derived
                        .run()
                        .map(
                            shown ->
                                claimed(
                                    derived.claim(),
                                    derived.number(),
                                    derived.entry().expected().word(),
                                    derived.verdict(),
                                    checked.variant(),
                                    Option.some(checked.invariant()),
                                    shown.scenario(),
                                    Option.some(search(checked.engine(), checked.bound()))))));
  }

  static Story claimed(
      Claim claim,
      int number,
      String expected,
      String verdict,
      Variant variant,
      Option<Invariant> property,
      Scenario scenario,
      Option<Search> search) {
    var run = run(scenario, variant);
    return new Story(
        Vector.of("claims", "%s-%d".formatted(claim.id(), number)),
        "%s: %s".formatted(claim.id(), claim.statement()),
        new Finding.Claimed(
            claim,
            expected,
            verdict,
            FirstViolation.in(scenario, run, property.toVector()).headOption()),
        search,
        scenario,
        Vector.of(Telling.of(run)));
  }

  /**
   * What {@code diff} has to tell of a difference.
   *
   * @param question what was asked
   * @param number its number among those that were found, from 1
   * @param found what was found
   */
  public static Entry ofFound(Question question, int number, Found found) {
    return entry(
        difference(
            number,
            found.scenario(),
            found.divergence(),
            Option.some(search(ExhaustiveEngine.NAME, question.bound()))));
  }

  static Entry entry(Story difference) {
    var finding = difference.finding();
    return new Entry(
        difference.tellings().map(telling -> telling.variant().name()).mkString(" and "),
        difference.path().last(),
        Status.OPEN,
        "differs",
        finding instanceof Finding.Differs(var divergence) ? divergence.cause().key() : "",
        Option.some(difference));
  }

  static Story difference(
      int number, Scenario scenario, Divergence divergence, Option<Search> search) {
    var variants = Vector.of(divergence.a(), divergence.b()).map(run -> run.variant().name());
    String about =
        divergence
            .cause()
            .a()
            .orElse(divergence.cause().b())
            .map(decision -> decision.rule().id())
            .getOrElse(() -> divergence.differences().head().observable().word());
    return new Story(
        Vector.of(
            "diff",
            FileNames.of(variants.head()),
            FileNames.of(variants.last()),
            number + "-" + about.replaceAll("[^A-Za-z0-9-]", "")),
        "%s and %s differ".formatted(variants.head(), variants.last()),
        new Finding.Differs(divergence),
        search,
        scenario,
        Vector.of(divergence.a(), divergence.b()).map(Telling::of));
  }

  /**
   * The story of a scenario that somebody wrote.
   *
   * @param path where its reports belong
   * @param scenario the scenario
   * @param variant the rules
   * @param wanted the invariants that count; empty for all that are meant for the rules
   */
  public static Entry scenario(
      Vector<String> path, Scenario scenario, Variant variant, Vector<Invariant> wanted) {
    var run = run(scenario, variant);
    var asked = wanted.isEmpty() ? Invariants.meantFor(variant, scenario) : wanted;
    var finding = violated(FirstViolation.in(scenario, run, asked));
    var story =
        mended(
            new Story(
                path,
                scenario.title().isEmpty() ? path.last() : scenario.title(),
                finding,
                Option.none(),
                scenario,
                Vector.of(Telling.of(run))));
    return new Entry(
        variant.name(),
        story.title(),
        finding.isFault() ? Status.BAD : Status.GOOD,
        finding.isFault() ? "violated" : "runs",
        Headline.of(story).sentence(),
        Option.some(story));
  }

  static ScenarioRun run(Scenario scenario, Variant variant) {
    return ScenarioRun.of(scenario, variant, scenario.capabilities().getOrElse(Capabilities.ALL));
  }
}
