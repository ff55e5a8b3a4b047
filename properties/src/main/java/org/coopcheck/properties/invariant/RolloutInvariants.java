package org.coopcheck.properties.invariant;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.rollout.Breakage;
import org.coopcheck.properties.rollout.Enforcement;
import org.coopcheck.properties.rollout.FalseAlarm;
import org.coopcheck.properties.rollout.Rehearsal;
import org.coopcheck.properties.rollout.Silence;

/** What reports on report-only policies are for: to tell what enforcing them would break. */
public final class RolloutInvariants {
  private static final Source SOURCE = Source.html("browsers.html#coop-reporting");
  private static final SortedSet<StepKind> CONCERNS =
      TreeSet.of(StepKind.REPORT_ONLY, StepKind.REPORT_ENDPOINT, StepKind.ACCESS);

  private RolloutInvariants() {}

  /** RO1. */
  public static final Invariant ANNOUNCES_WHAT_BREAKS =
      Invariant.ofRuns(
          "report-only-announces-what-breaks",
          "RO1",
          "If each report-only opener policy names an endpoint, then of whatever works as long as"
              + " they are report-only, and fails when the same values are enforced, a report is"
              + " delivered in the report-only run.",
          SOURCE,
          CONCERNS.add(StepKind.SANDBOX),
          "an access that would fail is reported",
          (scenario, run) ->
              rehearsal(scenario, run)
                  .flatMap(it -> it.breakages().find(Breakage::isSilent))
                  .map(RolloutInvariants::fall));

  /** RO2. */
  public static final Invariant GIVES_NO_FALSE_ALARM =
      Invariant.ofRuns(
          "report-only-gives-no-false-alarm",
          "RO2",
          "If each report-only opener policy names an endpoint, then a report on what one would do is"
              + " queued only in a step that goes otherwise when the same values are enforced.",
          SOURCE,
          CONCERNS.add(StepKind.BOTH_POLICIES),
          "an access that would fail is reported",
          (scenario, run) ->
              rehearsal(scenario, run)
                  .flatMap(it -> it.falseAlarms().headOption())
                  .map(RolloutInvariants::fall));

  /** None if somebody would not hear what is reported, or if nothing is tried. */
  private static Option<Rehearsal> rehearsal(Scenario scenario, ScenarioRun run) {
    boolean isATrial =
        !Enforcement.trialsIn(scenario).isEmpty() && Enforcement.everybodyListensIn(scenario);
    return Option.when(isATrial, () -> Rehearsal.of(scenario, run, Enforcement.OF_ALL));
  }

  private static Invariant.Fall fall(Breakage breakage) {
    String decision = breakage.turn().map(Object::toString).getOrElse("no rule decides otherwise");
    String why = breakage.announcement().why().map(Silence::meaning).getOrElse("");
    return new Invariant.Fall(
        breakage.step(),
        new Violation(
            "step %d works as long as policies are report-only and fails when they are enforced"
                    .formatted(breakage.step())
                + " (%s, decided in step %d: %s), and no report tells of it: %s"
                    .formatted(breakage.kind(), breakage.turnStep(), decision, why),
            breakage.by().toVector().append(breakage.window()).distinct()));
  }

  private static Invariant.Fall fall(FalseAlarm alarm) {
    var report = alarm.report();
    return new Invariant.Fall(
        alarm.step(),
        new Violation(
            "in step %d a report (%s) tells %s what would happen if policies were enforced, and"
                    .formatted(alarm.step(), report.type(), report.url())
                + " when they are, the step goes no other way",
            Vector.empty()));
  }
}
