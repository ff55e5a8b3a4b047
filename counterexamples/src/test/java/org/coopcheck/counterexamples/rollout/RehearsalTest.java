package org.coopcheck.counterexamples.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import net.jqwik.api.Tuple.Tuple5;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.counterexamples.schema.ProjectFiles;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.rollout.Announcement;
import org.coopcheck.properties.rollout.Breakage;
import org.coopcheck.properties.rollout.Breakage.Kind;
import org.coopcheck.properties.rollout.Silence;

/** What breaks in one scenario, and who is told. */
class RehearsalTest {
  private static final String SAME_ORIGIN =
      "{Cross-Origin-Opener-Policy-Report-Only: same-origin; report-to=\"e\","
          + " Reporting-Endpoints: e=\"/reports\"}";

  private static Scenario scenario(String responses, String... steps) {
    return read(
        "coopcheck: 1\nresponses:\n%s\nsteps:\n%s"
            .formatted(
                responses.indent(2),
                Vector.of(steps).map(step -> "  - {" + step + "}").mkString("\n")));
  }

  private static Scenario read(String text) {
    return ScenarioFiles.read("s.yaml", text).get().head().scenario();
  }

  private static Vector<Rehearsed> rehearsed(String variant, Scenario scenario) {
    return Rehearsed.allOf(scenario, Variants.parse(variant).get(), Capabilities.ALL);
  }

  /** What breaks if everything is enforced. */
  private static Vector<Breakage> breakages(String variant, Scenario scenario) {
    return rehearsed(variant, scenario).last().rehearsal().breakages();
  }

  @Data
  Iterable<Tuple5<String, Kind, Announcement.Kind, Silence, String>> gaps() {
    return Table.of( // file, what breaks, what tells of it, why no access report does, the guide's
        Tuple.of(
            "misses-the-window-of-a-frame",
            Kind.HANDLE,
            Announcement.Kind.SILENT,
            Silence.RULE_IS_NOT_TRIED,
            "G1"),
        Tuple.of(
            "misses-a-redirect",
            Kind.ACCESS,
            Announcement.Kind.NAVIGATION,
            Silence.HEADER_OF_A_REDIRECT,
            "G2"),
        Tuple.of(
            "misses-a-sandboxed-window",
            Kind.LOAD,
            Announcement.Kind.SILENT,
            Silence.RULE_IS_NOT_TRIED,
            "G3"),
        Tuple.of(
            "misses-the-frame-of-an-opener",
            Kind.ACCESS,
            Announcement.Kind.NAVIGATION,
            Silence.SCRIPT_OF_A_FOREIGN_FRAME,
            ""),
        Tuple.of(
            "misses-a-policy-that-is-loosened",
            Kind.ACCESS,
            Announcement.Kind.SILENT,
            Silence.ONE_VIRTUAL_GROUP,
            ""),
        Tuple.of(
            "misses-accesses-to-a-frame",
            Kind.ACCESS,
            Announcement.Kind.NAVIGATION,
            Silence.WINDOW_OF_A_FRAME,
            ""),
        Tuple.of(
            "forgets-a-page-that-was-left",
            Kind.ACCESS,
            Announcement.Kind.NAVIGATION,
            Silence.PAGE_IS_GONE,
            ""));
  }

  @Property
  @FromData("gaps")
  void each_gap_is_one_breakage_that_no_access_report_tells_of(
      @ForAll String file,
      @ForAll Kind kind,
      @ForAll Announcement.Kind announcement,
      @ForAll Silence why,
      @ForAll String guide) {
    var scenario = read(ProjectFiles.text("docs/findings/report-only-" + file + ".yaml"));
    var breakages = breakages("html", scenario);
    assertThat(breakages).hasSize(1);
    assertThat(breakages.head().kind()).isEqualTo(kind);
    assertThat(breakages.head().announcement().kind()).isEqualTo(announcement);
    assertThat(breakages.head().announcement().why()).containsExactly(why);
    assertThat(GuideGap.of(breakages.head()).map(GuideGap::id).getOrElse("")).isEqualTo(guide);
  }

  private static final Scenario POPUP =
      scenario(
          "https://login.example/: {headers: " + SAME_ORIGIN + "}",
          "tab: shop, url: https://shop.example/",
          "open: login, by: shop, url: https://login.example/",
          "access: login, by: shop, property: closed",
          "access: login, by: shop, property: closed",
          "access: shop, by: login, property: postMessage");

  @Example
  void each_direction_of_access_is_announced_once() {
    var breakages = breakages("html", POPUP);
    assertThat(breakages.map(Breakage::step)).containsExactly(3, 5);
    assertThat(
            breakages
                .flatMap(each -> each.announcement().reports())
                .map(Report::type)
                .mkString(" "))
        .isEqualTo("access-to-coop-page-from-opener access-from-coop-page-to-opener");
    assertThat(rehearsed("html", POPUP).head().rehearsal().falseAlarms()).isEmpty();
  }

