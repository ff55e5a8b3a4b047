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
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.Tuple.Tuple4;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.scenario.Story;

/** Who is told that a window was touched. */
class AccessReportsTest {

  /** A page that tries same-origin and has an endpoint. */
  private static Story withReportOnly(Story story, String url) {
    return story.serving(
        url,
        "Cross-Origin-Opener-Policy-Report-Only",
        "same-origin; report-to=\"e\"",
        "Reporting-Endpoints",
        "e=\"https://endpoints.example/\"");
  }

  private static Vector<Report> accesses(Story story) {
    return story.ending().reports().filter(report -> report.type().isOfAnAccess());
  }

  private static Vector<String> told(Story story) {
    return accesses(story).map(report -> report.type() + " of " + report.url());
  }

  private static Vector<String> bodies(Story story, String member) {
    return accesses(story)
        .map(report -> report.body().get(member).flatMap(value -> value).getOrElse("null"));
  }

  /** An opener, a popup, and another popup; which page has the policy. */
  private static Story three(String page) {
    return withReportOnly(Story.HTML, A + page)
        .userOpens("opener", A + "opener")
        .opens("opener", "popup", A + "popup", "popup", "")
        .opens("opener", "other", A + "other", "other", "");
  }

  /** The six types, section 4.3: whose the policy is, who touches whom. */
  @Data
  Iterable<Tuple4<String, String, String, String>> types() {
    return Table.of( // page with the policy, who, whom, type
        Tuple.of("popup", "popup", "opener", "access-from-coop-page-to-opener"),
        Tuple.of("popup", "opener", "popup", "access-to-coop-page-from-opener"),
        Tuple.of("opener", "opener", "popup", "access-from-coop-page-to-openee"),
        Tuple.of("opener", "popup", "opener", "access-to-coop-page-from-openee"),
        Tuple.of("popup", "popup", "other", "access-from-coop-page-to-other"),
        Tuple.of("popup", "other", "popup", "access-to-coop-page-from-other"));
  }

  @Property
  @FromData("types")
  void an_access_is_told_by_what_the_other_window_is_to_the_page(
      @ForAll String page, @ForAll String by, @ForAll String target, @ForAll String type) {
    // Popups know each other by name.
    var story = three(page).finds("popup", "other").finds("other", "popup");
    assertThat(told(story.uses(by, target, "closed"))).containsExactly(type + " of " + A + page);
  }

  /** The members of section 4.3, as Chromium writes them. */
  @Data
  Iterable<Tuple4<String, String, String, String>> members() {
    return Table.of( // page with the policy, who, whom, members
        Tuple.of("popup", "popup", "opener", "openerURL referrer"),
        Tuple.of("popup", "opener", "popup", "openerURL referrer"),
        Tuple.of("opener", "opener", "popup", "initialPopupURL openeeURL"),
        Tuple.of("opener", "popup", "opener", "initialPopupURL openeeURL"),
        Tuple.of("popup", "popup", "other", "otherDocumentURL"),
        Tuple.of("popup", "other", "popup", "otherDocumentURL"));
  }

  @Property
  @FromData("members")
  void a_body_has_the_urls_that_its_type_has_room_for(
      @ForAll String page, @ForAll String by, @ForAll String target, @ForAll String members) {
    var story = three(page).finds("popup", "other").finds("other", "popup");
    var body = accesses(story.uses(by, target, "closed")).head().body();
    assertThat(body.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Vector.of(members.split(" "))
                .appendAll(Vector.of("disposition", "effectivePolicy", "property", "type")));
    assertThat(body.get("disposition").get()).containsExactly("reporting");
    assertThat(body.get("effectivePolicy").get()).containsExactly("same-origin");
  }

  @Example
  void both_pages_are_told_of_one_access_if_both_try_a_policy() {
    var story =
        withReportOnly(withReportOnly(Story.HTML, A + "opener"), B + "popup")
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", B + "popup")
            .uses("opener", "popup", "closed");
    assertThat(told(story))
        .containsExactlyInAnyOrder(
            "access-from-coop-page-to-openee of " + A + "opener",
            "access-to-coop-page-from-opener of " + B + "popup");
  }

  @Example
  void a_page_of_another_origin_is_told_no_url() {
    var story =
        withReportOnly(Story.HTML, B + "popup")
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", B + "popup")
            .uses("opener", "popup", "closed");
    assertThat(bodies(story, "openerURL")).containsExactly("");
    assertThat(bodies(story, "referrer")).containsExactly(A);
  }

