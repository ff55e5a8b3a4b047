package org.coopcheck.properties.run;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import org.coopcheck.model.origin.OpaqueOrigin;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Site;
import org.coopcheck.model.policy.Allowlist;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.PermissionsPolicy;
import org.coopcheck.model.world.AgentClusterKey;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.BrowsingContextGroup;
import org.coopcheck.model.world.BrowsingContextGroupId;
import org.coopcheck.model.world.BrowsingContextId;
import org.coopcheck.model.world.CoopGroupId;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.DocumentId;
import org.coopcheck.model.world.Handle;
import org.coopcheck.model.world.Initiator;
import org.coopcheck.model.world.Navigable;
import org.coopcheck.model.world.NavigableContainer;
import org.coopcheck.model.world.SessionHistoryEntry;
import org.coopcheck.model.world.World;

/** A world without virtual browsing context group IDs, its numbers counted without gaps. */
final class CountedAnew {
  private final SortedMap<Integer, Integer> ranks;

  private CountedAnew(World world) {
    this.ranks =
        numbersOf(world)
            .toSortedSet()
            .zipWithIndex()
            .foldLeft(TreeMap.empty(), (all, each) -> all.put(each._1, each._2));
  }

  static World of(World world) {
    return new CountedAnew(world).counted(world);
  }

  private static Vector<Integer> numbersOf(World world) {
    return Vector.<Integer>empty()
        .appendAll(world.browsingContexts().keySet().toVector().map(BrowsingContextId::number))
        .appendAll(world.groups().keySet().toVector().map(BrowsingContextGroupId::number))
        .appendAll(world.groups().values().map(group -> group.coopGroup().number()))
        .appendAll(world.documents().keySet().toVector().map(DocumentId::number))
        .appendAll(
            world.documents().values().flatMap(CountedAnew::handled).map(BrowsingContextId::number))
        .appendAll(
            world
                .navigables()
                .values()
                .flatMap(Navigable::history)
                .map(entry -> entry.document().number()))
        .appendAll(
            world
                .navigables()
                .values()
                .flatMap(navigable -> navigable.namesInOtherGroups().keySet())
                .map(BrowsingContextGroupId::number))
        .appendAll(
            world
                .accessMonitors()
                .toVector()
                .flatMap(each -> Vector.of(each.accessed(), each.informed(), each.partner()))
                .map(BrowsingContextId::number))
        .appendAll(originsOf(world).flatMap(CountedAnew::numberOf));
  }

  private static Vector<BrowsingContextId> handled(Document document) {
    return document.handles().toVector().map(Handle::browsingContext);
  }

  private static Vector<Origin> originsOf(World world) {
    return Vector.<Origin>empty()
        .appendAll(world.documents().values().map(Document::origin))
        .appendAll(world.documents().values().map(Document::coopOrigin))
        .appendAll(world.documents().values().flatMap(Document::redirectOrigins))
        .appendAll(world.groups().values().flatMap(BrowsingContextGroup::commonCoopOrigin))
        .appendAll(
            world
                .navigables()
                .values()
                .flatMap(Navigable::history)
                .flatMap(SessionHistoryEntry::initiator)
                .flatMap(initiator -> initiator.topLevelOpenerPolicy().coopOrigin()))
        .appendAll(
            world.browsingContexts().values().flatMap(BrowsingContext::openerOriginAtCreation))
        .appendAll(world.browsingContexts().values().flatMap(BrowsingContext::initialUrlRequester))
        .appendAll(
            world.groups().values().flatMap(group -> group.historicalAgentClusterKeys().keySet()))
        .appendAll(
            world
                .navigables()
                .values()
                .flatMap(Navigable::history)
                .flatMap(SessionHistoryEntry::initiator)
                .map(Initiator::origin))
        .appendAll(world.documents().values().flatMap(CountedAnew::declaredOrigins));
  }

  private static Vector<Origin> declaredOrigins(Document document) {
    return document
        .permissionsPolicy()
        .declared()
        .toVector()
        .flatMap(
            allowlist ->
                switch (allowlist) {
                  case Allowlist.All() -> Vector.<Origin>empty();
                  case Allowlist.These(var origins) -> origins.toVector();
                });
  }

  private static Vector<Integer> numberOf(Origin origin) {
    return origin instanceof OpaqueOrigin(var number) ? Vector.of(number) : Vector.empty();
  }

  private int rank(int number) {
    return ranks.get(number).get();
  }

  private World counted(World world) {
    return new World(
        world.navigables().mapValues(this::counted),
        world.browsingContexts().bimap(this::id, this::counted),
        world.groups().bimap(this::id, this::counted),
        world.documents().bimap(this::id, this::counted),
        world.accessMonitors().map(each -> each.renamed(this::id, url -> url)),
        ranks.size());
  }

