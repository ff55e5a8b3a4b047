package org.coopcheck.properties.claim;

import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;
import static org.coopcheck.properties.bound.StepKind.ACCESS;
import static org.coopcheck.properties.bound.StepKind.IFRAME;
import static org.coopcheck.properties.bound.StepKind.NAME;
import static org.coopcheck.properties.bound.StepKind.NAVIGATE;
import static org.coopcheck.properties.bound.StepKind.OPEN;
import static org.coopcheck.properties.bound.StepKind.PUSH_STATE;
import static org.coopcheck.properties.bound.StepKind.REPORT_ENDPOINT;
import static org.coopcheck.properties.bound.StepKind.REPORT_ONLY;
import static org.coopcheck.properties.bound.StepKind.SANDBOX;
import static org.coopcheck.properties.claim.Ledger.claim;
import static org.coopcheck.properties.claim.Ledger.on;
import static org.coopcheck.properties.claim.Properties.always;
import static org.coopcheck.properties.claim.Situations.isStrict;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.claim.Properties.Case;
import org.coopcheck.properties.claim.Properties.Heading;
import org.coopcheck.properties.claim.Situations.Opening;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.LayerInvariants;
import org.coopcheck.properties.invariant.Moment;
import org.coopcheck.properties.invariant.Requests;
import org.coopcheck.properties.invariant.Sight;

/** The claims of the guide on how to roll opener policies out. */
final class RolloutClaims {
  private RolloutClaims() {}

  private static Heading heading(String id, String name, String statement) {
    return new Heading(Seed.S003, id, name, statement);
  }

  private static OpenerPolicyValue policyOfThePopup(Opening each) {
    return each.popup().openerPolicy().value();
  }

  // C62.

  /** Whether a popup of the page itself would stay with it. */
  private static boolean wouldStay(Opening each) {
    return each.moment()
            .variant()
            .groupDecision()
            .apply(
                new CoopComparison(
                    true, each.isSameOriginWithThePage(), each.policy(), policyOfThePopup(each)))
        == Swap.NONE;
  }

  private static Vector<Opening> ofFrames(Moment moment, boolean ofStrictPages) {
    return Situations.loadedOpenings(moment)
        .filter(each -> each.isByAStranger() && each.policy() != UNSAFE_NONE)
        .filter(each -> isStrict(each.policy()) == ofStrictPages);
  }

  private static final Invariant STRICT_FRAMES_ACT_AS_THEIR_PAGE =
      always(
          heading(
              "C62",
              "frames-of-same-origin-pages-act-as-their-page",
              "A popup that a cross-origin frame of a same-origin page opens stays in the group"
                  + " if and"
                  + " only if it would, had the page opened it."),
          Sight.STEP,
          moment ->
              ofFrames(moment, true).map(each -> each.so(wouldStay(each) == each.isInTheGroup())),
          "only one of the two is so",
          "a cross-origin frame of a same-origin page opens a popup");

  private static final Invariant STRICT_FRAMES_KEEP_NO_MORE =
      always(
          heading(
              "C62",
              "frames-of-same-origin-pages-keep-no-more-than-their-page",
              "A popup that a cross-origin frame of a same-origin page opens stays in the group"
                  + " only if"
                  + " it would, had the page opened it."),
          Sight.STEP,
          moment ->
              ofFrames(moment, true).map(each -> each.so(wouldStay(each) || !each.isInTheGroup())),
          "the frame keeps what the page would not",
          "a cross-origin frame of a same-origin page opens a popup");

  private static final Invariant LOOSE_FRAMES_ACT_AS_THEIR_PAGE =
      always(
          heading(
              "C62",
              "frames-of-pages-that-keep-popups-act-as-their-page",
              "A popup that a cross-origin frame of a page with another policy opens stays in the"
                  + " group"
                  + " if and only if it would, had the page opened it."),
          Sight.STEP,
          moment ->
              ofFrames(moment, false).map(each -> each.so(wouldStay(each) == each.isInTheGroup())),
          "only one of the two is so",
          "a cross-origin frame of such a page opens a popup");

  // Redirects.

  private static boolean isPlainAsked(org.coopcheck.model.http.Response.Answered response) {
    return Situations.asked(response.headers()).equals(UNSAFE_NONE.token());
  }

  private static final Invariant A_REDIRECT_CUTS =
      always(
          heading(
              "C63",
              "a-redirect-with-a-policy-cuts",
              "A popup that a page without a policy opens at a redirect with a policy is cut off,"
                  + " even"
                  + " if it ends at a page without one."),
          Sight.STEP,
          moment ->
              Situations.loadedOpenings(moment)
                  .filter(each -> each.policy() == UNSAFE_NONE)
                  .filter(each -> policyOfThePopup(each) == UNSAFE_NONE)
                  .filter(
                      each ->
                          Requests.responses(moment).exists(response -> !isPlainAsked(response)))
                  .map(each -> each.so(!each.isConnected() && !each.isInTheGroup())),
          "the link is kept",
          "a page without a policy opens a popup at a redirect with one");

