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
import net.jqwik.api.Tuple.Tuple4;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.scenario.Story;

/** Who is told of a switch. */
class NavigationReportsTest {
  private static final String COOP = "Cross-Origin-Opener-Policy";
  private static final String REPORT_ONLY = "Cross-Origin-Opener-Policy-Report-Only";
  private static final String TOLD = "same-origin; report-to=\"e\"";
  private static final String TO_POPUP = "navigation-to-response %s of " + A + "popup";
  private static final String FROM_OPENER = "navigation-from-response %s of " + A + "opener";

  private static Story serving(Story story, String url, String header, String value) {
    return value.isEmpty()
        ? story
        : story.serving(
            url,
            header,
            value,
            "Reporting-Endpoints",
            "e=\"https://endpoints.example/\", other=\"https://endpoints.example/\"");
  }

  private static Vector<String> told(Story story) {
    return story.ending().reports().map(NavigationReportsTest::line);
  }

  private static String line(Report report) {
    return "%s %s of %s".formatted(report.type(), report.disposition(), report.url());
  }

  private static Vector<String> bodies(Story story, String member) {
    return story
        .ending()
        .reports()
        .map(report -> report.body().get(member).flatMap(value -> value).getOrElse("null"));
  }

  private static Story popup(String variant, String opener, String popup) {
    return popup(variant, COOP, opener, popup);
  }

  private static Story popup(String variant, String header, String opener, String popup) {
    var story = serving(Story.under(variant), A + "opener", header, opener);
    return serving(story, A + "popup", header, popup)
        .userOpens("opener", A + "opener")
        .opens("opener", "popup", A + "popup");
  }

  /** Sections 2.1 to 2.3 of the notes on reporting: the same header on both sides, one origin. */
  @Data
  Iterable<Tuple4<String, String, String, String>> pairs() {
    return Table.of( // header, opener, popup, reports
        Tuple.of(COOP, "", TOLD, TO_POPUP.formatted("enforce")),
        Tuple.of(COOP, TOLD, "", FROM_OPENER.formatted("enforce")),
        Tuple.of(COOP, "same-origin", "", ""),
        Tuple.of(COOP, "", "same-origin", ""),
        Tuple.of(COOP, TOLD, TOLD, ""),
        Tuple.of(COOP, "same-origin-allow-popups; report-to=\"e\"", "", ""),
        Tuple.of(
            COOP,
            "same-origin-allow-popups; report-to=\"e\"",
            TOLD,
            TO_POPUP.formatted("enforce") + "|" + FROM_OPENER.formatted("enforce")),
        Tuple.of(
            COOP,
            TOLD,
            "unsafe-none; report-to=\"e\"",
            TO_POPUP.formatted("enforce") + "|" + FROM_OPENER.formatted("enforce")),
        Tuple.of(REPORT_ONLY, "", TOLD, TO_POPUP.formatted("reporting")),
        Tuple.of(REPORT_ONLY, TOLD, "", FROM_OPENER.formatted("reporting")),
        Tuple.of(REPORT_ONLY, TOLD, TOLD, ""),
        Tuple.of(REPORT_ONLY, "same-origin", "", ""));
  }

  @Property
  @FromData("pairs")
  void those_whose_policy_switches_are_told_at_their_own_endpoint(
      @ForAll String header, @ForAll String opener, @ForAll String popup, @ForAll String reports) {
    assertThat(told(popup("html", header, opener, popup)).mkString("|")).isEqualTo(reports);
  }

  @Example
  void a_body_says_what_the_policy_is_and_what_came_before_or_after() {
    var report = popup("html", "", TOLD).ending().reports().head();
    assertThat(report.body().mapValues(value -> value.get()).toJavaMap())
        .containsOnly(
            java.util.Map.entry("disposition", "enforce"),
            java.util.Map.entry("effectivePolicy", "same-origin"),
            java.util.Map.entry("previousResponseURL", A + "opener"),
            java.util.Map.entry("referrer", A + "opener"),
            java.util.Map.entry("type", "navigation-to-response"));
    assertThat(report.endpoint()).containsExactly("e");
    assertThat(report.endpointUrl().map(Object::toString))
        .containsExactly("https://endpoints.example/");
  }

  @Example
  void a_strange_page_is_told_no_url_but_the_referrer() {
    var story =
        serving(Story.HTML, B + "popup", COOP, TOLD)
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", B + "popup");
    assertThat(bodies(story, "previousResponseURL")).containsExactly("");
    assertThat(bodies(story, "referrer")).containsExactly(A);
  }

  @Example
  void a_page_that_asks_for_no_referrer_has_none() {
    var story =
        serving(Story.HTML, B + "popup", COOP, TOLD)
            .serving(A + "opener", "Referrer-Policy", "no-referrer")
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", B + "popup");
    assertThat(bodies(story, "referrer")).containsExactly("");
  }

  @Example
  void a_page_is_told_the_next_url_only_if_it_went_there_itself() {
    var story =
        serving(Story.HTML, A + "opener", COOP, TOLD)
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", A + "same-origin");
    assertThat(bodies(story.goes("opener", B + "next"), "nextResponseURL"))
        .containsExactly(B + "next");
    assertThat(bodies(story.userNavigates("opener", B + "next"), "nextResponseURL"))
        .containsExactly("");
    assertThat(bodies(story.userNavigates("opener", A + "next"), "nextResponseURL"))
        .containsExactly(A + "next");
  }

