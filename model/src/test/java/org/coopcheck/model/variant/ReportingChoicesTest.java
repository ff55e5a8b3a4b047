package org.coopcheck.model.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.scenario.Story.A;
import static org.coopcheck.model.scenario.Story.B;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import java.util.Map;
import net.jqwik.api.Example;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.scenario.Story;

/** What each choice about reports changes; the expected values are from the texts. */
class ReportingChoicesTest {
  private static final String ENFORCED = "Cross-Origin-Opener-Policy";
  private static final String REPORT_ONLY = "Cross-Origin-Opener-Policy-Report-Only";
  private static final String SAME_ORIGIN = "same-origin; report-to=\"e\"";

  private record Row(
      String choice,
      String base,
      Function1<Story, Story> story,
      Function1<Report, String> read,
      String without,
      String with) {

    String told(boolean isChosen) {
      var told = story.apply(Story.under(base + (isChosen ? "," + choice : "")));
      return told.ending().reports().map(read).mkString(" ");
    }
  }

  private static Row row(
      String choice,
      Function1<Story, Story> story,
      Function1<Report, String> read,
      String without,
      String with) {
    return new Row(choice, "html", story, read, without, with);
  }

  private static Function1<Report, String> member(String name) {
    return report -> report.body().get(name).map(value -> value.getOrElse("null")).getOrElse("-");
  }

  private static String type(Report report) {
    return report.type().token();
  }

  private static Story serving(Story story, String header, String value, String url) {
    return story.serving(
        url, header, value, "Reporting-Endpoints", "e=\"https://endpoints.example/\"");
  }

  private static Function1<Story, Story> popup(String header, String url) {
    return story ->
        serving(story, header, SAME_ORIGIN, url)
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", url.endsWith("popup") ? url : A + "popup");
  }

  private static Function1<Story, Story> touchedBy(String page, String by, String target) {
    return popup(REPORT_ONLY, page).andThen(story -> story.uses(by, target, "closed"));
  }

  private static Story touchesAnother(Story story) {
    return serving(story, REPORT_ONLY, SAME_ORIGIN, A + "popup")
        .userOpens("opener", A + "opener")
        .opens("opener", "other", A + "other", "other", "")
        .opens("opener", "popup", A + "popup")
        .finds("popup", "other")
        .uses("popup", "other", "closed");
  }

  private static Story isolated(Story story) {
    return story
        .serving(
            A + "popup",
            ENFORCED,
            SAME_ORIGIN,
            "Cross-Origin-Embedder-Policy",
            "require-corp",
            "Reporting-Endpoints",
            "e=\"https://endpoints.example/\"")
        .userOpens("opener", A + "opener")
        .opens("opener", "popup", A + "popup");
  }

  /** The redirect is of another origin, and both its ends would switch. */
  private static Story redirected(Story story) {
    return serving(story, REPORT_ONLY, SAME_ORIGIN, A + "popup")
        .redirecting(B + "hop", A + "popup")
        .userOpens("opener", A + "opener")
        .opens("opener", "popup", B + "hop")
        .uses("popup", "opener", "closed");
  }

  /** Section 2.3: the popup's value and the report-only value of its opener part. */
  private static Story onlyOneSideWould(Story story) {
    return serving(
            story.serving(A + "opener", ENFORCED, "unsafe-none"),
            REPORT_ONLY,
            SAME_ORIGIN,
            A + "popup")
        .serving(
            A + "opener",
            REPORT_ONLY,
            "same-origin-allow-popups; report-to=\"e\"",
            "Reporting-Endpoints",
            "e=\"https://endpoints.example/\"")
        .userOpens("opener", A + "opener")
        .opens("opener", "popup", A + "popup");
  }

  private static final String TO = "navigation-to-response";
  private static final String FROM = "navigation-from-response";