  private static Vector<Opening> ofPagesThatKeepPopups(Moment moment) {
    return Situations.loadedOpenings(moment)
        .filter(each -> !each.isByAStranger() && !isStrict(each.policy()));
  }

  private static Case plainMeansKept(Opening each) {
    boolean isPlain = Requests.responses(each.moment()).forAll(RolloutClaims::isPlainAsked);
    return each.so(isPlain == each.isConnected());
  }

  private static final Invariant KEPT_MEANS_ALL_PLAIN =
      always(
          heading(
              "C64",
              "a-popup-is-kept-if-all-its-responses-are-plain",
              "A popup that a page with unsafe-none or a policy that keeps popups opens is kept"
                  + " if and"
                  + " only if every response of its redirect chain has unsafe-none."),
          Sight.STEP,
          moment -> ofPagesThatKeepPopups(moment).map(RolloutClaims::plainMeansKept),
          "only one of the two is so",
          "such a page opens a popup");

  private static final Invariant KEPT_MEANS_ALL_PLAIN_ELSEWHERE =
      always(
          heading(
              "C64",
              "a-popup-of-other-origins-is-kept-if-all-its-responses-are-plain",
              "The same, if no response of the chain is same origin with the page."),
          Sight.STEP,
          moment ->
              ofPagesThatKeepPopups(moment)
                  .filter(
                      each ->
                          Requests.responses(moment)
                              .forAll(
                                  response ->
                                      response
                                          .url()
                                          .tupleOrigin()
                                          .forAll(
                                              origin ->
                                                  !origin.isSameOriginWith(each.page().origin()))))
                  .map(RolloutClaims::plainMeansKept),
          "only one of the two is so",
          "such a page opens a cross-origin popup");

  private static final Invariant A_SANDBOX_REFUSES_A_POLICY =
      always(
          heading(
              "C65",
              "a-sandboxed-popup-refuses-a-policy",
              "A popup that a sandboxed document opens at a page with a policy shows an error"
                  + " page, if"
                  + " sandboxing lets it be navigated at all."),
          Sight.STEP,
          moment ->
              Situations.openings(moment)
                  .filter(each -> !each.by().activeSandboxingFlags().isEmpty())
                  .filter(each -> !each.isInitial())
                  .filter(
                      each ->
                          Requests.responses(moment).exists(response -> !isPlainAsked(response)))
                  .map(each -> each.so(each.popup().error().contains(LoadError.COOP_SANDBOX))),
          "the page is loaded",
          "a sandboxed document opens a page with a policy");

  // Rolling out.

  private static Vector<Opening> sameOriginPopups(Moment moment) {
    return Situations.loadedOpenings(moment)
        .filter(each -> !each.isByAStranger() && each.isSameOriginWithThePage());
  }

  private static final Invariant MIXED_PAGES_ARE_CUT =
      always(
          heading(
              "C66",
              "mixed-same-origin-pages-are-cut",
              "A same-origin popup is cut off if one of the two has same-origin and the other"
                  + " unsafe-none."),
          Sight.STEP,
          moment ->
              sameOriginPopups(moment)
                  .filter(
                      each ->
                          Vector.of(each.policy(), policyOfThePopup(each))
                              .sorted()
                              .equals(Vector.of(UNSAFE_NONE, SAME_ORIGIN)))
                  .map(each -> each.so(!each.isConnected())),
          "the link is kept",
          "a page opens such a popup");

  private static final Invariant SAME_ORIGIN_EVERYWHERE_WORKS =
      always(
          heading(
              "C67",
              "same-origin-everywhere-works",
              "A same-origin page keeps a same-origin popup with same-origin."),
          Sight.STEP,
          moment ->
              sameOriginPopups(moment)
                  .filter(
                      each -> each.policy() == SAME_ORIGIN && policyOfThePopup(each) == SAME_ORIGIN)
                  .map(each -> each.so(each.isConnected() && each.isInTheGroup())),
          "the link is cut",
          "a same-origin page opens a same-origin page of its origin");

  private static Vector<Opening> ofPages(Moment moment) {
    return Situations.loadedOpenings(moment).filter(each -> !each.isByAStranger());
  }

