package org.coopcheck.model.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.scenario.Story.A;
import static org.coopcheck.model.scenario.Story.B;

import io.vavr.collection.Vector;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import org.coopcheck.model.scenario.Ending;
import org.coopcheck.model.scenario.Story;
import org.coopcheck.model.world.AccessMonitor;
import org.coopcheck.model.world.BrowsingContextId;
import org.coopcheck.model.world.Handle;

/** The monitors of the design document, section 4.1 of the notes on reporting. */
class AccessMonitorsTest {
  private static final String ENFORCED = "Cross-Origin-Opener-Policy";
  private static final String REPORT_ONLY = "Cross-Origin-Opener-Policy-Report-Only";
  private static final String EXPLAINER = "html,reporting=explainer";

  private static Story serving(Story story, String header, String url) {
    return story.serving(
        url,
        header,
        "same-origin; report-to=\"e\"",
        "Reporting-Endpoints",
        "e=\"https://endpoints.example/\"");
  }

  /** The opener is of another origin than the popup, so that a policy on either side switches. */
  private static Story popup(String variant, String header, String... pagesWithThePolicy) {
    return Vector.of(pagesWithThePolicy)
        .foldLeft(Story.under(variant), (story, url) -> serving(story, header, url))
        .userOpens("opener", A + "opener")
        .opens("opener", "popup", B + "popup");
  }

  /** Each as: whose accesses, to which window, are told to whom. */
  private static Vector<String> monitors(Story story) {
    var ending = story.ending();
    return ending
        .world()
        .accessMonitors()
        .toVector()
        .map(
            monitor ->
                "(%s, %s%s) on %s"
                    .formatted(
                        word(ending, monitor.informed()),
                        monitor.direction() == AccessMonitor.Direction.FROM ? "from" : "to",
                        monitor.isReportOnly() ? ", report-only" : "",
                        word(ending, monitor.accessed())))
        .sorted();
  }

  /** In the words of the design document: the opener, the new browsing context, the old one. */
  private static String word(Ending ending, BrowsingContextId id) {
    if (id.equals(ending.browsingContext("opener").id())) return "op";
    if (id.equals(ending.browsingContext("popup").id())) return "new";
    var kept = ending.document("opener").handles().map(Handle::browsingContext);
    return kept.contains(id) ? "old" : "?";
  }

  /** The steps of the enforced switch. */
  @Data
  Iterable<Tuple3<String, String, String>> switches() {
    String popup = "(new, from) on op; (new, to) on old";
    return Table.of( // pages with the policy, variant, monitors
        Tuple.of("popup", EXPLAINER, popup), // 4.1, 4.2
        Tuple.of("opener", EXPLAINER, "(new, to) on op; (op, from) on old"), // 5.1, 5.2
        Tuple.of(
            "opener",
            EXPLAINER + ",report-monitor-5-2=opener",
            "(op, from) on old; (op, to) on op"),
        Tuple.of(
            "both",
            EXPLAINER,
            "(new, from) on op; (new, to) on old; (new, to) on op; (op, from) on old"),
        Tuple.of("none", EXPLAINER, ""),
        Tuple.of("both", EXPLAINER + ",report-enforced-accesses=no", ""),
        Tuple.of("both", "html", ""));
  }

  @Property
  @FromData("switches")
  void a_switch_puts_the_monitors_of_steps_4_and_5(
      @ForAll String pages, @ForAll String variant, @ForAll String monitors) {
    assertThat(monitors(popup(variant, ENFORCED, urls(pages))).mkString("; ")).isEqualTo(monitors);
  }

  /** The steps of a switch that a report-only value would ask for. */
  @Data
  Iterable<Tuple3<String, String, String>> wouldSwitch() {
    String popup = "(new, from, report-only) on op; (new, to, report-only) on new";
    String opener = "(op, from, report-only) on new; (op, to, report-only) on op";
    return Table.of( // pages with the policy, variant, monitors
        Tuple.of("popup", EXPLAINER, popup),
        Tuple.of("opener", EXPLAINER, opener),
        Tuple.of(
            "both",
            EXPLAINER,
            "(new, from, report-only) on op; (new, to, report-only) on new; "
                + "(op, from, report-only) on new; (op, to, report-only) on op"),
        Tuple.of("none", EXPLAINER, ""),
        Tuple.of("both", "html,report-accesses=check", ""));
  }

