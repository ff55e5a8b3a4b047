package org.coopcheck.model.context;

import static org.coopcheck.model.decision.Decision.given;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.agent.AgentClusters;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.PermissionsPolicies;
import org.coopcheck.model.policy.PermissionsPolicy;
import org.coopcheck.model.policy.PolicyContainer;
import org.coopcheck.model.variant.Questions.Page;
import org.coopcheck.model.variant.Questions.PopupCreation;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.BrowsingContextGroupId;
import org.coopcheck.model.world.BrowsingContextId;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.DocumentId;
import org.coopcheck.model.world.Handle;
import org.coopcheck.model.world.Initiator;
import org.coopcheck.model.world.Navigable;
import org.coopcheck.model.world.NavigableContainer;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.PagePolicy;
import org.coopcheck.model.world.SessionHistoryEntry;
import org.coopcheck.model.world.World;

/**
 * Creating browsing contexts, each with a navigable and an initial {@code about:blank}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#creating-browsing-contexts">HTML</a>
 */
public final class BrowsingContexts {
  private BrowsingContexts() {}

  /**
   * A new top-level traversable in a browsing context group of its own.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#creating-a-new-top-level-browsing-context">HTML</a>
   * @param world the world
   * @param id names the new navigable
   * @param targetName its target name
   * @param rules what the step goes by
   */
  public static World createANewTopLevelBrowsingContextAndDocument(
      World world, NavigableId id, String targetName, Rules rules) {
    var created = Groups.createANewBrowsingContextGroup(world, Groups.Purpose.ANY); // 1.
    return createWithoutAnOpener(created.world(), id, targetName, created.group(), rules); // 2. 3.
  }

  /** A new top-level traversable without opener or creator, in a group that exists. */
  public static World createWithoutAnOpener(
      World world, NavigableId id, String targetName, BrowsingContextGroupId group, Rules rules) {
    var browsingContext =
        new BrowsingContext(
            new BrowsingContextId(world.nextNumber()),
            id,
            Option.some(group),
            Option.none(),
            Option.none(),
            false,
            Option.none(),
            Option.none(),
            Option.none(),
            0,
            0,
            TreeSet.empty(),
            Option.none());
    return createANewBrowsingContextAndDocument(
        world.withNumbersTaken(1),
        new Creation(browsingContext, Option.none(), Option.none(), targetName),
        rules);
  }

  /**
   * A new window with an opener, in the group of its opener.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#creating-a-new-auxiliary-browsing-context">HTML</a>
   * @param world the world
   * @param id names the new navigable
   * @param targetName its target name
   * @param opener the document that opens it
   * @param rules what the step goes by
   */
  public static World createANewAuxiliaryBrowsingContextAndDocument(
      World world, NavigableId id, String targetName, Document opener, Rules rules) {
    var openerContext = world.browsingContext(opener.browsingContext());
    var openerTopLevel = world.topLevelBrowsingContext(openerContext); // 1.
    var group = groupOfAnAuxiliaryBrowsingContext(world, opener, rules);
    var browsingContext =
        new BrowsingContext(
            new BrowsingContextId(group.world().nextNumber()),
            id,
            Option.some(group.group()), // 2. 3. 6.
            Option.some(openerContext.id()), // 7.
            Option.some(opener.origin()), // 9.
            true, // 5.
            Option.some(openerContext.id()),
            Option.none(),
            Option.none(),
            openerTopLevel.virtualBrowsingContextGroupId(), // 8.
            openerTopLevel.virtualCoopGroupId(),
            TreeSet.empty(),
            Option.none());
    return createANewBrowsingContextAndDocument(
        group.world().withNumbersTaken(1),
        new Creation(browsingContext, Option.some(opener), Option.none(), targetName),
        rules); // 4.
  }