  private static final Invariant SETTLED_PAIRS_STAY =
      always(
          heading(
              "C69",
              "settled-pairs-stay-connected",
              "A page with unsafe-none or same-origin-allow-popups keeps a cross-origin popup with"
                  + " unsafe-none."),
          Sight.STEP,
          moment ->
              ofPages(moment)
                  .filter(
                      each ->
                          !each.isSameOriginWithThePage() && policyOfThePopup(each) == UNSAFE_NONE)
                  .map(each -> each.so(each.isConnected())),
          "the link is cut",
          "a page opens a cross-origin popup without a policy");

  private static final Invariant SAME_ORIGIN_PAIRS_STAY =
      always(
          heading(
              "C69",
              "same-origin-pairs-stay-connected",
              "A page with unsafe-none or same-origin-allow-popups keeps a same-origin popup with"
                  + " either."),
          Sight.STEP,
          moment -> sameOriginPopups(moment).map(each -> each.so(each.isConnected())),
          "the link is cut",
          "a page opens a same-origin popup");

  private static final Invariant PUSH_STATE_KEEPS_THE_POLICY =
      always(
          heading(
              "C70",
              "push-state-keeps-the-policy",
              "history.pushState() changes the URL of a document and not its opener policy."),
          Sight.STEP,
          moment ->
              moment.action() instanceof Action.PushState(var target, var url)
                      && moment.before().hasNavigable(target)
                  ? Vector.of(
                      Case.of(
                          moment
                              .before()
                              .activeDocument(target)
                              .openerPolicy()
                              .equals(moment.world().activeDocument(target).openerPolicy()),
                          moment.world().activeDocument(target)))
                  : Vector.empty(),
          "the policy changed",
          "a script pushes a history entry");

  private static final Invariant STRICT_PAGES_KEEP_NO_CROSS_ORIGIN_POPUP =
      always(
          heading(
              "C70",
              "same-origin-pages-keep-no-cross-origin-popup",
              "A same-origin page keeps no cross-origin popup."),
          Sight.STEP,
          moment ->
              ofPages(moment)
                  .filter(each -> isStrict(each.policy()) && !each.isSameOriginWithThePage())
                  .map(each -> each.so(!each.isConnected())),
          "the link is kept",
          "a same-origin page opens a cross-origin popup");

  // The ledger.

  private static Bound withARedirect(Bound bound) {
    return bound.withRedirects(1).withFrames(0).withSteps(Option.some(2));
  }

  private static Bound oldAndNew(Bound bound) {
    return bound.withValues(Vector.of(UNSAFE_NONE, SAME_ORIGIN_ALLOW_POPUPS));
  }

  /** Pages without a policy, with same-origin, and with each of them on trial; all name endpoints. */
  private static Ledger.On onTrial(int steps, StepKind... kinds) {
    return on("html")
        .only(OPEN, ACCESS, REPORT_ONLY, REPORT_ENDPOINT)
        .with(kinds)
        .within(
            bound ->
                bound
                    .withValues(Vector.of(UNSAFE_NONE, SAME_ORIGIN))
                    .withFrames(Vector.of(kinds).contains(IFRAME) ? 1 : 0)
                    .withSteps(Option.some(steps)));
  }

  /** With a third window, and names, by which one finds another; of one origin, since that is enough. */
  private static Ledger.On onTrialAmongThree() {
    return onTrial(5, NAME).within(bound -> bound.withWindows(3).withOrigins(1));
  }

