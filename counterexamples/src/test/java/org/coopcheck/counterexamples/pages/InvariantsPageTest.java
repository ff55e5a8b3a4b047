package org.coopcheck.counterexamples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.schema.ProjectFiles;
import org.coopcheck.counterexamples.search.BrokenVariantsTest;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;

/** {@code docs/invariants.md}. */
class InvariantsPageTest {

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
        + Invariants.ALL.map(InvariantsPageTest::entry).mkString();
  }

  private static String entry(Invariant invariant) {
    return """

        ## %s · %s

        %s

        * Source: [%s](%s)
        * Says something once %s.
        * Looks at: %s
        * Falls to: %s
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
            },
            BrokenVariantsTest.variantsThatBreak(invariant).mkString("; "));
  }
}