  @Example
  void a_redirect_is_told_at_its_own_endpoint_of_both_sides() {
    var story =
        Story.HTML
            .redirecting(
                A + "hop",
                A + "popup#f",
                COOP,
                TOLD,
                "Reporting-Endpoints",
                "e=\"https://endpoints.example/\"")
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", A + "hop");
    assertThat(told(story))
        .containsExactly(
            "navigation-to-response enforce of " + A + "hop",
            "navigation-from-response enforce of " + A + "hop");
    assertThat(bodies(story, "nextResponseURL")).containsExactly("null", A + "popup");
  }

  @Example
  void a_window_that_is_alone_in_its_group_tells_nothing() {
    var alone =
        serving(Story.HTML, A + "opener", COOP, TOLD)
            .userOpens("opener", A + "opener")
            .goes("opener", A + "next");
    assertThat(told(alone)).isEmpty();
    var inCompany =
        serving(Story.HTML, A + "opener", COOP, TOLD)
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", A + "same-origin")
            .goes("opener", A + "next");
    assertThat(told(inCompany)).containsExactly(FROM_OPENER.formatted("enforce"));
    var leftAlone =
        serving(Story.HTML, A + "opener", COOP, TOLD)
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", A + "same-origin")
            .userCloses("popup")
            .goes("opener", A + "next");
    assertThat(told(leftAlone)).isEmpty();
  }

  @Example
  void a_frame_tells_nothing() {
    var story =
        serving(Story.HTML, B + "framed", COOP, TOLD)
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", A + "popup")
            .frames("opener", "frame", B + "framed");
    assertThat(told(story)).isEmpty();
  }

  @Example
  void a_report_for_an_endpoint_that_nothing_declares_is_lost() {
    var report =
        Story.HTML
            .serving(A + "popup", COOP, TOLD)
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", A + "popup")
            .ending()
            .reports()
            .head();
    assertThat(report.isDelivered()).isFalse();
    assertThat(report.endpoint()).containsExactly("e");
  }

  /** Section 2.5: what a report says was there before a popup's first response. */
  @Example
  void at_a_popups_first_navigation_the_opener_stands_in_for_it_or_not() {
    assertThat(bodies(popup("html", "", TOLD), "previousResponseURL"))
        .containsExactly(A + "opener");
    assertThat(
            bodies(
                popup("html,report-first-navigation=active-document", "", TOLD),
                "previousResponseURL"))
        .containsExactly("");
    assertThat(bodies(popup("html,reporting=standard", "", TOLD), "previousResponseURL"))
        .containsExactly("about:blank");
    assertThat(bodies(popup("html,reporting=explainer", "", TOLD), "navigation uri"))
        .containsExactly(A + "opener");
  }

  @Example
  void a_popups_second_navigation_has_the_popups_own_url_before() {
    var story =
        serving(Story.HTML, A + "popup", COOP, TOLD)
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", A + "first")
            .goes("popup", A + "popup");
    assertThat(bodies(story, "previousResponseURL")).containsExactly(A + "first");
  }

  @Example
  void an_opener_that_has_gone_to_another_origin_does_not_stand_in() {
    var story =
        serving(Story.HTML, A + "popup", COOP, TOLD)
            .userOpens("opener", A + "opener")
            .opens("opener", "popup")
            .goes("opener", B + "elsewhere")
            .goes("popup", A + "popup");
    assertThat(bodies(story, "previousResponseURL")).containsExactly("");
  }

  /** Section 2.4, last row. */
  @Example
  void what_a_report_only_value_would_do_is_told_at_its_own_endpoint() {
    String[] both = {
      COOP,
      "unsafe-none; report-to=\"other\"",
      REPORT_ONLY,
      TOLD,
      "Reporting-Endpoints",
      "e=\"https://endpoints.example/\", other=\"https://other.example/\""
    };
    assertThat(endpoints("html", both)).containsExactly("e");
    assertThat(endpoints("html,report-only-endpoint=enforced", both)).containsExactly("other");
    assertThat(endpoints("html,report-only-endpoint=enforced", REPORT_ONLY, TOLD)).isEmpty();
  }

  private static Vector<String> endpoints(String variant, String... headers) {
    return Story.under(variant)
        .serving(A + "popup", headers)
        .userOpens("opener", A + "opener")
        .opens("opener", "popup", A + "popup")
        .ending()
        .reports()
        .flatMap(Report::endpoint);
  }

  @Example
  void a_response_that_sandboxing_refuses_is_told_of_only_if_the_text_reports_first() {
    assertThat(told(refused("html"))).isEmpty();
    assertThat(told(refused("html,report-refused=yes")))
        .containsExactly("navigation-to-response enforce of " + B + "popup");
  }

  private static Story refused(String variant) {
    return serving(Story.under(variant), B + "popup", COOP, TOLD)
        .userOpens("opener", A + "opener")
        .framesSandboxed("opener", "frame", B + "frame", "allow-scripts allow-popups")
        .opens("frame", "popup", B + "popup");
  }
}
