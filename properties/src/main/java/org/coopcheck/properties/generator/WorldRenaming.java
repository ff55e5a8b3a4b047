package org.coopcheck.properties.generator;

import com.google.common.base.Ascii;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.http.HeaderField;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.OpaqueOrigin;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Site;
import org.coopcheck.model.origin.TupleOrigin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.Allowlist;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.PermissionsPolicy;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScriptedServer;
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
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.SessionHistoryEntry;
import org.coopcheck.model.world.World;

/**
 * Other names for navigables and origins. No rule of the standard looks at a name, so whatever
 * happens among the new names is what happened among the old.
 *
 */
public final class WorldRenaming {
  private final SortedMap<NavigableId, NavigableId> labels;
  private final SortedMap<Origin, TupleOrigin> origins;
  private final SortedMap<Site, Site> sites;
  private final SortedMap<String, String> serializations;
  private final Pattern pattern;
  private final int shift;

  /**
   * Numbers stay as they are.
   *
   * @param labels the new names of navigables, one to one; those that are not there keep theirs
   * @param origins the new origins, one to one; those that are not there stay. Two of them are same
   *     site, and one is potentially trustworthy, just if they were before
   */
  public WorldRenaming(
      SortedMap<NavigableId, NavigableId> labels, SortedMap<TupleOrigin, TupleOrigin> origins) {
    this(labels, origins, 0);
  }

  /**
   * @param labels the new names of navigables
   * @param origins the new origins
   * @param shift what is added to the numbers of browsing contexts, groups, documents and opaque
   *     origins
   */
  public WorldRenaming(
      SortedMap<NavigableId, NavigableId> labels,
      SortedMap<TupleOrigin, TupleOrigin> origins,
      int shift) {
    this.labels = labels;
    this.shift = shift;
    this.origins = origins.bimap(origin -> origin, origin -> origin);
    this.sites = origins.bimap(TupleOrigin::site, TupleOrigin::site);
    this.serializations = origins.bimap(TupleOrigin::toString, TupleOrigin::toString);
    // Each as a whole: no serialization is found in a longer one.
    this.pattern =
        Pattern.compile(
            serializations.keySet().map(Pattern::quote).mkString("(", "|", ")") + "(?![\\w.:-])");
  }

  // Labels.

  public NavigableId of(NavigableId id) {
    return labels.get(id).getOrElse(id);
  }

  // Origins, and texts that may name one.

  public Origin of(Origin origin) {
    return switch (origin) {
      case OpaqueOrigin(var number) -> new OpaqueOrigin(number + shift);
      case TupleOrigin tuple -> of(tuple);
    };
  }

  private TupleOrigin of(TupleOrigin origin) {
    return origins.get(origin).getOrElse(origin);
  }

  private Site of(Site site) {
    return site instanceof Site.Opaque(var origin)
        ? new Site.Opaque(new OpaqueOrigin(origin.number() + shift))
        : sites.get(site).getOrElse(site);
  }

  private AgentClusterKey of(AgentClusterKey key) {
    return switch (key) {
      case AgentClusterKey.OfSite(var site) -> new AgentClusterKey.OfSite(of(site));
      case AgentClusterKey.InAPage(var origin, var topLevelOrigin, var policy) ->
          new AgentClusterKey.InAPage(of(origin), of(topLevelOrigin), policy);
      case AgentClusterKey.OfOrigin(var origin) -> new AgentClusterKey.OfOrigin(of(origin));
    };
  }

