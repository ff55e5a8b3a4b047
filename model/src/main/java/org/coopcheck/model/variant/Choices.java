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
import org.coopcheck.model.variant.Questions.SandboxingUse;
import org.coopcheck.model.world.LoadError;

/** All named choices, in the order in which {@code variants} lists them. */
public final class Choices {
  private static final Source CHROMIUM =
      Source.of(
          "Chromium",
          "https://source.chromium.org/chromium/chromium/src/+/main:content/browser/security/coop/");
  private static final Source BFCACHE = Source.html("document-lifecycle.html#unload-a-document");

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
          standing(
              "csp-sandbox",
              "commit-only",
              "a response's own CSP sandbox makes the origin of its document opaque when it is"
                  + " committed, and nothing else",
              CHROMIUM),
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

  private static Choice choice(
      String key,
      String value,
      String statement,
      Source source,
      Function1<Variant, Variant> change) {
    return new Choice(key, value, false, statement, source, change);
  }

  private static Choice standing(String key, String value, String statement, Source source) {
    return new Choice(key, value, true, statement, source, variant -> variant);
  }

  private static Source issue(String number) {
    return Source.of("whatwg/html#" + number, "https://github.com/whatwg/html/issues/" + number);
  }
}
