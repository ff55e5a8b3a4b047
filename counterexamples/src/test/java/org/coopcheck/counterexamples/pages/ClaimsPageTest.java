package org.coopcheck.counterexamples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.report.text.ClaimsText;
import org.coopcheck.counterexamples.schema.ProjectFiles;
import org.coopcheck.counterexamples.search.ClaimSearch;
import org.coopcheck.counterexamples.search.ClaimSearch.Derived;
import org.coopcheck.counterexamples.search.InvariantSearch;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.claim.Claim;
import org.coopcheck.properties.claim.Claims;
import org.coopcheck.properties.claim.Seed;

/** {@code docs/claims.md}: every claim, derived anew. */
class ClaimsPageTest {

  /** {@code -Dcoopcheck.write=true} writes the page. */
  @Example
  void the_page_on_claims_says_what_is_derived() throws IOException {
    var page = ProjectFiles.path("docs/claims.md");
    var derived = derived();
    String printed = page(derived);
    if (Boolean.getBoolean("coopcheck.write")) Files.writeString(page, printed);
    assertThat(Files.readString(page)).isEqualTo(printed);
    var findings = ProjectFiles.text("docs/findings.md");
    assertThat(derived.reject(Derived::matches).map(each -> each.claim().id()).distinct())
        .isNotEmpty()
        .allMatch(id -> findings.contains("Claim " + id + ":"));
  }

  private static Vector<Derived> derived() {
    var search = new ClaimSearch(Claims.ALL, bound -> bound);
    return search.derived(
        search
            .tasks()
            .flatMap(task -> InvariantSearch.search(task.variant(), task.batch(), Conduct.PLAIN)));
  }

  private static Bound common(Bound bound) {
    return bound.withCapabilities(Capabilities.ALL);
  }

  private static String page(Vector<Derived> derived) {
    var bounds =
        derived
            .flatMap(Derived::checked)
            .map(Checked::bound)
            .map(ClaimsPageTest::common)
            .distinct();
    return """
        # Claims

        What the design documents claim, printed by code; `./coopcheck claims` derives it again. A claim is one sentence of a document. What is
        looked at is written below it: an invariant, under some variants and browsers. *holds*: no run within the bound breaks it, and some
        run gives it something to say. *violated*: a smallest run breaks it, which for many claims is the point of the document. *permitted*:
        a smallest run reaches what is said to be possible. Where what is derived is not what was expected, [findings.md](findings.md) says who is right.
        Nothing that is `not modelled yet` has a verdict.

        Error pages are left out of all bounds: no document speaks of them, and what they break is a finding of its own. Only those are left that
        a policy makes by itself, such as a frame that the embedder policy blocks. Capabilities: *all*, or *pages* (no out-of-process iframes),
        or *neither* (no page isolation either).

        %s

        Bounds:

        %s
        """
            .formatted(
                Vector.of(Seed.values())
                    .map(
                        seed ->
                            "* %s: [%s](%s)"
                                .formatted(seed, seed.source().claimedBy(), seed.source().link()))
                    .mkString("\n"),
                bounds
                    .zipWithIndex((bound, index) -> "%d. %s".formatted(index + 1, bound))
                    .mkString("\n"))
        + Claims.ALL
            .map(claim -> entry(claim, derived.filter(each -> each.claim().equals(claim)), bounds))
            .mkString();
  }

  private static String entry(Claim claim, Vector<Derived> derived, Vector<Bound> bounds) {
    return """

        ## %s · %s

        %s

        Checked: %s

        | variant | capabilities | property | expected | derived | bound |
        | --- | --- | --- | --- | --- | --- |
        %s
        """
        .formatted(
            claim.id(),
            claim.seeds().mkString(" "),
            claim.statement(),
            claim.formally(),
            derived.map(each -> row(each, bounds)).mkString("\n"));
  }

  private static String row(Derived derived, Vector<Bound> bounds) {
    var checked = derived.checked();
    String why =
        derived.entry() instanceof Claim.Undecided undecided
            ? undecided.why()
            : "there is no such variant yet";
    return "| `%s` | %s | %s | %s | %s | %s |"
        .formatted(
            derived.entry().variant(),
            checked.map(each -> ClaimsText.words(each.bound().capabilities())).getOrElse(""),
            checked.map(each -> each.invariant().name()).getOrElse(why),
            derived.entry().expected().word(),
            derived.matches()
                ? derived.verdict()
                : "**%s**, see [findings](findings.md)".formatted(derived.verdict()),
            checked.map(each -> "" + (bounds.indexOf(common(each.bound())) + 1)).getOrElse(""));
  }
}