  @Example
  void the_initial_url_is_told_to_those_who_are_same_origin_with_who_opened_the_window() {
    assertThat(bodies(openedFrom(A), "initialPopupURL")).containsExactly(A + "popup");
    assertThat(bodies(openedFrom(B), "initialPopupURL")).containsExactly("");
  }

  /** The window that opened it has gone on to the page since. */
  private static Story openedFrom(String origin) {
    return withReportOnly(Story.HTML, A + "page")
        .userOpens("page", origin + "first")
        .opens("page", "popup", A + "popup")
        .goes("page", A + "page")
        .uses("popup", "page", "closed");
  }

  @Example
  void two_pages_that_would_stay_together_are_told_nothing() {
    var story =
        withReportOnly(withReportOnly(Story.HTML, A + "opener"), A + "popup")
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", A + "popup")
            .uses("opener", "popup", "closed")
            .uses("popup", "opener", "closed");
    assertThat(told(story)).isEmpty();
  }

  @Example
  void a_page_that_touches_itself_or_its_frames_is_told_nothing() {
    var story =
        withReportOnly(Story.HTML, A + "page")
            .userOpens("page", A + "page")
            .opens("page", "popup", A + "popup")
            .frames("page", "frame", A + "frame")
            .uses("page", "frame", "closed")
            .uses("frame", "page", "closed");
    assertThat(told(story)).isEmpty();
  }

  @Example
  void frames_that_are_same_origin_with_their_page_count_as_it_does() {
    assertThat(told(aFrameTouches("html", A)))
        .containsExactly("access-to-coop-page-from-openee of " + A + "page");
  }

  @Example
  void what_cross_origin_frames_do_is_told_to_nobody() {
    assertThat(told(aFrameTouches("html", B))).isEmpty();
  }

  /** In the popup a frame that finds the page by its name. */
  private static Story aFrameTouches(String variant, String frame) {
    return withReportOnly(Story.under(variant), A + "page")
        .userOpens("page", A + "page")
        .names("page", "page")
        .opens("page", "popup", A + "popup")
        .frames("popup", "frame", frame + "frame")
        .finds("frame", "page")
        .uses("frame", "page", "closed");
  }

  /** Section 7, last row: Chromium watches top-level windows only. */
  @Example
  void an_access_to_a_frame_counts_where_both_sides_are_looked_at() {
    assertThat(told(touchesAFrame("html", A))).isEmpty();
    assertThat(told(touchesAFrame("html,report-frames=both", A)))
        .containsExactly("access-to-coop-page-from-openee of " + A + "page");
    assertThat(told(touchesAFrame("html,report-frames=both", B))).isEmpty();
    assertThat(told(touchesAFrame("html,report-frames=own", B)))
        .containsExactly("access-to-coop-page-from-openee of " + A + "page");
  }

  /** The popup finds the frame by its name. */
  private static Story touchesAFrame(String variant, String frame) {
    return withReportOnly(Story.under(variant), A + "page")
        .userOpens("page", A + "page")
        .frames("page", "frame", frame + "frame")
        .names("frame", "frame")
        .opens("page", "popup", A + "popup")
        .finds("popup", "frame")
        .uses("popup", "frame", "closed");
  }

  /** Section 7: each access by the texts, the first of a pair and direction in Chromium. */
  @Example
  void of_a_pair_and_a_direction_the_first_access_is_told() {
    assertThat(bodies(touchedOften("html"), "property")).containsExactly("closed", "length");
    assertThat(bodies(touchedOften("html,report-repeated=each"), "property"))
        .containsExactly("closed", "postMessage", "length");
    assertThat(bodies(touchedOften("html,report-accesses=check"), "property"))
        .containsExactly("closed", "postMessage", "length");
  }

  private static Story touchedOften(String variant) {
    return withReportOnly(Story.under(variant), A + "popup")
        .userOpens("opener", A + "opener")
        .opens("opener", "popup", A + "popup")
        .uses("opener", "popup", "closed")
        .uses("opener", "popup", "postMessage")
        .uses("popup", "opener", "length");
  }

