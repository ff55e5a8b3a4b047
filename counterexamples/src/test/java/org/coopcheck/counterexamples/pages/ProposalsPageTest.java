package org.coopcheck.counterexamples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.schema.ProjectFiles;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;

class ProposalsPageTest {
  /** What the sources say, by question; where proposals differ, by the last word of their name. */
  private static final SortedMap<String, String> SAID =
      TreeMap.<String, String>empty()
          .put(
              "openerPolicyValueAsRead",
              "`restrict-properties` is a value, and with a compatible embedder policy its plus-COEP form")
          .put(
              "groupDecision",
              "a navigation stays, goes to a related group, or leaves the COOP group: the table of the explainer")
          .put("isolationMode", "a group of plus-COEP pages is isolated")
          .put(
              "commonCoopOrigin",
              "a group is for the pages with the value of one COOP origin, or for all pages without it")
          .put(
              "allowsUse restrict-properties",
              "between groups of one COOP group only `postMessage()` and `closed`")
          .put(
              "allowsUse cpwpp",
              "between pages that are not of one origin and one policy only `closed`, `opener` and `postMessage()`, if either has the policy")
          .put("popupOpenerPolicy naive", "the initial document takes the page's opener policy")
          .put(
              "popupOpenerPolicy coop-origin",
              "the initial document takes the page's opener policy, with the origin that set it")
          .put("noopenerRule", "no popup is cut off that does not ask for it")
          .put(
              "noopenerRule noopener",
              "popups of cross-origin iframes of a `restrict-properties` page are cut off too")
          .put(
              "allowsIsolationInAPopup",
              "an initial document whose origin is not the COOP origin may not use `cross-origin-isolated`")
          .put(
              "firstCompared",
              "the first navigation of a popup that inherited nothing is compared with the policy that its opener's page has at that moment")
          .put(
              "auxiliaryGroup",
              "the popup of a cross-origin iframe of a `restrict-properties` page starts in another group of the COOP group")
          .put(
              "pagePolicy",
              "a header of the top-level document; with a compatible embedder policy the page is isolated")
          .put(
              "popupPagePolicy",
              "(the source is silent) a popup takes the page's policy if its opener is same origin with the page")
          .put(
              "agentClusterKeyInAPage",
              "agent clusters of pages with the policy are keyed by origin, top-level origin, policy and isolation")
          .put(
              "agentClusterKeyInAPage cpwpp-no-coi-key",
              "agent clusters of pages with the policy are keyed by origin, top-level origin and policy")
          .put(
              "findsByName",
              "a name leads to another page only if both have the same policy and isolation");

  /** {@code -Dcoopcheck.write=true} writes the page. */
  @Example
  void the_page_on_proposals_is_what_the_code_says() throws IOException {
    var page = ProjectFiles.path("docs/proposals.md");
    String printed = page();
    if (Boolean.getBoolean("coopcheck.write")) Files.writeString(page, printed);
    assertThat(Files.readString(page)).isEqualTo(printed);
  }

  private static String page() {
    return """
        # The proposals, against the standard

        Each proposal is a `Variant`: the standard, except for the answers to these questions. The left column is the
        component of `Variant` (its Javadoc says what is asked, [adding-a-proposal.md](adding-a-proposal.md) how to
        add another), the right one what the source says. Printed by code, from the answers that differ from those
        of `html`: none is left out.
        """
        + Variants.ALL.tail().map(ProposalsPageTest::entry).mkString();
  }

  private static String entry(Variant variant) {
    return """

        ## %s

        %s. Source: [%s](%s)

        | question | answer |
        | --- | --- |
        %s
        """
        .formatted(
            variant.name(),
            variant.summary(),
            variant.source().claimedBy(),
            variant.source().link(),
            Vector.of(Variant.class.getRecordComponents())
                .filter(question -> isAnsweredAnew(question, variant))
                .map(question -> row(question.getName(), variant))
                .mkString("\n"));
  }

  private static String row(String question, Variant variant) {
    var said =
        Vector.of(variant.name().split("[+]", -1))
            .reverse()
            .append(variant.name().split("-no-", -1)[0])
            .append("coop-origin")
            .map(word -> question + " " + word)
            .append(question)
            .flatMap(SAID::get)
            .headOption();
    assertThat(said).as("%s of %s", question, variant).isNotEmpty();
    return "| `%s` | %s |".formatted(question, said.get());
  }

  private static boolean isAnsweredAnew(RecordComponent question, Variant variant) {
    return switch (question.getName()) {
      case "name", "summary", "source" -> false;
      default -> !answer(question, variant).equals(answer(question, HtmlStandard.VARIANT));
    };
  }

  private static Object answer(RecordComponent question, Variant variant) {
    try {
      return question.getAccessor().invoke(variant);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