  static final Vector<Claim> CLAIMS =
      Vector.of(
          claim(
              "C58",
              "S003",
              "Reports of type to or from openee are fixed by same-origin-allow-popups on the"
                  + " opener.",
              "After the change the reported access works in the enforced run, if the openee is"
                  + " unsafe-none on every hop; else not.",
              onTrial(3)
                  .within(bound -> bound.withRedirects(1))
                  .holds(FixClaims.SOAP_MENDS_PLAIN_OPENEES),
              onTrial(3).isViolated(FixClaims.SOAP_MENDS_OPENEES)),
          claim(
              "C59",
              "S003",
              "Reports of type to or from opener are fixed by unsafe-none on the opened page.",
              "After the change the reported access works, unless the opener has same-origin.",
              onTrial(3).holds(FixClaims.UN_MENDS_LOOSE_OPENERS),
              onTrial(3)
                  .within(bound -> bound.withRedirects(1))
                  .holds(FixClaims.UN_MENDS_LOOSE_OPENERS),
              onTrial(3).isViolated(FixClaims.UN_MENDS_OPENERS)),
          claim(
              "C60",
              "S003",
              "Reports of type to or from other are fixed by unsafe-none on the page named.",
              "After the change the reported access works, if all pages involved are unsafe-none;"
                  + " else not.",
              onTrialAmongThree().holds(FixClaims.UN_MENDS_PLAIN_OTHERS),
              onTrialAmongThree().isViolated(FixClaims.UN_MENDS_OTHERS)),
          claim(
              "C61",
              "S003",
              "A frame in a COOP page that opens popups can break without any report.",
              "A run without reports whose enforced run fails; that it fails is C32.",
              onTrial(4, IFRAME).isPermitted(FixClaims.FRAMES_BREAK_WITH_A_REPORT)),
          claim(
              "C62",
              "S003",
              "A page's COOP is enforced on all its frames.",
              "A frame's popup stays if and only if the page's own would; for policies that keep"
                  + " popups"
                  + " it need not.",
              on("html").holds(STRICT_FRAMES_ACT_AS_THEIR_PAGE),
              on("html").holds(STRICT_FRAMES_KEEP_NO_MORE),
              on("html").isViolated(LOOSE_FRAMES_ACT_AS_THEIR_PAGE)),
          claim(
              "C63",
              "S003",
              "A COOP page that redirects to a page without COOP breaks a popup, without reports.",
              A_REDIRECT_CUTS.statement() + " No access report; but one of a navigation.",
              on("html").within(RolloutClaims::withARedirect).holds(A_REDIRECT_CUTS),
              onTrial(3)
                  .within(bound -> bound.withRedirects(1))
                  .holds(FixClaims.A_REDIRECT_CUTS_WITHOUT_ACCESS_REPORTS),
              onTrial(3)
                  .within(bound -> bound.withRedirects(1))
                  .isViolated(FixClaims.A_REDIRECT_CUTS_WITHOUT_REPORTS)),
          claim(
              "C64",
              "S003",
              "Every response of a popup's redirect chain must be unsafe-none.",
              KEPT_MEANS_ALL_PLAIN.statement(),
              on("html").within(RolloutClaims::withARedirect).holds(KEPT_MEANS_ALL_PLAIN),
              on("html")
                  .within(RolloutClaims::withARedirect)
                  .holds(KEPT_MEANS_ALL_PLAIN_ELSEWHERE)),
          claim(
              "C65",
              "S003",
              "sandbox=allow-popups without escape and a COOP target make a network error that is"
                  + " not"
                  + " reported.",
              A_SANDBOX_REFUSES_A_POLICY.statement(),
              on("html").with(SANDBOX).holds(A_SANDBOX_REFUSES_A_POLICY),
              onTrial(3, IFRAME, SANDBOX).holds(FixClaims.A_REFUSAL_LEAVES_NO_ACCESS_REPORT),
              onTrial(3, IFRAME, SANDBOX).holds(FixClaims.A_REFUSAL_IS_NOT_REPORTED)),
          claim(
              "C66",
              "S003",
              "A mixed rollout breaks same-origin popups.",
              MIXED_PAGES_ARE_CUT.statement(),
              on("html").holds(MIXED_PAGES_ARE_CUT)),
          claim(
              "C67",
              "S003",
              "If all popups are same origin, same-origin everywhere keeps them working.",
              SAME_ORIGIN_EVERYWHERE_WORKS.statement(),
              on("html").holds(SAME_ORIGIN_EVERYWHERE_WORKS)),
          claim(
              "C68",
              "S003",
              "Windows interact only inside one browsing context group.",
              "Invariant I3.",
              on("html").holds(LayerInvariants.ACCESS_IS_INSIDE_A_GROUP),
              on("restrict-properties").isViolated(LayerInvariants.ACCESS_IS_INSIDE_A_GROUP)),
          claim(
              "C69",
              "S003",
              "Without same-origin popups, a gradual rollout is safe.",
              "Whichever pages have the new policy, settled cross-origin pairs stay connected;"
                  + " same-origin pairs do not.",
              on("html").within(RolloutClaims::oldAndNew).holds(SETTLED_PAIRS_STAY),
              on("html").within(RolloutClaims::oldAndNew).isViolated(SAME_ORIGIN_PAIRS_STAY)),
          claim(
              "C70",
              "S003",
              "With client-side navigation one same-origin-allow-popups route forces it on the"
                  + " whole"
                  + " site.",
              PUSH_STATE_KEEPS_THE_POLICY.statement()
                  + " "
                  + STRICT_PAGES_KEEP_NO_CROSS_ORIGIN_POPUP.statement(),
              on("html")
                  .within(bound -> bound.withFrames(0))
                  .only(OPEN, NAVIGATE, PUSH_STATE)
                  .holds(PUSH_STATE_KEEPS_THE_POLICY),
              on("html")
                  .only(OPEN, NAVIGATE, IFRAME)
                  .holds(STRICT_PAGES_KEEP_NO_CROSS_ORIGIN_POPUP)));
}