  @Example
  void another_document_in_the_window_is_told_anew() {
    var story =
        withReportOnly(Story.HTML, A + "popup")
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", A + "popup")
            .uses("opener", "popup", "closed")
            .reloads("popup")
            .uses("opener", "popup", "length");
    assertThat(bodies(story, "property")).containsExactly("closed", "length");
  }

  /** Section 6: the properties whose use is told, and under which name. */
  @Data
  Iterable<Tuple2<String, String>> properties() {
    return Table.of( // property, as told
        Tuple.of("blur", "blur"),
        Tuple.of("close", "close"),
        Tuple.of("closed", "closed"),
        Tuple.of("focus", "focus"),
        Tuple.of("frames", "frames"),
        Tuple.of("length", "length"),
        Tuple.of("location", "location"),
        Tuple.of("opener", "opener"),
        Tuple.of("parent", "parent"),
        Tuple.of("postMessage", "postMessage"),
        Tuple.of("self", "self"),
        Tuple.of("top", "top"),
        Tuple.of("window", "window"),
        Tuple.of("0", "indexed"),
        Tuple.of("framed", "named"),
        Tuple.of("1", ""),
        Tuple.of("00", ""),
        Tuple.of("unframed", ""),
        Tuple.of("document", ""),
        Tuple.of("then", ""));
  }

  @Property
  @FromData("properties")
  void the_properties_that_work_across_origins_are_told_and_so_are_frames(
      @ForAll String property, @ForAll String told) {
    assertThat(bodies(touched("html", property), "property").mkString()).isEqualTo(told);
  }

  /** Section 4.2, step 1: one of the 13 names, or an array index. */
  @Example
  void by_the_letter_every_index_is_told_and_no_name_of_a_frame() {
    String letter = "html,report-properties=letter";
    assertThat(bodies(touched(letter, "0"), "property")).containsExactly("0");
    assertThat(bodies(touched(letter, "7"), "property")).containsExactly("7");
    assertThat(bodies(touched(letter, "framed"), "property")).isEmpty();
    assertThat(bodies(touched(letter, "closed"), "property")).containsExactly("closed");
  }

  private static Story touched(String variant, String property) {
    return withReportOnly(Story.under(variant), A + "popup")
        .userOpens("opener", A + "opener")
        .opens("opener", "popup", A + "popup")
        .frames("popup", "frame", A + "frame")
        .names("frame", "framed")
        .uses("opener", "popup", property);
  }

  @Example
  void writing_is_told_as_reading_is() {
    var story =
        withReportOnly(Story.HTML, A + "popup")
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", A + "popup")
            .sets("opener", "popup", "location", A + "popup#f");
    assertThat(bodies(story, "property")).containsExactly("location");
  }

  @Example
  void an_access_through_the_handle_of_another_page_is_told_too() {
    var story =
        withReportOnly(Story.HTML, A + "third")
            .userOpens("first", A + "first")
            .opens("first", "second", A + "second")
            .opens("second", "third", A + "third")
            .usesThrough("first", "second", "third", "closed");
    assertThat(told(story)).containsExactly("access-to-coop-page-from-other of " + A + "third");
  }

  @Example
  void a_window_that_was_really_cut_off_is_told_nothing_by_chromium() {
    var story =
        Story.HTML
            .serving(
                A + "popup",
                "Cross-Origin-Opener-Policy",
                "same-origin; report-to=\"e\"",
                "Reporting-Endpoints",
                "e=\"https://endpoints.example/\"")
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", A + "popup")
            .uses("opener", "popup", "closed");
    assertThat(told(story)).isEmpty();
  }

  /** Section 4.4: reports of accesses by a page are sent whether it has an endpoint or not. */
  @Example
  void by_the_letter_a_page_without_an_endpoint_reports_its_own_accesses_to_null() {
    assertThat(withoutAnEndpoint("html,report-accesses=check")).isEmpty();
    assertThat(withoutAnEndpoint("html,report-accesses=check,report-missing-endpoint=unaddressed"))
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.type().token()).isEqualTo("access-from-coop-page-to-opener");
              assertThat(report.endpoint()).isEmpty();
              assertThat(report.isDelivered()).isFalse();
            });
  }

  private static Vector<Report> withoutAnEndpoint(String variant) {
    return accesses(
        Story.under(variant)
            .serving(A + "popup", "Cross-Origin-Opener-Policy-Report-Only", "same-origin")
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", A + "popup")
            .uses("popup", "opener", "closed"));
  }
}
