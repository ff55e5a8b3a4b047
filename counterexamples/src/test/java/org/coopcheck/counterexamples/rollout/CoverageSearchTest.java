package org.coopcheck.counterexamples.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.observation.FirstViolation;
import org.coopcheck.counterexamples.rollout.CoverageSearch.Answer;
import org.coopcheck.counterexamples.rollout.CoverageSearch.Found;
import org.coopcheck.counterexamples.rollout.CoverageSearch.Question;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.counterexamples.search.RunSearch;
import org.coopcheck.counterexamples.search.Verdict;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.ReportingQuestions.Sides;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.rollout.Announcement;
import org.coopcheck.properties.rollout.Enforcement;
import org.coopcheck.properties.rollout.Silence;

class CoverageSearchTest {
  private static final Bound THREE_STEPS =
      CoverageSearch.STANDARD
          .withSteps(Option.some(3))
          .withValues(Vector.of(OpenerPolicyValue.UNSAFE_NONE, OpenerPolicyValue.SAME_ORIGIN));
  private static final Bound POPUPS_ALONE = THREE_STEPS.withFrames(0).withRedirects(0);
  private static final Variant HTML = Variants.parse("html").get();
  private static final Variant TO_THE_LETTER = Variants.parse("html,reporting=standard").get();

  private static final Answer ANSWER =
      CoverageSearch.search(new Question(HTML, THREE_STEPS), Conduct.PLAIN);

  private static Verdict verdict(RunSearch search, Variant variant, Bound bound) {
    return search.search(variant, bound, Conduct.PLAIN, 1).verdict();
  }

  @Example
  void the_gaps_of_the_rollout_guide_come_out_of_a_search_that_does_not_know_of_them() {
    assertThat(
            ANSWER
                .found()
                .reject(each -> isReported(each))
                .flatMap(each -> GuideGap.of(each.breakage()))
                .map(GuideGap::id)
                .distinct()
                .sorted())
        .containsExactly("G1", "G2", "G3");
  }

  private static boolean isReported(Found found) {
    return found.breakage().announcement().kind() == Announcement.Kind.ACCESS;
  }

  @Example
  void what_is_silent_comes_first_and_then_what_only_a_navigation_report_tells() {
    assertThat(ANSWER.found().map(each -> each.breakage().announcement().kind()))
        .containsExactly(
            Announcement.Kind.SILENT,
            Announcement.Kind.SILENT,
            Announcement.Kind.NAVIGATION,
            Announcement.Kind.NAVIGATION,
            Announcement.Kind.NAVIGATION,
            Announcement.Kind.ACCESS);
    assertThat(ANSWER.found().map(each -> each.breakage().cause())).doesNotHaveDuplicates();
  }

  @Example
  void each_scenario_breaks_for_its_cause_when_it_is_run_by_itself_and_somebody_listens() {
    for (Found found : ANSWER.found()) {
      var again =
          Rehearsed.allOf(found.rehearsed().scenario(), HTML, Capabilities.ALL).last().rehearsal();
      assertThat(again.breakages().map(each -> each.cause())).contains(found.breakage().cause());
      assertThat(Enforcement.everybodyListensIn(found.rehearsed().scenario())).isTrue();
      assertThat(Enforcement.trialsIn(found.rehearsed().scenario())).isNotEmpty();
    }
  }

  @Example
  void the_redirect_of_the_guide_is_not_quite_silent() {
    var redirect =
        ANSWER
            .found()
            .find(each -> GuideGap.of(each.breakage()).contains(GuideGap.REDIRECTS))
            .get();
    assertThat(redirect.breakage().announcement().reports().map(each -> each.type().token()))
        .contains("navigation-to-response");
  }

  @Example
  void report_only_does_not_announce_everything_and_the_counterexample_replays() {
    var verdict = verdict(RolloutSearch.OF_WHAT_BREAKS, HTML, THREE_STEPS);
    assertThat(verdict).isInstanceOf(Verdict.Violated.class);
    var counterexample = ((Verdict.Violated) verdict).counterexample();
    var invariant = RolloutSearch.OF_WHAT_BREAKS.invariant();
    var run = ScenarioRun.of(counterexample.scenario(), HTML, Capabilities.ALL);
    assertThat(FirstViolation.in(counterexample.scenario(), run, Vector.of(invariant)))
        .hasSize(1)
        .allMatch(each -> each.step() == counterexample.step());
    assertThat(counterexample.scenario().steps()).hasSize(3);
  }

  @Example
  void with_popups_alone_it_does_and_by_the_letter_of_the_standard_it_does_not() {
    assertThat(verdict(RolloutSearch.OF_WHAT_BREAKS, HTML, POPUPS_ALONE))
        .isInstanceOf(Verdict.Holds.class);
    assertThat(verdict(RolloutSearch.OF_WHAT_BREAKS, TO_THE_LETTER, POPUPS_ALONE))
        .isInstanceOf(Verdict.Violated.class);
  }

  @Example
  void no_report_is_a_false_alarm_unless_every_navigation_is_reported() {
    var talkative =
        HTML.withReporting(HTML.reporting().withSides(switches -> new Sides(true, true)));
    assertThat(verdict(RolloutSearch.OF_FALSE_ALARMS, HTML, POPUPS_ALONE))
        .isInstanceOf(Verdict.Holds.class);
    assertThat(verdict(RolloutSearch.OF_FALSE_ALARMS, talkative, POPUPS_ALONE))
        .isInstanceOf(Verdict.Violated.class);
  }

  @Example
  void a_page_that_enforces_a_policy_already_may_break_silently_and_be_warned_in_vain() {
    var answer =
        CoverageSearch.search(new Question(HTML, CoverageSearch.WITH_BOTH_POLICIES), Conduct.PLAIN);
    assertThat(answer.announcedBy(Announcement.Kind.SILENT).map(Found::breakage))
        .hasSize(1)
        .allMatch(each -> each.announcement().why().contains(Silence.ONE_VIRTUAL_GROUP));
    assertThat(answer.alarm()).isNotEmpty();
    assertThat(verdict(RolloutSearch.OF_FALSE_ALARMS, HTML, CoverageSearch.WITH_BOTH_POLICIES))
        .isInstanceOf(Verdict.Violated.class);
  }

  @Example
  void a_bound_in_which_nothing_is_reported_says_nothing() {
    var withoutAccesses = POPUPS_ALONE.withKinds(POPUPS_ALONE.kinds().remove(StepKind.ACCESS));
    assertThat(verdict(RolloutSearch.OF_WHAT_BREAKS, HTML, withoutAccesses))
        .isInstanceOf(Verdict.Vacuous.class);
  }
}