  private BrowsingContextId id(BrowsingContextId id) {
    return new BrowsingContextId(rank(id.number()));
  }

  private BrowsingContextGroupId id(BrowsingContextGroupId id) {
    return new BrowsingContextGroupId(rank(id.number()));
  }

  private DocumentId id(DocumentId id) {
    return new DocumentId(rank(id.number()));
  }

  private Origin origin(Origin origin) {
    return origin instanceof OpaqueOrigin(var number) ? new OpaqueOrigin(rank(number)) : origin;
  }

  private AgentClusterKey key(AgentClusterKey key) {
    return switch (key) {
      case AgentClusterKey.OfOrigin(var origin) -> new AgentClusterKey.OfOrigin(origin(origin));
      case AgentClusterKey.OfSite(Site.Opaque(var origin)) ->
          new AgentClusterKey.OfSite(origin(origin).site());
      case AgentClusterKey.OfSite(Site.SchemeAndHost site) -> key;
      case AgentClusterKey.InAPage(var origin, var topLevelOrigin, var policy) ->
          new AgentClusterKey.InAPage(origin(origin), origin(topLevelOrigin), policy);
    };
  }

  private Navigable counted(Navigable navigable) {
    return new Navigable(
        navigable.id(),
        navigable
            .container()
            .map(
                container ->
                    new NavigableContainer(
                        id(container.nodeDocument()),
                        container.sandboxingFlags(),
                        container.allow(),
                        container.srcOrigin(),
                        container.isCredentialless())),
        navigable.isCreatedByWebContent(),
        navigable.targetName(),
        navigable.namesInOtherGroups().bimap(this::id, name -> name),
        navigable
            .history()
            .map(
                entry ->
                    new SessionHistoryEntry(
                        entry.url(), id(entry.document()), entry.initiator().map(this::counted))),
        navigable.current());
  }

  private Initiator counted(Initiator initiator) {
    return new Initiator(
        origin(initiator.origin()),
        initiator.url(),
        initiator.policyContainer(),
        initiator.sandboxingFlags(),
        initiator.isSameOriginWithItsTopLevel(),
        counted(initiator.topLevelOpenerPolicy()));
  }

  private BrowsingContext counted(BrowsingContext browsingContext) {
    return new BrowsingContext(
        id(browsingContext.id()),
        browsingContext.navigable(),
        browsingContext.group().map(this::id),
        browsingContext.opener().map(this::id),
        browsingContext.openerOriginAtCreation().map(this::origin),
        browsingContext.isAuxiliary(),
        browsingContext.creator().map(this::id),
        browsingContext.initialUrl(),
        browsingContext.initialUrlRequester().map(this::origin),
        browsingContext.virtualBrowsingContextGroupId(),
        browsingContext.virtualCoopGroupId(),
        browsingContext.popupSandboxingFlags(),
        browsingContext.onePermittedSandboxedNavigator().map(this::id));
  }

  private OpenerPolicy counted(OpenerPolicy policy) {
    return policy.withCoopOrigin(policy.coopOrigin().map(this::origin));
  }

  private BrowsingContextGroup counted(BrowsingContextGroup group) {
    return new BrowsingContextGroup(
        id(group.id()),
        new CoopGroupId(rank(group.coopGroup().number())),
        group.crossOriginIsolationMode(),
        group.commonCoopOrigin().map(this::origin),
        group.historicalAgentClusterKeys().bimap(this::origin, this::key));
  }

  private Document counted(Document document) {
    return new Document(
        id(document.id()),
        id(document.browsingContext()),
        document.url(),
        origin(document.origin()),
        document.isInitialAboutBlank(),
        counted(document.openerPolicy()),
        document.policyContainer(),
        document.activeSandboxingFlags(),
        counted(document.permissionsPolicy()),
        document.pagePolicy(),
        document.isSecureContext(),
        key(document.agentClusterKey()),
        document.reportingEndpoints(),
        document.referrer(),
        document.redirectOrigins().map(this::origin),
        document.error(),
        TreeSet.ofAll(
            document
                .handles()
                .map(
                    handle ->
                        new Handle(
                            handle.navigable(), id(handle.browsingContext()), handle.obtained()))));
  }

  private PermissionsPolicy counted(PermissionsPolicy policy) {
    return new PermissionsPolicy(
        policy.isEnabledByInheritance(),
        policy
            .declared()
            .map(
                allowlist ->
                    switch (allowlist) {
                      case Allowlist.All all -> all;
                      case Allowlist.These(var origins) ->
                          new Allowlist.These(origins.map(this::origin));
                    }));
  }
}
