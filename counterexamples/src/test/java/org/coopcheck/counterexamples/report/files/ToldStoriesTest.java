package org.coopcheck.counterexamples.report.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.report.story.Book;
import org.coopcheck.counterexamples.report.story.Stories;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.model.variant.HtmlStandard;

/** Stories say who is told. */
class ToldStoriesTest {
  private static final String SCENARIO =
      """
      coopcheck: 1
      title: told
      responses:
        https://a.example/popup:
          headers:
            Cross-Origin-Opener-Policy: same-origin; report-to="<b>*e*"
      steps:
        - {tab: page, url: https://a.example/}
        - {open: popup, by: page, url: https://a.example/popup}
      """;

  private static String file(String ending) {
    var scenario = ScenarioFiles.read("told.yaml", SCENARIO).get().head().scenario();
    var book =
        new Book(
            "told",
            Vector.of(
                Stories.scenario(
                    Vector.of("told"), scenario, HtmlStandard.VARIANT, Vector.empty())));
    return ReportFiles.of(book, ReportFiles.ALL)
        .find(file -> file.path().last().equals("told" + ending))
        .get()
        .text();
  }

  @Example
  void a_page_lists_the_reports_of_a_step_and_escapes_them() {
    assertThat(file(".html"))
        .contains("Who is told")
        .contains("navigation-to-response (enforce) to endpoint &lt;b&gt;*e* of")
        .contains("<strong>lost: nothing declares the endpoint &lt;b&gt;*e*;")
        .doesNotContain("<b>*e*");
  }

  @Example
  void markdown_lists_them_too() {
    assertThat(file(".md"))
        .contains(
            "Who is told:\n\n- navigation-to-response (enforce) to endpoint &lt;b&gt;\\*e\\* of")
        .contains("**lost: nothing declares the endpoint &lt;b&gt;\\*e\\*;");
  }
}
