package org.coopcheck.model.variant;

import static org.coopcheck.model.policy.OpenerPolicyValue.NOOPENER_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;
import static org.coopcheck.model.variant.Choice.CHROMIUM;
import static org.coopcheck.model.variant.Choice.CONJECTURE;
import static org.coopcheck.model.variant.Choice.COOP_INHERITANCE;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.Questions.ActivePage;
import org.coopcheck.model.variant.Questions.PassedHop;
import org.coopcheck.model.variant.Questions.ResponseSandboxing;
import org.coopcheck.model.variant.Questions.SandboxingUse;
import org.coopcheck.model.world.LoadError;

/** Choices about what a navigation makes of a policy, and session history. */
final class NavigationChoices {
  private static final Source BFCACHE = Source.html("document-lifecycle.html#unload-a-document");

  private NavigationChoices() {}

  static final Vector<Choice> ALL =
      Vector.of(
          Choice.standing(
              "about-blank",
              "inherit",
              "about:blank that is navigated to takes the opener policy of its initiator's page,"
                  + " if the initiator is same origin with it",
              Choice.issue("6913")),
          Choice.of(
              "about-blank",
              "literal",
              "about:blank that is navigated to has no opener policy",
              Source.html("browsing-the-web.html#create-navigation-params-by-fetching"),
              v -> v.withAboutBlankOpenerPolicy(initiator -> OpenerPolicy.DEFAULT)),
          Choice.standing(
              "blob",
              "inherit",
              "a blob: document takes the opener policy of its creator's page, if the creator is"
                  + " same origin with it",
              Choice.issue("6552")),
          Choice.of(
              "blob",
              "literal",
              "a blob: document has no opener policy",
              Source.html("browsing-the-web.html#create-navigation-params-by-fetching"),
              v -> v.withBlobOpenerPolicy(navigation -> OpenerPolicy.DEFAULT)),
          Choice.standing(
              "csp-sandbox",
              "commit-only",
              "a response's own CSP sandbox makes the origin of its document opaque when it is"
                  + " committed, and nothing else",
              CHROMIUM),
          Choice.of(
              "csp-sandbox",
              "ignore-own",
              "a response's own CSP sandbox makes the origin of its document opaque, but opener"
                  + " policies are compared with the origin that it would have without",
              COOP_INHERITANCE,
              v -> v.withSandboxingUse(NavigationChoices::ignoringItsOwn)),
          Choice.of(
              "csp-sandbox",
              "commit-only-r1",
              "as commit-only, where the COOP origin that is recorded at commit is the one before"
                  + " CSP is looked at; this has the same consequences as ignore-own",
              COOP_INHERITANCE,
              v -> v.withSandboxingUse(NavigationChoices::ignoringItsOwn)),
          Choice.of(
              "csp-sandbox",
              "every-stage",
              "a response's own CSP sandbox counts at every hop: with an opener policy it is a"
                  + " network error, and a new browsing context keeps its flags",
              Source.html("browsing-the-web.html#create-navigation-params-by-fetching"),
              v ->
                  v.withSandboxingUse(
                      response ->
                          new SandboxingUse(response.both(), response.both(), response.both()))),
          Choice.standing(
              "error-page",
              "stays",
              "an error page stays in the browsing context group of the window",
              Source.html("document-lifecycle.html#read-ua-inline")),
          Choice.of(
              "error-page",
              "compared",
              "an error page is compared as a response without an opener policy is",
              CHROMIUM,
              v ->
                  v.withErrorPageDecision(
                      page ->
                          page.error() == LoadError.COOP_SANDBOX
                              ? v.errorPageDecision().apply(page)
                              : page.soFar().or(v.groupDecision().apply(page.asUnsafeNone())))),
          Choice.standing(
              "first-comparison",
              "by-variant",
              "what the first response is compared with is as the variant says; in the standard,"
                  + " the active document",
              Source.html("browsing-the-web.html#create-navigation-params-by-fetching")),
          Choice.of(
              "first-comparison",
              "active-document",
              "the first response is compared with the active document",
              Source.html("browsing-the-web.html#create-navigation-params-by-fetching"),
              v -> v.withFirstCompared(ActivePage::own)),
          Choice.of(
              "first-comparison",
              "openers-page",
              "the first response in a popup that has inherited no opener policy is compared with"
                  + " the page of its opener, as it is then",
              COOP_INHERITANCE,
              v -> v.withFirstCompared(QueryOpenerInheritance::ofTheOpenersPage)),
          // Said aloud, it adds the value to a form of reporting whose text lacks it.
          new Choice(
              "nap-report-only",
              "accept",
              true,
              "noopener-allow-popups is a value of the report-only header too",
              CHROMIUM,
              v -> v.withOpenerPolicyAsRead(policy -> policy),
              v -> Option.none()),
          Choice.of(
              "nap-report-only",
              "ignore",
              "noopener-allow-popups is no value of the report-only header",
              Source.html("browsers.html#obtain-coop"),
              NavigationChoices::withoutNoopenerReportOnly),
          Choice.standing(
              "nap-to-unsafe-none",
              "switch",
              "a noopener-allow-popups page that navigates to unsafe-none leaves its group",
              Source.html("browsers.html#check-browsing-context-group-switch-coop-value")),
          Choice.of(
              "nap-to-unsafe-none",
              "stay",
              "a noopener-allow-popups page that navigates to unsafe-none stays in its group",
              CHROMIUM,
              v ->
                  v.withGroupDecision(
                      given ->
                          given.activeDocumentCoopValue() == NOOPENER_ALLOW_POPUPS
                                  && given.responseCoopValue() == UNSAFE_NONE
                              ? Swap.NONE
                              : v.groupDecision().apply(given))),
          Choice.standing(
              "optional-switch",
              "never",
              "the user agent switches groups only where a policy demands it",
              Source.html("browsers.html#obtain-browsing-context-navigation")),
          Choice.of(
              "optional-switch",
              "alone",
              "a window that is alone in its group switches on every cross-site navigation",
              Source.html("browsers.html#obtain-browsing-context-navigation"),
              v ->
                  v.withOptionalSwitch(
                      navigation -> navigation.isAlone() && !navigation.isSameSite())),
          Choice.of(
              "optional-switch",
              "by-user",
              "a window switches when the user navigates it to another site",
              Source.html("browsers.html#obtain-browsing-context-navigation"),
              v ->
                  v.withOptionalSwitch(
                      navigation -> navigation.isByTheUser() && !navigation.isSameSite())),
          Choice.standing(
              "redirect-comparison",
              "previous-hop",
              "the response after a redirect is compared with the redirect",
              Source.html("browsers.html#coop-enforce")),
          Choice.of(
              "redirect-comparison",
              "active-document",
              "the response after a redirect is compared with what the redirect was compared with:"
                  + " the active document",
              CONJECTURE,
              v -> v.withNextCompared(PassedHop::comparedWith)),
          Choice.standing(
              "sandbox-error",
              "switch",
              "a window whose sandboxing excludes the opener policy of a response shows an error"
                  + " page in a group of its own",
              Choice.issue("7345")),
          Choice.of(
              "sandbox-error",
              "stays",
              "a window whose sandboxing excludes the opener policy of a response shows an error"
                  + " page where it is",
              Source.html("document-lifecycle.html#read-ua-inline"),
              v ->
                  v.withErrorPageDecision(
                      page ->
                          page.error() == LoadError.COOP_SANDBOX
                              ? Swap.NONE
                              : v.errorPageDecision().apply(page))),
          Choice.standing(
              "traversal",
              "reload",
              "session history keeps no document: a traversal loads it anew",
              BFCACHE),
          Choice.of(
              "traversal",
              "restore",
              "session history keeps every document, with its browsing context and group",
              BFCACHE,
              v -> v.withKeepsDocumentsInHistory(document -> document.error().isEmpty())));

  static Variant withoutNoopenerReportOnly(Variant variant) {
    return variant.withOpenerPolicyAsRead(
        policy ->
            policy.reportOnlyValue() == NOOPENER_ALLOW_POPUPS
                ? policy.withReportOnlyValue(UNSAFE_NONE)
                : policy);
  }

  private static SandboxingUse ignoringItsOwn(ResponseSandboxing response) {
    return new SandboxingUse(response.inherited(), response.inherited(), response.inherited());
  }
}
