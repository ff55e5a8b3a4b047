package org.coopcheck.counterexamples.report.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple1;
import org.coopcheck.counterexamples.report.story.Book;
import org.coopcheck.counterexamples.report.story.Repair;
import org.coopcheck.counterexamples.scenario.Texts;
import org.coopcheck.counterexamples.schema.Schemas;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.variant.Choices;
import org.coopcheck.model.variant.TableCells;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.claim.Seed;
import org.coopcheck.properties.invariant.Invariants;

class ReportFilesTest {

  @Data
  Iterable<Tuple1<String>> findings() {
    return Findings.NAMES.map(Tuple::of);
  }

  @Example
  void the_same_findings_are_the_same_bytes() {
    var files = ReportFiles.of(Findings.book(), ReportFiles.ALL);
    assertThat(files).hasSizeGreaterThan(80);
    assertThat(ReportFiles.of(Findings.book(), ReportFiles.ALL)).isEqualTo(files);
  }

  @Property
  @FromData("findings")
  void each_page_is_valid_html(@ForAll String name) {
    assertThat(Wellformed.problemsOfHtml(text(name, Format.HTML))).isEmpty();
  }

  @Example
  void the_page_that_leads_to_all_others_is_valid_html_and_leads_to_them() {
    var files = ReportFiles.of(Findings.book(), ReportFiles.ALL);
    var index = files.last();
    assertThat(index.path()).isEqualTo(ReportFiles.INDEX);
    assertThat(Wellformed.problemsOfHtml(index.text())).isEmpty();
    assertThat(Wellformed.references(index.text()).map(link -> link.replaceFirst("^\\./", "")))
        .containsAll(files.dropRight(2).map(file -> file.path().mkString("/")));
  }

  @Property
  @FromData("findings")
  void a_page_loads_nothing_and_leads_only_to_who_says_so(@ForAll String name) {
    String page = text(name, Format.HTML);
    var sources =
        Vector.of(Rule.values())
            .map(Rule::source)
            .appendAll(Invariants.EVERY.map(invariant -> invariant.source()))
            .appendAll(Variants.ALL.map(variant -> variant.source()))
            .appendAll(Vector.of(Seed.values()).map(Seed::source))
            .appendAll(Choices.ALL.appendAll(TableCells.ALL).map(choice -> choice.source()))
            .map(source -> source.link().toASCIIString());
    assertThat(sources).containsAll(Wellformed.references(page));
    assertThat(page).doesNotContain("<script", "<link", "<img", "<iframe", "url(", "@import");
    assertThat(text(name, Format.SVG))
        .doesNotContain("<script", "<image", "href", "url(", "@import", "<foreignObject");
  }

  @Property
  @FromData("findings")
  void pictures_are_xml_and_their_titles_say_what_they_show(@ForAll String name) {
    var svg = Wellformed.xml(text(name, Format.SVG)).getDocumentElement();
    assertThat(svg.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(svg.getFirstChild().getTextContent()).isEqualTo(Findings.story(name).title());
  }

  @Property
  @FromData("findings")
  void traces_and_results_are_as_their_schemas_say(@ForAll String name) {
    assertThat(Wellformed.problemsOfItf(text(name, Format.ITF))).isEmpty();
    assertThat(Schemas.problems("result", Wellformed.json(text(name, Format.JSON)))).isEmpty();
  }

  @Property
  @FromData("findings")
  void flowcharts_are_of_the_part_of_mermaid_that_is_known_to_parse(@ForAll String name) {
    assertThat(Wellformed.problemsOfMermaid(text(name, Format.MERMAID))).isEmpty();
    String markdown = text(name, Format.MARKDOWN);
    assertThat(markdown).contains("```mermaid\nflowchart LR\n");
  }

  @Property
  @FromData("findings")
  void the_scenario_is_the_one_that_was_told(@ForAll String name) {
    assertThat(Texts.scenario(text(name, Format.YAML))).isEqualTo(Findings.story(name).scenario());
  }

  @Example
  void continuous_integration_counts_each_verdict_and_fails_what_is_violated() {
    var book = Findings.book();
    var suites =
        Wellformed.xml(
                ReportFiles.of(book, TreeSet.empty())
                    .find(file -> file.path().equals(Vector.of("junit.xml")))
                    .get()
                    .text())
            .getDocumentElement();
    assertThat(suites.getAttribute("tests")).isEqualTo("" + book.entries().size());
    assertThat(suites.getElementsByTagName("testcase").getLength())
        .isEqualTo(book.entries().size());
    int violated = book.entries().count(entry -> entry.verdict().equals("violated"));
    assertThat(violated).isBetween(1, book.entries().size() - 1);
    assertThat(suites.getElementsByTagName("failure").getLength()).isEqualTo(violated);
  }

  @Example
  void two_stories_of_one_name_have_two_paths() {
    var entry = Findings.book().entries().head();
    var book = new Book("twice", Vector.of(entry, entry, entry));
    assertThat(book.stories().map(story -> story.path().last()))
        .containsExactly(
            entry.story().get().path().last(),
            entry.story().get().path().last() + "-2",
            entry.story().get().path().last() + "-3");
  }

  @Example
  void what_would_repair_it_stands_in_the_page_and_in_the_markdown_with_what_it_costs() {
    var story = Findings.story("naive-permission-bypass");
    var html = Format.HTML.of(Drawn.of(story)).text();
    var markdown = Format.MARKDOWN.of(Drawn.of(story)).text();
    assertThat(html).contains("What would repair it", "the rules say: ");
    assertThat(markdown).contains("What would repair it", "- the rules say: ");
    var costs = story.repairs().flatMap(Repair::costs);
    assertThat(costs).contains("popup is not cross-origin isolated");
    assertThat(html).contains("<li>popup is not cross-origin isolated</li>");
    assertThat(markdown).contains("  - popup is not cross-origin isolated\n");
    for (Repair.Kind kind : Repair.Kind.values()) {
      boolean isThere = story.repairs().exists(repair -> repair.kind() == kind);
      assertThat(html.contains(kind.heading())).isEqualTo(isThere);
      assertThat(markdown.contains(kind.heading())).isEqualTo(isThere);
    }
  }

  private static String text(String name, Format format) {
    return format.of(Drawn.of(Findings.story(name))).text();
  }
}