  /** The text with every serialization of an origin replaced. */
  public String of(String text) {
    return pattern
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(serializations.get(match.group()).getOrElse("")));
  }

  public Url of(Url url) {
    return Url.of(of(url.toString()));
  }

  // Scenarios.

  public Action of(Action action) {
    var renamed = ActionUrls.replaced(action.renamed(this::of), this::of);
    return renamed instanceof Action.InsertIframe a
        ? new Action.InsertIframe(
            a.inserted(), a.in(), a.url(), a.sandbox(), a.allow().map(this::of), a.credentialless())
        : renamed;
  }

  public Scenario of(Scenario scenario) {
    return scenario
        .withResponses(responses(scenario.responses()))
        .withSteps(scenario.steps().map(this::of));
  }

  public ScriptedServer of(ScriptedServer server) {
    return new ScriptedServer(responses(server.answers()));
  }

  private SortedMap<Url, Vector<Answer>> responses(SortedMap<Url, Vector<Answer>> responses) {
    return responses
        .toVector()
        .foldLeft(
            TreeMap.empty(),
            (all, entry) -> all.put(of(entry._1), entry._2.map(answer -> of(answer, entry._1))));
  }

  private Answer of(Answer answer, Url url) {
    return switch (answer) {
      case Answer.Nothing nothing -> nothing;
      case Answer.Served(var status, var headers) ->
          new Answer.Served(status, HeaderList.of(headers.fields().map(field -> of(field, url))));
    };
  }

  // NB: a Location that names its host without its scheme is written out.
  private HeaderField of(HeaderField field, Url url) {
    boolean isLocation = Ascii.equalsIgnoreCase(field.name(), "Location");
    var target = url.resolve(field.value()).toOption().filter(each -> isLocation && each.isHttp());
    return new HeaderField(
        field.name(), target.map(each -> of(each).toString()).getOrElse(() -> of(field.value())));
  }

  public Outcome of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.NotDone notDone -> notDone;
      case Outcome.Done done -> done;
      case Outcome.Navigated navigated -> navigated;
      case Outcome.Used used -> used;
      case Outcome.Found(var window) -> new Outcome.Found(window.map(this::of));
      case Outcome.Opened o ->
          new Outcome.Opened(
              of(o.window()), o.isNew(), o.isReturned(), o.isNoopener(), o.swap(), o.error());
    };
  }

  // Worlds.

  public World of(World world) {
    return new World(
        world
            .navigables()
            .values()
            .map(this::of)
            .foldLeft(TreeMap.empty(), (all, each) -> all.put(each.id(), each)),
        world.browsingContexts().bimap(this::of, this::of),
        world.groups().bimap(this::of, this::of),
        world.documents().bimap(this::of, this::of),
        world.accessMonitors().map(each -> each.renamed(this::of, this::of)),
        world.nextNumber() + shift);
  }

  private BrowsingContextId of(BrowsingContextId id) {
    return new BrowsingContextId(id.number() + shift);
  }

  private BrowsingContextGroupId of(BrowsingContextGroupId id) {
    return new BrowsingContextGroupId(id.number() + shift);
  }

  private DocumentId of(DocumentId id) {
    return new DocumentId(id.number() + shift);
  }

  private Navigable of(Navigable navigable) {
    return new Navigable(
        of(navigable.id()),
        navigable.container().map(this::of),
        navigable.isCreatedByWebContent(),
        navigable.targetName(),
        navigable.namesInOtherGroups().mapKeys(this::of),
        navigable.history().map(this::of),
        navigable.current());
  }

  private NavigableContainer of(NavigableContainer container) {
    return new NavigableContainer(
        of(container.nodeDocument()),
        container.sandboxingFlags(),
        container.allow().map(this::of),
        container.srcOrigin().map(this::of),
        container.isCredentialless());
  }

  private SessionHistoryEntry of(SessionHistoryEntry entry) {
    return new SessionHistoryEntry(
        of(entry.url()), of(entry.document()), entry.initiator().map(this::of));
  }

  private Initiator of(Initiator initiator) {
    return new Initiator(
        of(initiator.origin()),
        of(initiator.url()),
        initiator.policyContainer(),
        initiator.sandboxingFlags(),
        initiator.isSameOriginWithItsTopLevel(),
        of(initiator.topLevelOpenerPolicy()));
  }

  private BrowsingContext of(BrowsingContext browsingContext) {
    return new BrowsingContext(
        of(browsingContext.id()),
        of(browsingContext.navigable()),
        browsingContext.group().map(this::of),
        browsingContext.opener().map(this::of),
        browsingContext.openerOriginAtCreation().map(this::of),
        browsingContext.isAuxiliary(),
        browsingContext.creator().map(this::of),
        browsingContext.initialUrl().map(this::of),
        browsingContext.initialUrlRequester().map(this::of),
        virtualGroup(browsingContext.virtualBrowsingContextGroupId()),
        virtualGroup(browsingContext.virtualCoopGroupId()),
        browsingContext.popupSandboxingFlags(),
        browsingContext.onePermittedSandboxedNavigator().map(this::of));
  }

  /** 0 stands for none. */
  private int virtualGroup(int number) {
    return number == 0 ? 0 : number + shift;
  }

  private OpenerPolicy of(OpenerPolicy policy) {
    return policy.withCoopOrigin(policy.coopOrigin().map(this::of));
  }

  private BrowsingContextGroup of(BrowsingContextGroup group) {
    return new BrowsingContextGroup(
        of(group.id()),
        new CoopGroupId(group.coopGroup().number() + shift),
        group.crossOriginIsolationMode(),
        group.commonCoopOrigin().map(this::of),
        group.historicalAgentClusterKeys().bimap(this::of, this::of));
  }

  private Document of(Document document) {
    return new Document(
        of(document.id()),
        of(document.browsingContext()),
        of(document.url()),
        of(document.origin()),
        document.isInitialAboutBlank(),
        of(document.openerPolicy()),
        document.policyContainer(),
        document.activeSandboxingFlags(),
        of(document.permissionsPolicy()),
        document.pagePolicy(),
        document.isSecureContext(),
        of(document.agentClusterKey()),
        document.reportingEndpoints().mapValues(this::of),
        document.referrer().map(this::of),
        document.redirectOrigins().map(this::of),
        document.error(),
        TreeSet.ofAll(document.handles().map(this::of)));
  }

  private Handle of(Handle handle) {
    return new Handle(of(handle.navigable()), of(handle.browsingContext()), handle.obtained());
  }

  private PermissionsPolicy of(PermissionsPolicy policy) {
    return new PermissionsPolicy(policy.isEnabledByInheritance(), policy.declared().map(this::of));
  }

  private Allowlist of(Allowlist allowlist) {
    return switch (allowlist) {
      case Allowlist.All all -> all;
      case Allowlist.These(var allowed) -> new Allowlist.These(allowed.map(this::of));
    };
  }

  @Override
  public String toString() {
    return Vector.ofAll(labels)
        .map(pair -> pair._1 + " is " + pair._2)
        .appendAll(origins.map(pair -> pair._1 + " is " + pair._2))
        .mkString(", ");
  }
}
