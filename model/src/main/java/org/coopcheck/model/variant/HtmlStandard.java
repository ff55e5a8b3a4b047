package org.coopcheck.model.variant;

import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;

import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.policy.BrowsingContextGroupSwitches;
import org.coopcheck.model.policy.EmbedderPolicy;
import org.coopcheck.model.policy.OpenerPolicies;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.Questions.ActivePage;
import org.coopcheck.model.variant.Questions.AgentRequest;
import org.coopcheck.model.variant.Questions.BlobNavigation;
import org.coopcheck.model.variant.Questions.Colocation;
import org.coopcheck.model.variant.Questions.ErrorPage;
import org.coopcheck.model.variant.Questions.NameChange;
import org.coopcheck.model.variant.Questions.PageAgentRequest;
import org.coopcheck.model.variant.Questions.PassedHop;
import org.coopcheck.model.variant.Questions.PopupCreation;
import org.coopcheck.model.variant.Questions.Renaming;
import org.coopcheck.model.variant.Questions.ResponseSandboxing;
import org.coopcheck.model.variant.Questions.SandboxingUse;
import org.coopcheck.model.world.AgentClusterKey;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.Initiator;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.PagePolicy;

/**
 * The HTML Standard. Where its letter and all engines part, the answer here is that of the engines,
 * and the letter is a {@link Choice}; each such place is marked.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies">HTML</a>
 */
public final class HtmlStandard {
  private HtmlStandard() {}

  /** The standard's answers. */
  public static final Variant VARIANT =
      new Variant(
          "html",
          "The HTML Standard; where all engines part from its letter, as the engines",
          Source.html("browsers.html#cross-origin-opener-policies"),
          OpenerPolicies::valueAsRead,
          policy -> policy,
          ActivePage::own,
          PassedHop::own,
          BrowsingContextGroupSwitches::checkIfCoopValuesRequireABrowsingContextGroupSwitch,
          HtmlStandard::sandboxingUse,
          HtmlStandard::errorPageDecision,
          HtmlStandard::policyOfTheInitiatorsPage,
          HtmlStandard::blobOpenerPolicy,
          HtmlStandard::popupOpenerPolicy,
          PopupCreation::ownEmbedderPolicy,
          popup -> GroupRelation.SAME_GROUP,
          popup -> true,
          HtmlStandard::noopenerRule,
          popup -> false,
          document -> false,
          swap -> true,
          optional -> false,
          swap -> false,
          HtmlStandard::isolationMode,
          policy -> Option.none(),
          policy -> true,
          HtmlStandard::agentClusterKey,
          PageAgentRequest::key,
          response -> PagePolicy.NONE,
          popup -> PagePolicy.NONE,
          HtmlStandard::letsIn,
          HtmlStandard::nameChange,
          document -> false,
          search -> search.relation() == GroupRelation.SAME_GROUP,
          use -> use.relation() == GroupRelation.SAME_GROUP,
          HtmlStandard::mustShareAProcess,
          classes -> classes,
          ReportingProfiles.SHIPPED);

  // SPEC: by the letter the response's own CSP counts everywhere (Choice csp-sandbox=every-stage).
  // Engines and web-platform-tests load such a response, with an opaque origin.
  // https://github.com/whatwg/html/issues/4921
  private static SandboxingUse sandboxingUse(ResponseSandboxing response) {
    var forTheComparison = response.isRedirect() ? response.inherited() : response.both();
    return new SandboxingUse(response.inherited(), forTheComparison, response.inherited());
  }

  // SPEC: by the letter every error page stays where it is (Choice sandbox-error=stays). For this
  // one, Chromium and web-platform-tests cut all ties. https://github.com/whatwg/html/issues/7345
  private static Swap errorPageDecision(ErrorPage errorPage) {
    return errorPage.error() == LoadError.COOP_SANDBOX ? Swap.FULL : Swap.NONE;
  }