  private static final Vector<Row> ROWS =
      Vector.of(
          row("report-kind=violation", popup(ENFORCED, A + "popup"), member("violation"), "-", TO),
          row(
              "report-withheld=null",
              popup(ENFORCED, B + "popup"),
              member("previousResponseURL"),
              "",
              "null"),
          row(
              "report-policy=as-written",
              ReportingChoicesTest::isolated,
              member("effectivePolicy"),
              "same-origin-plus-coep",
              "same-origin-plus-COEP"),
          row(
              "report-members=standard",
              touchedBy(A + "opener", "popup", "opener"),
              member("openedWindowURL"),
              "- -",
              "- " + A + "popup"),
          row(
              "report-members=explainer",
              popup(ENFORCED, A + "popup"),
              member("navigation uri"),
              "-",
              A + "opener"),
          row(
              "report-types=one",
              touchedBy(A + "popup", "opener", "popup"),
              member("type"),
              TO + " access-to-coop-page-from-opener",
              TO + " access-to-opener"),
          row(
              "report-types=two",
              touchedBy(A + "popup", "opener", "popup"),
              member("type"),
              TO + " access-to-coop-page-from-opener",
              "navigate-to-document access-to-coop-page"),
          row(
              "report-other-window=opened",
              ReportingChoicesTest::touchesAnother,
              member("openeeURL"),
              "- -",
              "- " + A + "other"),
          row(
              "report-opened-values=shifted",
              touchedBy(A + "opener", "popup", "opener"),
              member("property"),
              "- closed",
              "- same-origin"),
          row(
              "report-url=whole-chain",
              ReportingChoicesTest::redirected,
              member("openerURL"),
              "- " + A + "opener",
              "- "),
          row(
              "report-only-condition=separate",
              ReportingChoicesTest::onlyOneSideWould,
              ReportingChoicesTest::type,
              TO + " " + FROM,
              TO),
          row(
              "report-first-navigation=active-document",
              popup(ENFORCED, A + "popup"),
              member("previousResponseURL"),
              A + "opener",
              ""),
          row(
              "report-only-endpoint=enforced",
              popup(REPORT_ONLY, A + "popup"),
              ReportingChoicesTest::type,
              TO,
              ""));

  @Example
  void each_choice_changes_what_its_text_says() {
    for (var row : ROWS) {
      assertThat(row.told(false)).as("without " + row.choice()).isEqualTo(row.without());
      assertThat(row.told(true)).as(row.choice()).isEqualTo(row.with());
    }
  }

  /** The first design document: one member for a URL, and what stands in for one that is withheld. */
  @Example
  void the_explainer_writes_a_report_in_its_own_words() {
    var story = popup(ENFORCED, B + "popup").apply(Story.under("html,reporting=explainer"));
    var body = story.ending().reports().head().body().mapValues(value -> value.get());
    assertThat(body.toJavaMap())
        .containsOnly(
            Map.entry("disposition", "enforce"),
            Map.entry("effective policy", "same-origin"),
            Map.entry("navigation uri", A),
            Map.entry("violation", "navigate-to-document"));
  }

  /** The defects of section 4.4, all in one report. */
  @Example
  void the_standard_to_the_letter_has_its_defects() {
    var story =
        Story.under("html,reporting=standard")
            .serving(
                A + "opener",
                ENFORCED,
                "unsafe-none; report-to=\"e\"",
                REPORT_ONLY,
                "same-origin",
                "Reporting-Endpoints",
                "e=\"https://endpoints.example/\"")
            .userOpens("opener", A + "opener")
            .opens("opener", "popup", A + "popup")
            .uses("popup", "opener", "closed");
    var report = story.ending().reports().last();
    assertThat(report.endpoint()).containsExactly("e");
    assertThat(report.body().mapValues(value -> value.getOrElse("null")).toJavaMap())
        .containsOnly(
            Map.entry("disposition", "reporting"),
            Map.entry("effectivePolicy", "null"),
            Map.entry("openedWindowInitialURL", A + "popup"),
            Map.entry("openedWindowURL", A + "popup"),
            Map.entry("property", "same-origin"),
            Map.entry("type", "access-to-opener"));
  }

  /** Both texts know the value in the header that is enforced only. */
  @Example
  void a_form_without_noopener_on_trial_can_be_given_it() {
    for (var form : Vector.of("standard", "explainer")) {
      var row =
          new Row(
              "nap-report-only=accept",
              "html,reporting=" + form + ",report-only-endpoint=own",
              story ->
                  serving(story, REPORT_ONLY, "noopener-allow-popups; report-to=\"e\"", A + "popup")
                      .userOpens("opener", A + "opener")
                      .opens("opener", "popup", A + "popup"),
              ReportingChoicesTest::type,
              "",
              TO);
      assertThat(row.told(false)).as(form).isEqualTo(row.without());
      assertThat(row.told(true)).as(form).isEqualTo(row.with());
    }
  }

