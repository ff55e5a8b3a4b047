package org.coopcheck.counterexamples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.schema.ProjectFiles;
import org.coopcheck.model.variant.Choice;
import org.coopcheck.model.variant.Choices;
import org.coopcheck.model.variant.Variants;

/** {@code docs/choices.md}. */
class ChoicesPageTest {
  /** Every answer of the text where html answers as the engines do. */
  private static final String BY_THE_LETTER =
      "html,about-blank=literal,blob=literal,csp-sandbox=every-stage,name=standard"
          + ",nap-report-only=ignore,noopener-rule=literal,sandbox-error=stays";

  /** {@code -Dcoopcheck.write=true} writes the page. */
  @Example
  void the_page_on_choices_is_what_the_code_says() throws IOException {
    var page = ProjectFiles.path("docs/choices.md");
    String printed = page();
    if (Boolean.getBoolean("coopcheck.write")) Files.writeString(page, printed);
    assertThat(Files.readString(page)).isEqualTo(printed);
  }

  private static String page() {
    return """
        # Choices

        Every rule decision of the model on which an earlier text, a proposal or an engine could differ, printed by code.
        A choice is written behind a variant's name (`html,about-blank=literal`) or in a [variant file](formats.md#variant-files);
        `coopcheck variants --choices` prints this list. The first answer of each question is the one that stands if nothing is said.

        By the letter, where it parts from all engines: `%s`.

        Who is told what: `reporting` is one of the three forms in which reports of opener policies exist, and each `report-...` is one thing on
        which they part. Choices are made in the order in which they are written, so `reporting` comes first: `html,reporting=standard,report-types=six`.
        """
            .formatted(Variants.parse(BY_THE_LETTER).get().name())
        + Choices.ALL.map(Choice::key).distinct().map(ChoicesPageTest::question).mkString()
        + """

        ## popup-table, ordinary-table

        One cell of a table of comparisons: the opener policy value that is compared with (of the active document, or of the
        redirect before), that of the response, whether the two are same origin, and what comes of it: `none`, `related`
        (another group of the COOP group; only where there are COOP groups), `full`.
        For example: `html,popup-table=same-origin-allow-popups/unsafe-none/cross-origin/full`.
        `popup-table` counts in windows that still show their initial `about:blank`. `coopcheck matrix` prints both tables.
        """;
  }

  private static String question(String key) {
    Vector<Choice> answers = Choices.ALL.filter(choice -> choice.key().equals(key));
    return """

        ## %s

        | answer | means | who says so |
        | --- | --- | --- |
        %s
        """
        .formatted(
            key,
            answers
                .sortBy(choice -> !choice.isDefault())
                .map(
                    choice ->
                        "| `%s` | %s | [%s](%s) |"
                            .formatted(
                                choice.value(),
                                choice.statement(),
                                choice.source().claimedBy(),
                                choice.source().link()))
                .mkString("\n"));
  }
}
