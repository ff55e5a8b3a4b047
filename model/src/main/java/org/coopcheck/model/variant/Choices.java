package org.coopcheck.model.variant;

import static org.coopcheck.model.policy.OpenerPolicyValue.NOOPENER_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.Questions.NameChange;
import org.coopcheck.model.variant.Questions.PopupCreation;
import org.coopcheck.model.variant.Questions.ResponseSandboxing;
import org.coopcheck.model.variant.Questions.SandboxingUse;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.PagePolicy;

/** All named choices, in the order in which {@code variants} lists them. */
public final class Choices {
  private static final Source CHROMIUM =
      Source.of(
          "Chromium",
          "https://source.chromium.org/chromium/chromium/src/+/main:content/browser/security/coop/");
  private static final Source BFCACHE = Source.html("document-lifecycle.html#unload-a-document");

  private static final Source COOP_INHERITANCE =
      Source.of("COOP inheritance document", "https://github.com/whatwg/html/issues/8481");

  private Choices() {}

  /** Each key has one default, which changes nothing of {@code html}. */
  public static final Vector<Choice> ALL =
      Vector.of(
          standing(
              "about-blank",
              "inherit",
              "about:blank that is navigated to takes the opener policy of its initiator's page,"
                  + " if the initiator is same origin with it",
              issue("6913")),
          choice(
              "about-blank",
              "literal",
              "about:blank that is navigated to has no opener policy",
              Source.html("browsing-the-web.html#create-navigation-params-by-fetching"),
              v -> v.withAboutBlankOpenerPolicy(initiator -> OpenerPolicy.DEFAULT)),
          standing(
              "blob",
              "inherit",
              "a blob: document takes the opener policy of its creator's page, if the creator is"
                  + " same origin with it",
              issue("6552")),
          choice(
              "blob",
              "literal",
              "a blob: document has no opener policy",
              Source.html("browsing-the-web.html#create-navigation-params-by-fetching"),
              v -> v.withBlobOpenerPolicy(navigation -> OpenerPolicy.DEFAULT)),
          onPagePolicies(
              "cpwpp-access",
              "same-origin",
              true,
              "pages with the same policy restrict each other unless they are same origin",
              v -> v),
          onPagePolicies(
              "cpwpp-access",
              "equal-policy",
              false,
              "pages with the same policy leave each other what the standard does, but for scripts",
              CrossPageWindowProxies::withAccessByPolicyAlone),
          onPagePolicies(
              "cpwpp-names",
              "equal-policy",
              true,
              "pages with the same policy that are not isolated find each other by name",
              v -> v),
          onPagePolicies(
              "cpwpp-names",
              "same-origin",
              false,
              "pages with the same policy find each other by name only if they are same origin",
              CrossPageWindowProxies::withNamesByOrigin),
          onPagePolicies(
              "cpwpp-popups",
              "same-origin",
              true,
              "a popup inherits the page's policy if its opener is same origin with the page",
              v -> v),
          onPagePolicies(
              "cpwpp-popups",
              "always",
              false,
              "a popup inherits the page's policy",
              v -> v.withPopupPagePolicy(PopupCreation::topLevelPagePolicy)),
          onPagePolicies(
              "cpwpp-popups",
              "never",
              false,
              "a popup inherits no policy of the page",
              v -> v.withPopupPagePolicy(popup -> PagePolicy.NONE)),
          standing(
              "csp-sandbox",
              "commit-only",
              "a response's own CSP sandbox makes the origin of its document opaque when it is"
                  + " committed, and nothing else",
              CHROMIUM),
          choice(
              "csp-sandbox",
              "ignore-own",
              "a response's own CSP sandbox makes the origin of its document opaque, but opener"
                  + " policies are compared with the origin that it would have without",
              COOP_INHERITANCE,
              v -> v.withSandboxingUse(Choices::ignoringItsOwn)),
          choice(
              "csp-sandbox",
              "commit-only-r1",
              "as commit-only, where the COOP origin that is recorded at commit is the one before"
                  + " CSP is looked at; this has the same consequences as ignore-own",
              COOP_INHERITANCE,
              v -> v.withSandboxingUse(Choices::ignoringItsOwn)),
          choice(
              "csp-sandbox",
              "every-stage",
              "a response's own CSP sandbox counts at every hop: with an opener policy it is a"
                  + " network error, and a new browsing context keeps its flags",
              Source.html("browsing-the-web.html#create-navigation-params-by-fetching"),
              v ->
                  v.withSandboxingUse(
                      response ->
                          new SandboxingUse(response.both(), response.both(), response.both()))),
          standing(
              "error-page",
              "stays",
              "an error page stays in the browsing context group of the window",
              Source.html("document-lifecycle.html#read-ua-inline")),
          choice(
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
          standing(
              "initial-about-blank",
              "until-document-open",
              "document.open() ends a window's time as initial about:blank",
              issue("6960")),
          choice(
              "initial-about-blank",
              "until-navigation",
              "only a navigation ends a window's time as initial about:blank",
              issue("6960"),
              v ->
                  v.withIsInitialAboutBlankAfterDocumentOpen(
                      document -> document.isInitialAboutBlank())),
          standing(
              "name",
              "clear-on-switch",
              "a window loses its name when it switches groups, and when the standard says so",
              Source.of(
                  "web-platform-tests",
                  "https://github.com/web-platform-tests/wpt/tree/master/html/"
                      + "cross-origin-opener-policy")),
          choice(
              "name",
              "standard",
              "a window loses its name when it has no opener and the origin changes",
              Source.html("browsing-the-web.html#finalize-a-cross-document-navigation"),
              v -> v.withNameChange(HtmlStandard::nameChangeByTheLetter)),
          choice(
              "name",
              "sticky",
              "a window never loses its name",
              Source.of("coi-with-popups", "https://github.com/hemeryar/coi-with-popups"),
              v -> v.withNameChange(renaming -> NameChange.KEPT)),
          choice(
              "name",
              "per-group",
              "a window has a name for each browsing context group, which it finds again when it"
                  + " comes back",
              Source.of("coi-with-popups", "https://github.com/hemeryar/coi-with-popups"),
              v ->
                  v.withNameChange(
                          renaming ->
                              renaming.hasSwitched()
                                  ? NameChange.LEFT_BEHIND
                                  : HtmlStandard.nameChangeByTheLetter(renaming))
                      .withFindsByName(
                          search ->
                              (search.relation() == GroupRelation.SAME_COOP_GROUP
                                      && search.hasANameThere())
                                  || v.findsByName().apply(search))),
          standing(
              "nap-report-only",
              "accept",
              "noopener-allow-popups is a value of the report-only header too",
              CHROMIUM),
          choice(
              "nap-report-only",
              "ignore",
              "noopener-allow-popups is no value of the report-only header",
              Source.html("browsers.html#obtain-coop"),
              v ->
                  v.withOpenerPolicyAsRead(
                      policy ->
                          policy.reportOnlyValue() == NOOPENER_ALLOW_POPUPS
                              ? policy.withReportOnlyValue(UNSAFE_NONE)
                              : policy)),
          standing(
              "nap-to-unsafe-none",
              "switch",
              "a noopener-allow-popups page that navigates to unsafe-none leaves its group",
              Source.html("browsers.html#check-browsing-context-group-switch-coop-value")),
          choice(
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
          standing(
              "noopener-rule",
              "top-level",
              "popups of documents cross-origin to their same-origin page are cut off",
              CHROMIUM),
          choice(
              "noopener-rule",
              "literal",
              "popups of documents that are themselves same-origin and cross-origin to their page"
                  + " are cut off",
              Source.html("document-sequences.html#the-rules-for-choosing-a-navigable"),
              v ->
                  v.withNoopenerRule(
                      popup ->
                          (popup.ownOpenerPolicy().value() == SAME_ORIGIN
                                  || popup.ownOpenerPolicy().value() == SAME_ORIGIN_PLUS_COEP)
                              && !popup.isSameOriginWithTopLevel())),
          choice(
              "noopener-rule",
              "off",
              "no popup is cut off that does not ask for it",
              Source.of("conjecture", "https://github.com/whatwg/html/issues/8481"),
              v -> v.withNoopenerRule(popup -> false)),
          standing(
              "optional-switch",
              "never",
              "the user agent switches groups only where a policy demands it",
              Source.html("browsers.html#obtain-browsing-context-navigation")),
          choice(
              "optional-switch",
              "alone",
              "a window that is alone in its group switches on every cross-site navigation",
              Source.html("browsers.html#obtain-browsing-context-navigation"),
              v ->
                  v.withOptionalSwitch(
                      navigation -> navigation.isAlone() && !navigation.isSameSite())),
          choice(
              "optional-switch",
              "by-user",
              "a window switches when the user navigates it to another site",
              Source.html("browsers.html#obtain-browsing-context-navigation"),
              v ->
                  v.withOptionalSwitch(
                      navigation -> navigation.isByTheUser() && !navigation.isSameSite())),
          standing(
              "sandbox-error",
              "switch",
              "a window whose sandboxing excludes the opener policy of a response shows an error"
                  + " page in a group of its own",
              issue("7345")),
          choice(
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
          standing(
              "popup-permission",
              "by-variant",
              "whether a new window's initial about:blank may be cross-origin isolated is as the"
                  + " variant says; in the standard it may",
              Source.html("document-sequences.html#creating-a-new-browsing-context")),
          choice(
              "popup-permission",
              "granted",
              "a new window's initial about:blank may be cross-origin isolated",
              Source.html("document-sequences.html#creating-a-new-browsing-context"),
              v -> v.withAllowsIsolationInAPopup(popup -> true)),
          choice(
              "popup-permission",
              "coop-origin",
              "a new window's initial about:blank may be cross-origin isolated only if its origin is"
                  + " the one that set its page's opener policy",
              COOP_INHERITANCE,
              v -> v.withAllowsIsolationInAPopup(CoopOriginInheritance::hasTheCoopOrigin)),
          choice(
              "popup-permission",
              "refused",
              "no new window's initial about:blank may be cross-origin isolated",
              COOP_INHERITANCE,
              v -> v.withAllowsIsolationInAPopup(popup -> false)),
          standing(
              "traversal",
              "reload",
              "session history keeps no document: a traversal loads it anew",
              BFCACHE),
          choice(
              "traversal",
              "restore",
              "session history keeps every document, with its browsing context and group",
              BFCACHE,
              v -> v.withKeepsDocumentsInHistory(document -> document.error().isEmpty())));

  /** The keys, each once, in order. */
  public static Vector<String> keys() {
    return ALL.map(Choice::key).distinct();
  }

  /** The values of one key, in order. */
  public static Vector<String> valuesOf(String key) {
    return ALL.filter(choice -> choice.key().equals(key)).map(Choice::value);
  }

  /** The choice that is spelled so. */
  public static Option<Choice> find(String key, String value) {
    return ALL.find(choice -> choice.key().equals(key) && choice.value().equals(value));
  }

  private static SandboxingUse ignoringItsOwn(ResponseSandboxing response) {
    return new SandboxingUse(response.inherited(), response.inherited(), response.inherited());
  }

  private static Choice choice(
      String key,
      String value,
      String statement,
      Source source,
      Function1<Variant, Variant> change) {
    return new Choice(key, value, false, statement, source, change, variant -> Option.none());
  }

  /** An open point of the Cross-Page-Window-Proxy-Policy explainer. */
  private static Choice onPagePolicies(
      String key,
      String value,
      boolean isDefault,
      String statement,
      Function1<Variant, Variant> change) {
    return new Choice(
        key,
        value,
        isDefault,
        statement,
        CrossPageWindowProxies.VARIANT.source(),
        change,
        variant ->
            Option.when(
                !variant.hasPagePolicies(),
                () ->
                    "%s is a question of cpwpp; %s reads no Cross-Page-Window-Proxy-Policy"
                        .formatted(key, variant.name())));
  }

  private static Choice standing(String key, String value, String statement, Source source) {
    return new Choice(
        key, value, true, statement, source, variant -> variant, variant -> Option.none());
  }

  private static Source issue(String number) {
    return Source.of("whatwg/html#" + number, "https://github.com/whatwg/html/issues/" + number);
  }
}
