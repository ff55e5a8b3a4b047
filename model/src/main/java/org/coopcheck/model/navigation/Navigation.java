package org.coopcheck.model.navigation;

import static org.coopcheck.model.decision.Decision.given;

import io.vavr.Function2;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.agent.AgentClusters;
import org.coopcheck.model.context.BrowsingContexts;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.http.BareItem;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.PermissionsPolicies;
import org.coopcheck.model.policy.PermissionsPolicy;
import org.coopcheck.model.policy.ReportingEndpoints;
import org.coopcheck.model.policy.SandboxingFlag;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.reporting.AccessMonitors;
import org.coopcheck.model.variant.Questions.Page;
import org.coopcheck.model.variant.Questions.Renaming;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.BrowsingContextGroup;
import org.coopcheck.model.world.BrowsingContextGroupId;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.DocumentId;
import org.coopcheck.model.world.Initiator;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.Navigable;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.SessionHistoryEntry;
import org.coopcheck.model.world.World;

/**
 * Navigating, reloading and traversing.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#navigation-and-session-history">HTML</a>
 */
public final class Navigation {
  /** How many redirects are followed (Fetch, HTTP-redirect fetch, step 7). */
  public static final int MOST_REDIRECTS = 20;

  private Navigation() {}

  /**
   * @param navigable the navigable that is navigated
   * @param url the URL
   * @param initiator what the document that starts it takes along; none if it is the user
   */
  public record Request(NavigableId navigable, Url url, Option<Initiator> initiator) {}

  /**
   * @param world the world afterwards
   * @param server the servers afterwards
   * @param swap how far the window went
   * @param error why there is an error page or, with {@code BLOCKED}, no new document at all
   */
  public record Navigated(World world, Server server, Swap swap, Option<LoadError> error) {}

  /** What a navigation makes of the session history: the navigable after, given its new document. */
  private interface HistoryChange extends Function2<Navigable, Document, Navigable> {
    long serialVersionUID = 1L;
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#navigate">HTML</a>
   * @param world the world
   * @param server the servers that will be asked
   * @param request what is navigated where; whether it is allowed to is decided already
   * @param rules what the step goes by
   */
  public static Navigated navigate(World world, Server server, Request request, Rules rules) {
    var id = request.navigable();
    var url = request.url();
    var active = world.activeDocument(id);
    if (isFragmentNavigation(active, url)) { // 14.
      return new Navigated(withSameDocumentEntry(world, id, url), server, Swap.NONE, Option.none());
    }
    if (url.scheme().equals("javascript")) { // 20.
      return navigateToAJavascriptUrl(world, server, request, rules);
    }
    boolean isRefused = url.scheme().equals("data") && world.isTopLevel(active);
    if (isRefused) {
      // MODEL: the standard leaves it to user agents which top-level navigations to refuse; all
      // refuse data: URLs, and nothing changes.
      return new Navigated(world, server, Swap.NONE, Option.some(LoadError.BLOCKED));
    }
    boolean replaces =
        active.isInitialAboutBlank() // 13.
            || (url.equals(active.url())
                && request.initiator().exists(by -> by.origin().isSameOriginWith(active.origin())));
    return load(
        world,
        server,
        new Fetching.Request(id, url, request.initiator()),
        (navigable, document) ->
            pushedOrReplaced(
                navigable,
                new SessionHistoryEntry(document.url(), document.id(), request.initiator()),
                replaces),
        rules);
  }

  private static boolean isFragmentNavigation(Document active, Url url) {
    return url.hasFragment() && url.withoutFragment().equals(active.url().withoutFragment());
  }

  private static Navigable pushedOrReplaced(
      Navigable navigable, SessionHistoryEntry entry, boolean replaces) {
    return replaces
        ? navigable.withHistory(
            navigable.history().update(navigable.current(), entry), navigable.current())
        : navigable.withHistory(
            navigable.history().take(navigable.current() + 1).append(entry),
            navigable.current() + 1);
  }

  /** A new session history entry for the document that is there: the URL changes, nothing else. */
  public static World withSameDocumentEntry(World world, NavigableId id, Url url) {
    var navigable = world.navigable(id);
    var entry = navigable.currentEntry().withUrl(url);
    var active = world.activeDocument(id);
    return withoutForgottenDocuments(
        world
            .withNavigable(pushedOrReplaced(navigable, entry, active.isInitialAboutBlank()))
            .withDocument(active.withUrl(url)),
        id);
  }