  /** Each answer that does not stand is tested: here, or where its own algorithm is. */
  @Example
  void no_choice_is_forgotten() {
    var elsewhere =
        Vector.of(
            "reporting=standard", // here
            "reporting=explainer", // here
            "report-accesses=check", // AccessReportsTest
            "report-accesses=switch-monitors", // AccessMonitorsTest
            "report-enforced-accesses=yes", // AccessMonitorsTest
            "report-monitor-5-2=opener", // AccessMonitorsTest
            "report-repeated=each", // AccessReportsTest
            "report-frames=both", // AccessReportsTest
            "report-frames=own", // AccessReportsTest
            "report-properties=letter", // AccessReportsTest
            "report-only-condition=mixed", // row restrict-properties-140
            "report-refused=yes", // NavigationReportsTest
            "report-missing-endpoint=unaddressed", // AccessReportsTest
            "report-company=group", // here
            "report-opened-url=first-response", // here
            "report-first-navigation=opener", // here
            "report-initial-url=always"); // here
    assertThat(ROWS.map(Row::choice).appendAll(elsewhere))
        .containsExactlyInAnyOrderElementsOf(
            ReportingChoices.ALL.reject(Choice::isDefault).map(Choice::spelling));
  }

  /** Section 2.5: an opener that has gone to the popup's next origin. */
  @Example
  void the_opener_stands_in_for_a_popups_first_document_wherever_it_is() {
    Function1<Story, Story> story =
        start ->
            serving(start, ENFORCED, SAME_ORIGIN, B + "popup")
                .userOpens("opener", A + "opener")
                .opens("opener", "popup")
                .goes("opener", B + "elsewhere")
                .goes("popup", B + "popup");
    var row =
        row(
            "report-first-navigation=opener",
            story,
            member("previousResponseURL"),
            "",
            B + "elsewhere");
    assertThat(row.told(false)).isEqualTo(row.without());
    assertThat(row.told(true)).isEqualTo(row.with());
  }

  /** Section 3: with the initial URL an origin learns what a strange document has opened. */
  @Example
  void the_initial_url_is_told_to_a_page_that_did_not_open_the_window() {
    Function1<Story, Story> story =
        start ->
            serving(start, REPORT_ONLY, SAME_ORIGIN, A + "page")
                .userOpens("page", B + "first")
                .opens("page", "popup", B + "popup")
                .goes("page", A + "page")
                .uses("popup", "page", "closed");
    var row =
        row(
            "report-initial-url=always",
            story,
            member("initialPopupURL"),
            "- ",
            "- " + B + "popup");
    assertThat(row.told(false)).isEqualTo(row.without());
    assertThat(row.told(true)).isEqualTo(row.with());
  }

  /** Section 4.4: the standard takes what comes in place of the first about:blank. */
  @Example
  void the_initial_url_is_the_one_that_the_window_was_opened_with() {
    Function1<Story, Story> story =
        start ->
            serving(start, REPORT_ONLY, SAME_ORIGIN, A + "opener")
                .userOpens("opener", A + "opener")
                .opens("opener", "popup")
                .goes("popup", B + "later")
                .uses("popup", "opener", "closed");
    var row =
        row(
            "report-opened-url=first-response",
            story,
            member("initialPopupURL"),
            "- ",
            "- " + B + "later");
    assertThat(row.told(false)).isEqualTo(row.without());
    assertThat(row.told(true)).isEqualTo(row.with());
  }

  /** A popup alone in its browsing context group, whose opener is in the same COOP group. */
  @Example
  void another_window_of_the_coop_group_is_company() {
    Function1<Story, Story> story =
        start ->
            serving(start, ENFORCED, SAME_ORIGIN, B + "login")
                .serving(A + "opener", ENFORCED, "restrict-properties")
                .userOpens("opener", A + "opener")
                .opens("opener", "popup", B + "popup")
                .goes("popup", B + "login");
    var row =
        new Row(
            "report-company=group",
            "restrict-properties",
            story,
            ReportingChoicesTest::type,
            TO,
            "");
    assertThat(row.told(false)).isEqualTo(row.without());
    assertThat(row.told(true)).isEqualTo(row.with());
  }
}
