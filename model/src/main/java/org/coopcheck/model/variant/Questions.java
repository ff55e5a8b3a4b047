package org.coopcheck.model.variant;

import io.vavr.collection.SortedSet;
import io.vavr.control.Option;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.EmbedderPolicy;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.SandboxingFlag;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.world.AgentClusterKey;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.Initiator;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.PagePolicy;
import org.coopcheck.model.world.World;

/** What the questions of a {@link Variant} are about: the operands that a rule may look at. */
public final class Questions {
  private Questions() {}

  /**
   * A document opens a window.
   *
   * @param isSameOriginWithTopLevel whether it is same origin with its top-level document
   * @param topLevelOpenerPolicy the opener policy of its top-level document
   * @param topLevelCoopOrigin the origin that set that policy
   * @param topLevelPagePolicy what its top-level document says of the page
   * @param ownOpenerPolicy its own opener policy, which for a frame is the default one
   * @param origin its origin, which the initial {@code about:blank} of a window with an opener takes
   * @param topLevelEmbedderPolicy the embedder policy of its top-level document
   * @param ownEmbedderPolicy its own embedder policy
   */
  public record PopupCreation(
      boolean isSameOriginWithTopLevel,
      OpenerPolicy topLevelOpenerPolicy,
      Origin topLevelCoopOrigin,
      PagePolicy topLevelPagePolicy,
      OpenerPolicy ownOpenerPolicy,
      Origin origin,
      EmbedderPolicy topLevelEmbedderPolicy,
      EmbedderPolicy ownEmbedderPolicy) {}

  /**
   * One side of a comparison of opener policies.
   *
   * @param openerPolicy the opener policy
   * @param coopOrigin the origin that set it
   */
  public record ComparedPolicy(OpenerPolicy openerPolicy, Origin coopOrigin) {
    /** That of a top-level document. */
    public static ComparedPolicy of(Document document) {
      return new ComparedPolicy(document.openerPolicy(), document.coopOrigin());
    }
  }

  /**
   * The document from which a navigation of a top-level traversable starts.
   *
   * @param own its own opener policy
   * @param isInitialAboutBlank whether it is the initial {@code about:blank}
   * @param ofTheOpenersPage that of the top-level document of its opener's page at this moment; none
   *     if it has no opener
   */
  public record ActivePage(
      ComparedPolicy own, boolean isInitialAboutBlank, Option<ComparedPolicy> ofTheOpenersPage) {}

  /**
   * A response of a navigation was looked at, and another one follows it.
   *
   * @param comparedWith what its opener policy was compared with
   * @param own its own opener policy
   */
  public record PassedHop(ComparedPolicy comparedWith, ComparedPolicy own) {}

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
   * @param forTheComparison the flags that determine the origin with which opener policies are
   *     compared; the origin of a document is determined by all
   * @param forTheBrowsingContext the flags that a new browsing context keeps for ever
   */
  public record SandboxingUse(
      SortedSet<SandboxingFlag> refusesAnOpenerPolicy,
      SortedSet<SandboxingFlag> forTheComparison,
      SortedSet<SandboxingFlag> forTheBrowsingContext) {

    /** Whether flags determine the same origin as those for the comparison do. */
    public boolean hasTheSameOriginAs(SortedSet<SandboxingFlag> flags) {
      return flags.contains(SandboxingFlag.SANDBOXED_ORIGIN)
          == forTheComparison.contains(SandboxingFlag.SANDBOXED_ORIGIN);
    }
  }

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

  /** What happens to the name of a top-level traversable that shows a new document. */
  public enum NameChange {
    /** It stays. */
    KEPT,
    /** It is gone. */
    CLEARED,
    /** It stays behind in the browsing context group that is left; the one that is entered has its own. */
    LEFT_BEHIND
  }

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
   * A page.
   *
   * @param topLevelOrigin the origin of its top-level document
   * @param policy what that document says of it
   */
  public record Page(Origin topLevelOrigin, PagePolicy policy) {
    /** The page of a document. */
    public static Page of(World world, Document document) {
      var top = world.topLevelDocument(document);
      return new Page(top.origin(), top.pagePolicy());
    }
  }

  /**
   * The response of a top-level document may say something of its page.
   *
   * @param headers the header list of the response
   * @param isSecureContext whether the document's environment is a secure context
   * @param embedderPolicy the embedder policy of the response
   * @param possible the isolation mode that the browser can give
   */
  public record PageResponse(
      HeaderList headers,
      boolean isSecureContext,
      EmbedderPolicy embedderPolicy,
      CrossOriginIsolationMode possible) {}

  /**
   * A document in a page needs an agent.
   *
   * @param origin its origin
   * @param key the key of its agent cluster, before the page is looked at
   * @param page the page
   */
  public record PageAgentRequest(Origin origin, AgentClusterKey key, Page page) {}

  /**
   * Two pages, of which the first wants something of the second.
   *
   * @param isOne whether they are one page
   * @param first the page of the document that wants it
   * @param second the page of the window that is wanted
   */
  public record Pages(boolean isOne, Page first, Page second) {
    /** The pages of two documents. */
    public static Pages of(World world, Document document, Document target) {
      var first = world.topLevelDocument(document);
      var second = world.topLevelDocument(target);
      return new Pages(
          first.id().equals(second.id()),
          new Page(first.origin(), first.pagePolicy()),
          new Page(second.origin(), second.pagePolicy()));
    }

    /** Whether the top-level documents are same origin. */
    public boolean haveOneOrigin() {
      return first.topLevelOrigin().isSameOriginWith(second.topLevelOrigin());
    }
  }

  /**
   * A window is looked for by its name.
   *
   * @param relation how near the document that looks and the page of the window are
   * @param pages their pages
   * @param hasANameThere whether the window has a name of its own in the group of the document that
   *     looks
   */
  public record NameSearch(GroupRelation relation, Pages pages, boolean hasANameThere) {}

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
   * @param pages their pages
   * @param property the name of the property
   */
  public record PropertyUse(GroupRelation relation, Pages pages, String property) {}

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
