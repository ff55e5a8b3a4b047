package org.coopcheck.model.variant;

import io.vavr.collection.SortedSet;
import io.vavr.control.Option;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.SandboxingFlag;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.world.AgentClusterKey;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.Initiator;
import org.coopcheck.model.world.LoadError;

/** What the questions of a {@link Variant} are about: the operands that a rule may look at. */
public final class Questions {
  private Questions() {}

  /**
   * A document opens a window.
   *
   * @param isSameOriginWithTopLevel whether it is same origin with its top-level document
   * @param topLevelOpenerPolicy the opener policy of its top-level document
   * @param ownOpenerPolicy its own opener policy, which for a frame is the default one
   */
  public record PopupCreation(
      boolean isSameOriginWithTopLevel,
      OpenerPolicy topLevelOpenerPolicy,
      OpenerPolicy ownOpenerPolicy) {}

  /**
   * A top-level traversable is navigated to a {@code blob:} URL.
   *
   * @param initiator what started the navigation
   * @param blobOrigin the origin of the URL
   */
  public record BlobNavigation(Initiator initiator, Origin blobOrigin) {}

  /**
   * A response is looked at for its sandboxing.
   *
   * @param inherited the flags that the window has whatever the response says
   * @param fromCsp the CSP-derived flags of the response
   * @param isRedirect whether the response is a redirect that will be followed
   */
  public record ResponseSandboxing(
      SortedSet<SandboxingFlag> inherited, SortedSet<SandboxingFlag> fromCsp, boolean isRedirect) {

    /** All flags together. */
    public SortedSet<SandboxingFlag> both() {
      return inherited.union(fromCsp);
    }
  }

  /**
   * Which of the flags of a {@link ResponseSandboxing} count for what.
   *
   * @param refusesAnOpenerPolicy the flags that, if there are any, exclude an opener policy
   * @param forTheOrigin the flags that determine the origin with which opener policies are compared
   * @param forTheBrowsingContext the flags that a new browsing context keeps for ever
   */
  public record SandboxingUse(
      SortedSet<SandboxingFlag> refusesAnOpenerPolicy,
      SortedSet<SandboxingFlag> forTheOrigin,
      SortedSet<SandboxingFlag> forTheBrowsingContext) {}

  /**
   * A navigation of a top-level traversable ended in an error page.
   *
   * @param error why
   * @param soFar what the hops before had asked for
   * @param asUnsafeNone the comparison that a response without an opener policy, and with the error
   *     page's opaque origin, would have met
   */
  public record ErrorPage(LoadError error, Swap soFar, CoopComparison asUnsafeNone) {}

  /**
   * A top-level traversable shows a new document.
   *
   * @param isAuxiliaryWithAnOpener whether its browsing context is auxiliary and has an opener
   * @param isSameOrigin whether the document and the one before it are same origin
   * @param hasSwitched whether it left its browsing context group
   */
  public record Renaming(
      boolean isAuxiliaryWithAnOpener, boolean isSameOrigin, boolean hasSwitched) {}

  /**
   * A document needs an agent.
   *
   * @param origin its origin
   * @param isolationMode the isolation mode of its browsing context group
   * @param historicalKey the key that the group has used for the origin before
   * @param requestsOriginAgentCluster whether the response asks for an origin-keyed agent cluster
   */
  public record AgentRequest(
      Origin origin,
      CrossOriginIsolationMode isolationMode,
      Option<AgentClusterKey> historicalKey,
      boolean requestsOriginAgentCluster) {}

  /**
   * A user agent may switch though no policy demands it.
   *
   * @param isSameSite whether the old and the new document are same site
   * @param isByTheUser whether the navigation came from the browser's user interface
   * @param isAlone whether the window is the only one of its group
   */
  public record OptionalSwitch(boolean isSameSite, boolean isByTheUser, boolean isAlone) {}

  /**
   * A script uses a property of a window.
   *
   * @param relation how near the script's document and the window's are
   * @param property the name of the property
   */
  public record PropertyUse(GroupRelation relation, String property) {}

  /**
   * Two documents, and whether they need one process.
   *
   * @param sameAgentCluster whether they share an agent cluster
   * @param samePage whether they have the same top-level document
   * @param sameGroup whether they share a browsing context group
   * @param sameCoopGroup whether they share a COOP group
   * @param capabilities what the browser is able to do
   */
  public record Colocation(
      boolean sameAgentCluster,
      boolean samePage,
      boolean sameGroup,
      boolean sameCoopGroup,
      Capabilities capabilities) {}
}