  /** In the standard the group of the opener. */
  private static Groups.Created groupOfAnAuxiliaryBrowsingContext(
      World world, Document opener, Rules rules) {
    var group = world.groupOf(opener);
    return switch (rules.variant().auxiliaryGroup().apply(popupCreation(world, opener))) {
      case SAME_GROUP -> new Groups.Created(world, group.id());
      case SAME_COOP_GROUP ->
          Groups.obtainABrowsingContextGroup(world, group.coopGroup(), Groups.Purpose.ANY);
      case UNRELATED -> Groups.createANewBrowsingContextGroup(world, Groups.Purpose.ANY);
    };
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#create-a-new-child-navigable">HTML</a>
   * @param world the world
   * @param id names the new navigable
   * @param container the element that contains it
   * @param rules what the step goes by
   */
  public static World createANewChildNavigable(
      World world, NavigableId id, NavigableContainer container, Rules rules) {
    var parent = world.document(container.nodeDocument());
    var topLevel = world.topLevelBrowsingContext(world.browsingContext(parent.browsingContext()));
    var browsingContext =
        new BrowsingContext(
            new BrowsingContextId(world.nextNumber()),
            id,
            Option.none(),
            Option.none(),
            Option.none(),
            false,
            Option.none(),
            Option.none(),
            Option.none(),
            topLevel.virtualBrowsingContextGroupId(),
            topLevel.virtualCoopGroupId(),
            TreeSet.empty(),
            Option.none());
    return createANewBrowsingContextAndDocument(
        world.withNumbersTaken(1),
        new Creation(browsingContext, Option.some(parent), Option.some(container), ""),
        rules);
  }

  /**
   * The first URL that is asked for in place of an initial {@code about:blank} is the initial URL.
   *
   * @param world the world
   * @param active the document that it is to replace
   * @param url the URL
   * @param requester the origin that asks for it; none if it is the user
   */
  public static World withInitialUrl(
      World world, Document active, Url url, Option<Origin> requester) {
    var browsingContext = world.browsingContext(active.browsingContext());
    return active.isInitialAboutBlank() && browsingContext.initialUrl().isEmpty()
        ? world.withBrowsingContext(
            browsingContext.withInitialUrl(Option.some(url)).withInitialUrlRequester(requester))
        : world;
  }

  private record Creation(
      BrowsingContext browsingContext,
      Option<Document> creator,
      Option<NavigableContainer> embedder,
      String targetName) {}

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#creating-a-new-browsing-context">HTML</a>
   */
  private static World createANewBrowsingContextAndDocument(
      World before, Creation creation, Rules rules) {
    var creator = creation.creator();
    var browsingContext = creation.browsingContext(); // 1. to 5.
    var flags =
        creation
            .embedder()
            .fold(
                browsingContext::popupSandboxingFlags,
                element ->
                    element
                        .sandboxingFlags()
                        .union(
                            before.document(element.nodeDocument()).activeSandboxingFlags())); // 6.
    var determined =
        Origins.determineTheOrigin(
            before, Url.ABOUT_BLANK, flags, creator.map(Document::origin)); // 7.
    var origin = determined.origin();
    var groupId = browsingContext.group().getOrElse(() -> before.groupOf(creator.get()).id());
    var pagePolicy =
        creation.embedder().isDefined()
            ? PagePolicy.NONE
            : creator
                .map(opener -> popupCreation(before, opener))
                .map(rules.variant().popupPagePolicy())
                .getOrElse(PagePolicy.NONE);
    var page =
        creation
            .embedder()
            .map(element -> Page.of(before, before.document(element.nodeDocument())))
            .getOrElse(() -> new Page(origin, pagePolicy));
    var agent =
        AgentClusters.obtainASimilarOriginWindowAgent(
            determined.world(), origin, groupId, page, false, rules); // 9.
    var world = agent.world();
    var policyContainer = policyContainerOf(before, creation, rules); // 16.2.
    var document =
        new Document(
            new DocumentId(world.nextNumber()),
            browsingContext.id(),
            Url.ABOUT_BLANK,
            origin,
            true,
            creator
                .map(opener -> openerPolicyOf(before, creation, opener, policyContainer, rules))
                .getOrElse(OpenerPolicy.DEFAULT), // 16.3.
            policyContainer,
            flags,
            permissionsPolicyOf(before, creation, origin, rules), // 8.
            pagePolicy,
            creator.map(Document::isSecureContext).getOrElse(true),
            agent.key(),
            endpointsOf(before, creation),
            creator.map(Document::url), // 16.1.
            Vector.empty(),
            Option.none(),
            TreeSet.empty()); // 15.
    var entry =
        new SessionHistoryEntry(
            Url.ABOUT_BLANK, document.id(), creator.map(each -> initiatorOf(before, each)));
    var navigable =
        new Navigable(
            browsingContext.navigable(),
            creation.embedder(),
            false,
            creation.targetName(),
            TreeMap.empty(),
            Vector.of(entry),
            0);
    return withItsOpener(
        world
            .withNumbersTaken(1)
            .withNavigable(navigable)
            .withBrowsingContext(browsingContext)
            .withDocument(document),
        document.id());
  }

  // MODEL: an opener policy that a new window takes over is told to the endpoints of the page that
  // set it, as Chromium does; the standard does not say where its endpoint would be declared.
  private static SortedMap<String, Url> endpointsOf(World world, Creation creation) {
    return creation.embedder().isDefined()
        ? TreeMap.empty()
        : creation
            .creator()
            .map(world::topLevelDocument)
            .map(Document::reportingEndpoints)
            .getOrElse(TreeMap.empty());
  }

  private static PermissionsPolicy permissionsPolicyOf(
      World world, Creation creation, Origin origin, Rules rules) {
    var policy = permissionsPolicy(world, creation.embedder(), origin);
    boolean isKept =
        creation.embedder().isDefined()
            || creation
                .creator()
                .map(opener -> popupCreation(world, opener))
                .forAll(rules.variant().allowsIsolationInAPopup()::apply);
    return isKept ? policy : new PermissionsPolicy(false, Option.none());
  }

  private static PolicyContainer policyContainerOf(World world, Creation creation, Rules rules) {
    if (creation.creator().isEmpty()) return PolicyContainer.DEFAULT;
    var creator = creation.creator().get();
    return creation.embedder().isDefined()
        ? creator.policyContainer()
        : creator
            .policyContainer()
            .withEmbedderPolicy(
                rules.variant().popupEmbedderPolicy().apply(popupCreation(world, creator)));
  }

  private static OpenerPolicy openerPolicyOf(
      World world,
      Creation creation,
      Document creator,
      PolicyContainer policyContainer,
      Rules rules) {
    var popup = popupCreation(world, creator);
    var policy = rules.variant().popupOpenerPolicy().apply(popup);
    // Nothing ever looks at the opener policy of a frame's document.
    if (creation.embedder().isDefined()) return policy;
    var embedderPolicy = policyContainer.embedderPolicy();
    rules
        .decisions()
        .note(
            Rule.CREATE_A_BROWSING_CONTEXT,
            Answer.of(policy.value())
                .saying(
                    policy.value()
                        + policy.coopOrigin().map(setBy -> ", set by " + setBy).getOrElse("")
                        + (embedderPolicy.equals(popup.ownEmbedderPolicy())
                            ? ""
                            : ", embedder policy " + embedderPolicy.value())),
            () ->
                Vector.of(
                    given("creator", creator.origin()),
                    given("top level", world.topLevelDocument(creator).origin()),
                    given("top-level opener policy", popup.topLevelOpenerPolicy().value())));
    return policy;
  }

  /** What the rules on new windows may look at. */
  public static PopupCreation popupCreation(World world, Document creator) {
    var topLevel = world.topLevelDocument(creator);
    return new PopupCreation(
        world.isSameOriginWithItsTopLevel(creator),
        topLevel.openerPolicy(),
        topLevel.coopOrigin(),
        topLevel.pagePolicy(),
        creator.openerPolicy(),
        creator.origin(),
        topLevel.policyContainer().embedderPolicy(),
        creator.policyContainer().embedderPolicy());
  }

  /**
   * The permissions policy of a document with no header of its own.
   *
   * @see <a href="https://w3c.github.io/webappsec-permissions-policy/#algo-create-for-navigable">Permissions
   *     Policy</a>
   */
  public static PermissionsPolicy permissionsPolicy(
      World world, Option<NavigableContainer> embedder, Origin origin) {
    return embedder.fold(
        () -> PermissionsPolicy.OF_A_TOP_LEVEL_DOCUMENT,
        element -> {
          var container = world.document(element.nodeDocument());
          var allowed =
              element
                  .allow()
                  .flatMap(
                      allow ->
                          PermissionsPolicies.containerAllowlist(
                              allow, container.origin(), element.srcOrigin()));
          return new PermissionsPolicy(
              PermissionsPolicy.isInheritedByAFrame(
                  container.permissionsPolicy(), container.origin(), allowed, origin),
              Option.none());
        });
  }

  /** What a navigation takes along from the document that starts it. */
  public static Initiator initiatorOf(World world, Document document) {
    return new Initiator(
        document.origin(),
        document.url(),
        document.policyContainer(),
        document.activeSandboxingFlags(),
        world.isSameOriginWithItsTopLevel(document),
        world.topLevelDocument(document).openerPolicy());
  }

  /** The new document's scripts can read {@code window.opener}, if there is one. */
  public static World withItsOpener(World world, DocumentId id) {
    return world
        .browsingContext(world.document(id).browsingContext())
        .opener()
        .filter(world::isPresented)
        .map(
            opener ->
                world.withHandle(
                    id,
                    new Handle(
                        world.browsingContext(opener).navigable(), opener, Handle.Obtained.OPENER)))
        .getOrElse(world);
  }
}