  // SPEC: by the letter about:blank that is navigated to has no opener policy (Choice
  // about-blank=literal). https://github.com/whatwg/html/issues/6913
  private static OpenerPolicy policyOfTheInitiatorsPage(Initiator initiator) {
    return initiator.isSameOriginWithItsTopLevel()
        ? initiator.topLevelOpenerPolicy()
        : OpenerPolicy.DEFAULT;
  }

  // SPEC: by the letter a blob: document has no opener policy (Choice blob=literal); Chromium and
  // Firefox give it its creator's. https://github.com/whatwg/html/issues/6552
  // MODEL: who created the blob is not kept; an initiator that is same origin with it stands for
  // the creator. A document that navigates to a blob of a same-origin document on another page
  // cannot be told apart.
  private static OpenerPolicy blobOpenerPolicy(BlobNavigation navigation) {
    return navigation.initiator().origin().isSameOriginWith(navigation.blobOrigin())
        ? policyOfTheInitiatorsPage(navigation.initiator())
        : OpenerPolicy.DEFAULT;
  }

  static OpenerPolicy popupOpenerPolicy(PopupCreation popup) {
    return popup.isSameOriginWithTopLevel() ? popup.topLevelOpenerPolicy() : OpenerPolicy.DEFAULT;
  }

  // SPEC: the text reads the opener policy of the current document, which for a frame's document
  // that came from a response is the default one, so that by the letter the rule does not fire for
  // it (Choice noopener-rule=literal). An
  // earlier text, and Chromium, read that of the top-level document.
  static boolean noopenerRule(PopupCreation popup) {
    var value = popup.topLevelOpenerPolicy().value();
    return (value == SAME_ORIGIN || value == SAME_ORIGIN_PLUS_COEP)
        && !popup.isSameOriginWithTopLevel();
  }

  private static CrossOriginIsolationMode isolationMode(
      OpenerPolicy policy, CrossOriginIsolationMode possible) {
    return policy.value() == SAME_ORIGIN_PLUS_COEP ? possible : CrossOriginIsolationMode.NONE;
  }

  /**
   * Steps 1 to 4 of obtaining an agent.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/webappapis.html#obtain-similar-origin-window-agent">HTML</a>
   */
  private static AgentClusterKey agentClusterKey(AgentRequest request) {
    if (request.isolationMode() != CrossOriginIsolationMode.NONE) { // 3.
      return new AgentClusterKey.OfOrigin(request.origin());
    }
    if (request.historicalKey().isDefined()) return request.historicalKey().get(); // 4.
    return request.requestsOriginAgentCluster() // 5.
        ? new AgentClusterKey.OfOrigin(request.origin())
        : new AgentClusterKey.OfSite(request.origin().site()); // 1. 2.
  }

  private static boolean letsIn(EmbedderPolicy container, EmbedderPolicy response) {
    return !container.isCompatibleWithCrossOriginIsolation()
        || response.isCompatibleWithCrossOriginIsolation();
  }

  // SPEC: by the letter a window that switches to a same-origin document keeps its name (Choice
  // name=standard); web-platform-tests expect every switch to clear it.
  private static NameChange nameChange(Renaming renaming) {
    return renaming.hasSwitched() ? NameChange.CLEARED : nameChangeByTheLetter(renaming);
  }

  static NameChange nameChangeByTheLetter(Renaming renaming) {
    return renaming.isAuxiliaryWithAnOpener() || renaming.isSameOrigin()
        ? NameChange.KEPT
        : NameChange.CLEARED;
  }

  /** The rules M1 to M4: what forces two documents into one process. */
  private static boolean mustShareAProcess(Colocation pair) {
    return pair.sameAgentCluster()
        || (pair.samePage() && !pair.capabilities().oopif())
        || (pair.sameGroup() && !pair.capabilities().pageIsolation())
        || (pair.sameCoopGroup() && !pair.capabilities().pageIsolation());
  }
}