  @Example
  void by_the_letter_of_the_standard_nobody_is_told_who_has_a_report_only_policy_alone() {
    var breakages = breakages("html,reporting=standard", POPUP);
    assertThat(breakages.map(each -> each.announcement().kind()).distinct())
        .containsExactly(Announcement.Kind.SILENT);
    assertThat(breakages.flatMap(each -> each.announcement().why()).distinct())
        .containsExactly(Silence.OTHER_ENDPOINT);
  }

  @Example
  void a_page_without_an_endpoint_is_told_nothing() {
    var breakages =
        breakages(
            "html",
            POPUP.withResponses(
                read("""
                        coopcheck: 1
                        responses:
                          https://login.example/:
                            headers: {Cross-Origin-Opener-Policy-Report-Only: same-origin; report-to="e"}
                        steps: []
                        """)
                    .responses()));
    assertThat(breakages.head().isSilent()).isTrue();
    assertThat(breakages.head().announcement().why()).containsExactly(Silence.UNDELIVERED);
  }

  private static final Scenario TWO_PAGES =
      scenario(
          """
          https://shop.example/: {headers: %s}
          https://shop.example/cart: {headers: %s}
          """
              .formatted(SAME_ORIGIN, SAME_ORIGIN),
          "tab: shop, url: https://shop.example/",
          "open: cart, by: shop, url: https://shop.example/cart",
          "access: cart, by: shop, property: postMessage");

  @Data
  Iterable<Tuple3<Integer, Integer, Boolean>> rollouts() {
    return Table.of( // which header, how many breakages, silent
        Tuple.of(0, 1, true), // the opener first
        Tuple.of(1, 1, true), // the popup first
        Tuple.of(2, 0, false)); // both at once
  }

  @Property
  @FromData("rollouts")
  void pages_of_one_origin_that_do_not_change_at_once_lose_each_other_silently(
      @ForAll int which, @ForAll int breakages, @ForAll boolean isSilent) {
    var all = rehearsed("html", TWO_PAGES);
    assertThat(all).hasSize(3);
    var rehearsal = all.get(which).rehearsal();
    assertThat(rehearsal.breakages()).hasSize(breakages);
    assertThat(all.get(which).isSilent()).isEqualTo(isSilent);
    assertThat(rehearsal.breakages().flatMap(each -> each.announcement().why()))
        .containsExactlyElementsOf(
            isSilent ? Vector.of(Silence.ONE_VIRTUAL_GROUP) : Vector.empty());
  }

  @Example
  void of_what_an_embedder_policy_blocks_nothing_is_said() {
    var scenario =
        scenario(
            """
            https://shop.example/:
              headers: {Cross-Origin-Embedder-Policy-Report-Only: require-corp}
            """,
            "tab: shop, url: https://shop.example/",
            "iframe: ad, in: shop, url: https://ad.example/");
    var breakages = breakages("html", scenario);
    assertThat(breakages.map(Breakage::kind)).containsExactly(Kind.LOAD);
    assertThat(breakages.head().announcement().kind()).isEqualTo(Announcement.Kind.LEFT_OUT);
    assertThat(breakages.head().isSilent()).isFalse();
  }

  @Example
  void what_fails_anyway_is_no_breakage() {
    var scenario =
        scenario(
            """
            https://login.example/:
              headers:
                Cross-Origin-Opener-Policy: same-origin
                Cross-Origin-Opener-Policy-Report-Only: same-origin-allow-popups
            """,
            "tab: shop, url: https://shop.example/",
            "open: login, by: shop, url: https://login.example/",
            "access: login, by: shop, property: postMessage");
    assertThat(rehearsed("html", scenario)).hasSize(1);
    assertThat(breakages("html", scenario)).isEmpty();
  }

  @Example
  void a_switch_that_takes_place_anyway_is_a_false_alarm() {
    var rehearsal =
        rehearsed(
                "html",
                read(
                    ProjectFiles.text(
                        "docs/findings/report-only-warns-of-what-happens-anyway.yaml")))
            .head()
            .rehearsal();
    assertThat(rehearsal.breakages()).isEmpty();
    assertThat(rehearsal.falseAlarms().map(alarm -> alarm.report().type().token()))
        .containsExactly("navigation-to-response");
  }

  @Example
  void without_a_report_only_header_there_is_nothing_to_enforce() {
    assertThat(
            rehearsed(
                "html",
                scenario("https://shop.example/: {}", "tab: shop, url: https://shop.example/")))
        .isEmpty();
  }
}
