package org.coopcheck.counterexamples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.schema.ProjectFiles;
import org.coopcheck.counterexamples.search.BrokenVariantsTest;
import org.coopcheck.counterexamples.search.ReportInvariantsTest;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;
import org.coopcheck.properties.invariant.Sight;

/** {@code docs/invariants.md}. */
class InvariantsPageTest {
  private static final Vector<Invariant> OF_TWO_RUNS =
      Invariants.OF_REPORTS.filter(each -> each.sight() == Sight.RUNS);
  private static final Vector<Invariant> OF_ONE_RUN = Invariants.OF_REPORTS.removeAll(OF_TWO_RUNS);

  /** {@code -Dcoopcheck.write=true} writes the page. */
  @Example
  void the_page_on_invariants_is_what_the_code_says() throws IOException {
    var page = ProjectFiles.path("docs/invariants.md");
    String printed = page();
    if (Boolean.getBoolean("coopcheck.write")) Files.writeString(page, printed);
    assertThat(Files.readString(page)).isEqualTo(printed);
  }

  private static String page() {
    return """
        # Invariants

        What `coopcheck check` checks, printed by code. Each is true or false of one world, or of one step. It counts as
        *holds* only if a search has reached a witness; and each falls to a variant that is broken on purpose
        (`BrokenVariants`), which a test shows.
        """
        + Invariants.ALL
            .map(each -> entry(each, BrokenVariantsTest.variantsThatBreak(each)))
            .mkString()
        + """

        # Of reports

        Asked for by name, as in `./coopcheck check html --invariant report-urls-are-safe`. A search offers pages with endpoints for
        them. Reporting exists in three forms: as shipped (`html`), by the standard's text to the letter (`html,reporting=standard`), and as
        first designed (`html,reporting=explainer`), here also with its step 5.2 as it is meant (`report-monitor-5-2=opener`). Within the
        bound that is enough for the variant that breaks each:

        | invariant | shipped | text | design | design, 5.2 as meant | steps | redirects | iframes |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        """
        + OF_ONE_RUN.map(InvariantsPageTest::row).mkString()
        + """

        What is *violated* in more steps than these is in [findings.md](findings.md).
        """
        + OF_ONE_RUN
            .map(each -> entry(each, ReportInvariantsTest.variantsThatBreak(each)))
            .mkString()
        + """

        # Of two runs

        Asked for by name, too. Each compares runs: with policies that are tried and enforced, or that look alike to an
        origin. What breaks them is in [findings.md](findings.md); tests of the searches show that each falls.
        """
        + OF_TWO_RUNS.map(InvariantsPageTest::entry).mkString();
  }

  private static String row(Invariant invariant) {
    var checked = ReportInvariantsTest.checked(invariant);
    var bound = checked.head().bound();
    return "| %s | %s | %d | %d | %d |\n"
        .formatted(
            invariant.name(),
            checked.map(each -> each.verdict().word()).mkString(" | "),
            bound.steps().get(),
            bound.redirects(),
            bound.frames());
  }

  private static String entry(Invariant invariant, Vector<String> broken) {
    return entry(invariant) + "* Falls to: %s\n".formatted(broken.mkString("; "));
  }

  private static String entry(Invariant invariant) {
    return """

        ## %s · %s

        %s

        * Source: [%s](%s)
        * Says something once %s.
        * Looks at: %s
        """
        .formatted(
            invariant.id(),
            invariant.name(),
            invariant.statement(),
            invariant.source().claimedBy(),
            invariant.source().link(),
            invariant.witness(),
            switch (invariant.sight()) {
              case WORLD -> "a world";
              case CREATION -> "a world, and who created which window when";
              case STEP -> "a step";
              case RUNS -> "pairs of runs";
            });
  }
}