  @Property
  @FromData("wouldSwitch")
  void a_switch_that_would_be_puts_monitors_on_both_windows(
      @ForAll String pages, @ForAll String variant, @ForAll String monitors) {
    assertThat(monitors(popup(variant, REPORT_ONLY, urls(pages))).mkString("; "))
        .isEqualTo(monitors);
  }

  private static String[] urls(String pages) {
    return switch (pages) {
      case "popup" -> new String[] {B + "popup"};
      case "opener" -> new String[] {A + "opener"};
      case "both" -> new String[] {A + "opener", B + "popup"};
      default -> new String[0];
    };
  }

  @Example
  void a_window_without_an_opener_gets_no_monitors() {
    var story =
        serving(Story.under(EXPLAINER), ENFORCED, A + "opener")
            .userOpens("opener", A + "plain")
            .opens("opener", "popup", A + "popup")
            .goes("opener", A + "opener");
    assertThat(monitors(story)).isEmpty();
  }

  @Example
  void a_page_that_went_to_another_origin_is_told_no_more() {
    var story = popup(EXPLAINER, ENFORCED, A + "opener", B + "popup");
    assertThat(monitors(story.goes("popup", A + "same-origin")))
        .doesNotContain("(new, from) on op", "(new, to) on old", "(new, to) on op")
        .hasSize(1);
  }

  @Example
  void a_page_of_the_same_origin_and_policy_goes_on_being_told() {
    var story = serving(popup(EXPLAINER, ENFORCED, B + "popup"), ENFORCED, B + "second");
    assertThat(monitors(story.goes("popup", B + "second")))
        .containsExactly("(new, from) on op", "(new, to) on old");
  }

  @Example
  void a_page_of_the_same_origin_and_another_policy_is_told_no_more() {
    var story = popup(EXPLAINER, ENFORCED, B + "popup");
    // The value is the same, and no endpoint is named.
    assertThat(monitors(story.goes("popup", B + "same-origin"))).isEmpty();
  }

  /** What the monitors are there for: claims C72 and C73 rest on it. */
  @Example
  void after_a_switch_each_side_is_told_that_the_other_is_used_in_vain() {
    var story =
        popup(EXPLAINER, ENFORCED, A + "opener", B + "popup").uses("opener", "popup", "closed");
    assertThat(
            story
                .ending()
                .reports()
                .filter(report -> report.type().isOfAnAccess())
                .map(
                    report ->
                        report.disposition()
                            + " "
                            + report.body().get("violation").get().get()
                            + " of "
                            + report.url()))
        .containsExactlyInAnyOrder(
            "enforce access-from-coop-page of " + A + "opener",
            "enforce access-to-coop-page of " + B + "popup");
  }

  @Example
  void a_page_that_was_cut_off_is_told_that_it_tries_its_opener() {
    var story = popup(EXPLAINER, ENFORCED, B + "popup").uses("popup", "opener", "closed");
    assertThat(
            story
                .ending()
                .reports()
                .filter(report -> report.type().isOfAnAccess())
                .map(report -> report.type() + " of " + report.url()))
        .containsExactly("access-from-coop-page-to-opener of " + B + "popup");
  }

  /** Chromium's: for each pair and direction one that tells the one, and one that tells the other. */
  @Example
  void chromium_watches_both_directions_of_a_pair_for_each_page_that_has_an_endpoint() {
    assertThat(monitors(popup("html", REPORT_ONLY, B + "popup")))
        .containsExactly("(new, from, report-only) on op", "(new, to, report-only) on new");
    assertThat(monitors(popup("html", REPORT_ONLY, A + "opener", B + "popup"))).hasSize(4);
  }

  @Example
  void a_monitor_of_chromium_fires_once() {
    assertThat(monitors(popup("html", REPORT_ONLY, B + "popup").uses("opener", "popup", "closed")))
        .containsExactly("(new, from, report-only) on op");
    assertThat(
            monitors(
                popup("html,report-repeated=each", REPORT_ONLY, B + "popup")
                    .uses("opener", "popup", "closed")))
        .hasSize(2);
  }
}