  /**
   * The document that a {@code javascript:} URL makes takes everything from the one before it.
   *
   * <p>MODEL: every {@code javascript:} URL evaluates to a string and so makes a document.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#navigate-to-a-javascript:-url">HTML</a>
   */
  private static Navigated navigateToAJavascriptUrl(
      World world, Server server, Request request, Rules rules) {
    var id = request.navigable();
    var active = world.activeDocument(id);
    boolean runs =
        request.initiator().exists(by -> by.origin().isSameOriginWith(active.origin())) // 3.
            && !active.has(SandboxingFlag.SANDBOXED_SCRIPTS);
    rules
        .decisions()
        .note(
            Rule.JAVASCRIPT_URL,
            runs ? Answer.RUNS : Answer.DOES_NOT_RUN,
            () ->
                Vector.of(
                    given(
                        "initiator",
                        request.initiator().map(by -> by.origin().toString()).getOrElse("user")),
                    given("active document", active.origin())));
    if (!runs) return new Navigated(world, server, Swap.NONE, Option.some(LoadError.BLOCKED));
    var document =
        new Document(
            new DocumentId(world.nextNumber()),
            active.browsingContext(),
            active.url(),
            active.origin(),
            false,
            active.openerPolicy(),
            active.policyContainer(),
            // SPEC: by the letter only the CSP-derived flags are left, so that a sandboxed frame
            // could free itself; engines keep all. No issue is known.
            active.activeSandboxingFlags(),
            active.permissionsPolicy(),
            active.pagePolicy(),
            active.isSecureContext(),
            active.agentClusterKey(),
            active.reportingEndpoints(),
            active.referrer(),
            active.redirectOrigins(),
            Option.none(),
            TreeSet.empty());
    World after =
        withNewDocument(
            world.withNumbersTaken(1),
            id,
            document,
            (navigable, made) ->
                navigable.withHistory(
                    navigable
                        .history()
                        .update(
                            navigable.current(),
                            entry -> entry.withDocument(made.id())), // replaces
                    navigable.current()),
            rules);
    return new Navigated(after, server, Swap.NONE, Option.none());
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#reload">HTML</a>
   * @param world the world
   * @param server the servers that will be asked
   * @param id the navigable
   * @param rules what the step goes by
   */
  public static Navigated reload(World world, Server server, NavigableId id, Rules rules) {
    var entry = world.navigable(id).currentEntry();
    return load(
        world,
        server,
        new Fetching.Request(id, entry.url(), entry.initiator()),
        (navigable, document) ->
            navigable.withHistory(
                loadedAnew(navigable.history(), navigable.current(), document),
                navigable.current()),
        rules);
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#traverse-the-history-by-a-delta">HTML</a>
   * @param world the world
   * @param server the servers that will be asked if the document is gone
   * @param id the navigable
   * @param target the index of an entry of its session history
   * @param rules what the step goes by
   */
  public static Navigated traverse(
      World world, Server server, NavigableId id, int target, Rules rules) {
    var navigable = world.navigable(id);
    var entry = navigable.history().get(target);
    var active = world.activeDocument(id);
    boolean isSameDocument = entry.document().equals(active.id());
    boolean isKept = world.documents().containsKey(entry.document());
    rules
        .decisions()
        .note(
            Rule.TRAVERSE,
            isSameDocument ? Answer.SAME_DOCUMENT : isKept ? Answer.RESTORE : Answer.LOAD_ANEW,
            () -> Vector.of(given("entry", entry.url())));
    if (isSameDocument) {
      return new Navigated(
          world
              .withNavigable(navigable.withHistory(navigable.history(), target))
              .withDocument(active.withUrl(entry.url())),
          server,
          Swap.NONE,
          Option.none());
    }
    if (isKept) {
      var restored = world.document(entry.document());
      Swap swap = swapBetween(world.groupOf(active), world.groupOf(restored));
      World linked =
          swap == Swap.RELATED
              ? world.withReferencesMoved(active.browsingContext(), restored.browsingContext())
              : world;
      World there = linked.withNavigable(navigable.withHistory(navigable.history(), target));
      World monitored =
          AccessMonitors.updated(
              new AccessMonitors.Commit(world, unloaded(there, id, active, rules), id, swap, false),
              rules);
      return new Navigated(monitored, server, swap, Option.none());
    }
    return load(
        world,
        server,
        new Fetching.Request(id, entry.url(), entry.initiator()),
        (before, document) ->
            before.withHistory(loadedAnew(before.history(), target, document), target),
        rules);
  }

  private static Swap swapBetween(BrowsingContextGroup left, BrowsingContextGroup entered) {
    if (left.id().equals(entered.id())) return Swap.NONE;
    return left.coopGroup().equals(entered.coopGroup()) ? Swap.RELATED : Swap.FULL;
  }

  /** The entry shows the new document at its URL; entries that shared the old one share it. */
  private static Vector<SessionHistoryEntry> loadedAnew(
      Vector<SessionHistoryEntry> history, int index, Document document) {
    var old = history.get(index).document();
    return history
        .map(entry -> entry.document().equals(old) ? entry.withDocument(document.id()) : entry)
        .update(index, entry -> entry.withUrl(document.url()));
  }

  /**
   * Fetches, chooses the browsing context, makes the document and shows it.
   *
   * <p>MODEL: a response with status 204 or 205, or a download, makes a document too; that such a
   * navigation changes nothing cannot be found.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#attempt-to-populate-the-history-entry's-document">HTML</a>
   */
  private static Navigated load(
      World before,
      Server server,
      Fetching.Request request,
      HistoryChange historyChange,
      Rules rules) {
    var id = request.navigable();
    var fetched = Fetching.createNavigationParams(before, server, request, rules);
    var params = fetched.params();
    var left = before.activeDocument(id);
    var chosen =
        BrowsingContextChoice.obtainABrowsingContextToUseForANavigationResponse(
            fetched.world(), id, params, request.initiator().isEmpty(), rules);
    World after = createAndInitializeADocument(chosen, id, params, historyChange, rules);
    World renamed =
        finalizeACrossDocumentNavigation(
            after, id, left, before.groupOf(left).id(), chosen.swap(), rules);
    World monitored =
        AccessMonitors.updated(
            new AccessMonitors.Commit(
                before,
                renamed,
                id,
                chosen.swap(),
                params.enforcementResult().wouldNeedASwitchDueToReportOnly()),
            rules);
    return new Navigated(monitored, fetched.server(), chosen.swap(), params.error());
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/document-lifecycle.html#initialise-the-document-object">HTML</a>
   */
  private static World createAndInitializeADocument(
      BrowsingContextChoice.Chosen chosen,
      NavigableId id,
      NavigationParams params,
      HistoryChange historyChange,
      Rules rules) {
    var browsingContext = chosen.world().browsingContext(chosen.browsingContext()); // 1.
    var active = chosen.world().activeDocument(id);
    boolean reusesTheWindow =
        active.browsingContext().equals(browsingContext.id())
            && active.isInitialAboutBlank()
            && active.origin().isSameOriginWith(params.origin())
            // NB: in the standard no page has a policy of its own, so the two are the same.
            && active.pagePolicy().equals(params.pagePolicy());
    var agent =
        reusesTheWindow // 6.
            ? new AgentClusters.Obtained(chosen.world(), active.agentClusterKey())
            : AgentClusters.obtainASimilarOriginWindowAgent(
                chosen.world(),
                params.origin(),
                chosen.world().groupOf(browsingContext).id(),
                page(chosen.world(), id, params),
                requestsOriginAgentCluster(params.headers(), params.isSecureContext()),
                rules); // 7.
    var world = agent.world();
    var inherited =
        BrowsingContexts.permissionsPolicy(world, world.navigable(id).container(), params.origin());
    var document =
        new Document(
            new DocumentId(world.nextNumber()),
            browsingContext.id(),
            params.url(),
            params.origin(),
            false,
            params.openerPolicy(),
            params.policyContainer(),
            params.finalSandboxingFlags(),
            new PermissionsPolicy(
                inherited.isEnabledByInheritance(),
                PermissionsPolicies.declaredAllowlist(params.headers(), params.origin())), // 2.
            params.pagePolicy(),
            params.isSecureContext(),
            agent.key(),
            ReportingEndpoints.parse(params.headers(), params.url()),
            params.referrer(),
            params.redirectOrigins(),
            params.error(),
            TreeSet.empty()); // 9.
    return withNewDocument(world.withNumbersTaken(1), id, document, historyChange, rules);
  }

  /**
   * Whether a response asks for an origin-keyed agent cluster, and may.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/document-lifecycle.html#initialise-the-document-object">HTML</a>
   *     (requestsOAC)
   * @param headers the header list of the response
   * @param isSecureContext whether the reserved environment is a secure context
   */
  public static boolean requestsOriginAgentCluster(HeaderList headers, boolean isSecureContext) {
    return isSecureContext
        && headers
            .getStructuredItem("Origin-Agent-Cluster")
            .exists(item -> item.bareItem() instanceof BareItem.BooleanItem(var asked) && asked);
  }

  /** The page that the document will be in. */
  private static Page page(World world, NavigableId id, NavigationParams params) {
    return world
        .containerDocument(world.activeDocument(id))
        .map(container -> Page.of(world, container))
        .getOrElse(() -> new Page(params.origin(), params.pagePolicy()));
  }

  private static World withNewDocument(
      World world, NavigableId id, Document document, HistoryChange historyChange, Rules rules) {
    var left = world.activeDocument(id);
    World there =
        world
            .withDocument(document)
            .withNavigable(historyChange.apply(world.navigable(id), document));
    return BrowsingContexts.withItsOpener(unloaded(there, id, left, rules), document.id());
  }

  /**
   * The document is no longer active: session history keeps it, or it is destroyed.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/document-lifecycle.html#unload-a-document">HTML</a>
   */
  private static World unloaded(World world, NavigableId id, Document left, Rules rules) {
    boolean isKept =
        rules.variant().keepsDocumentsInHistory().apply(left)
            && world.navigable(id).history().exists(entry -> entry.document().equals(left.id()));
    return withoutForgottenDocuments(isKept ? world : world.withoutDocument(left.id()), id);
  }

  /** Destroys the documents of the navigable that no session history entry names any more. */
  private static World withoutForgottenDocuments(World world, NavigableId id) {
    var named = world.navigable(id).history().map(SessionHistoryEntry::document);
    return world
        .documents()
        .valuesIterator()
        .filter(each -> world.navigableOf(each).equals(id) && !named.contains(each.id()))
        .map(Document::id)
        .foldLeft(world, World::withoutDocument);
  }

  /**
   * The name is cleared, or not.
   *
   * <p>MODEL: a navigable has one name, not one for each session history entry, and a restored
   * document never changes it; names that come back with an entry cannot be found.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#finalize-a-cross-document-navigation">HTML</a>
   */
  private static World finalizeACrossDocumentNavigation(
      World world,
      NavigableId id,
      Document left,
      BrowsingContextGroupId groupThatWasLeft,
      Swap swap,
      Rules rules) {
    var navigable = world.navigable(id);
    if (!navigable.isTopLevelTraversable()) return world;
    var document = world.activeDocument(id);
    var browsingContext = world.browsingContext(document.browsingContext());
    var renaming =
        new Renaming(
            browsingContext.isAuxiliary() && browsingContext.opener().isDefined(),
            document.origin().isSameOriginWith(left.origin()),
            swap != Swap.NONE);
    var change = rules.variant().nameChange().apply(renaming);
    if (!navigable.targetName().isEmpty()) {
      rules
          .decisions()
          .note(
              Rule.RESET_THE_NAME,
              switch (change) {
                case KEPT -> Answer.KEPT;
                case CLEARED -> Answer.CLEARED;
                case LEFT_BEHIND -> Answer.LEFT_BEHIND;
              },
              () ->
                  Vector.of(
                      given("name", navigable.targetName()),
                      given("auxiliary with an opener", renaming.isAuxiliaryWithAnOpener()),
                      given("same origin as before", renaming.isSameOrigin()),
                      given("switched", renaming.hasSwitched())));
    }
    return switch (change) {
      case KEPT -> world;
      case CLEARED -> world.withNavigable(navigable.withTargetName(""));
      case LEFT_BEHIND ->
          world.withNavigable(navigable.withNameOf(world.groupOf(document).id(), groupThatWasLeft));
    };
  }
}
