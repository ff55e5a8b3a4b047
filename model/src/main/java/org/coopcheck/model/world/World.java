package org.coopcheck.model.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import org.coopcheck.model.decision.ModelDefect;

/**
 * All windows of one browser at one moment.
 *
 * <p>A world may be inconsistent for the length of one algorithm; {@link WellFormedness} says what
 * every world between two steps obeys.
 *
 * @param navigables all navigables that live
 * @param browsingContexts all browsing contexts that have a document
 * @param groups all browsing context groups that have a browsing context
 * @param documents the active documents, and those that session history keeps
 * @param accessMonitors who is told of accesses to whose window
 * @param nextNumber greater than every number that an id or an opaque origin of this world has
 */
@RecordBuilder
public record World(
    SortedMap<NavigableId, Navigable> navigables,
    SortedMap<BrowsingContextId, BrowsingContext> browsingContexts,
    SortedMap<BrowsingContextGroupId, BrowsingContextGroup> groups,
    SortedMap<DocumentId, Document> documents,
    SortedSet<AccessMonitor> accessMonitors,
    int nextNumber)
    implements WorldBuilder.With {

  /** A browser without a window. */
  public static final World EMPTY =
      new World(
          TreeMap.empty(), TreeMap.empty(), TreeMap.empty(), TreeMap.empty(), TreeSet.empty(), 1);

  // Lookups by id. An id that names nothing is a fault of the model.

  public Navigable navigable(NavigableId id) {
    return navigables.get(id).getOrElseThrow(() -> new ModelDefect("no navigable " + id));
  }

  public BrowsingContext browsingContext(BrowsingContextId id) {
    return browsingContexts
        .get(id)
        .getOrElseThrow(() -> new ModelDefect("no browsing context " + id));
  }

  public BrowsingContextGroup group(BrowsingContextGroupId id) {
    return groups.get(id).getOrElseThrow(() -> new ModelDefect("no browsing context group " + id));
  }

  public Document document(DocumentId id) {
    return documents.get(id).getOrElseThrow(() -> new ModelDefect("no document " + id));
  }

  /** Whether the navigable lives. */
  public boolean hasNavigable(NavigableId id) {
    return navigables.containsKey(id);
  }

  // Documents.

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#nav-document">HTML</a>
   */
  public Document activeDocument(NavigableId id) {
    return document(navigable(id).activeDocument());
  }

  /** All fully active documents, in the order of their navigables' labels. */
  public Vector<Document> fullyActiveDocuments() {
    return navigables
        .valuesIterator()
        .map(each -> document(each.activeDocument()))
        .filter(this::isFullyActive)
        .toVector();
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#fully-active">HTML</a>
   */
  public boolean isFullyActive(Document document) {
    return isActive(document) && containerDocument(document).forAll(this::isFullyActive);
  }

  /** The active documents of the top-level traversables. */
  public Vector<Document> topLevelDocuments() {
    return topLevelTraversables().map(each -> document(each.activeDocument()));
  }

  /** The navigable that presents the document, or presented it before it was left. */
  public NavigableId navigableOf(Document document) {
    return browsingContext(document.browsingContext()).navigable();
  }

  /** Whether the document is the active document of its navigable. */
  public boolean isActive(Document document) {
    return navigable(navigableOf(document)).activeDocument().equals(document.id());
  }

  /** The document whose element contains the document's navigable. */
  public Option<Document> containerDocument(Document document) {
    return navigable(navigableOf(document))
        .container()
        .map(container -> document(container.nodeDocument()));
  }

  /** The document at the top of the document's chain of containers; often itself. */
  public Document topLevelDocument(Document document) {
    Document each = document;
    for (var outer = containerDocument(each); outer.isDefined(); outer = containerDocument(each)) {
      each = outer.get();
    }
    return each;
  }

  /** The policy of the document's page. */
  public PagePolicy pagePolicyOf(Document document) {
    return topLevelDocument(document).pagePolicy();
  }

  /** Whether the document is the document of a top-level traversable. */
  public boolean isTopLevel(Document document) {
    return navigable(navigableOf(document)).isTopLevelTraversable();
  }

  /** Whether the document is same origin with its top-level document. */
  public boolean isSameOriginWithItsTopLevel(Document document) {
    return document.origin().isSameOriginWith(topLevelDocument(document).origin());
  }

  // Navigables.

  /** All top-level traversables, in the order of their labels. */
  public Vector<Navigable> topLevelTraversables() {
    return navigables.valuesIterator().filter(Navigable::isTopLevelTraversable).toVector();
  }

  /** The navigable that contains this one. */
  public Option<NavigableId> parent(NavigableId id) {
    return navigable(id)
        .container()
        .map(container -> navigableOf(document(container.nodeDocument())));
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#nav-top">HTML</a>
   */
  public NavigableId topLevelTraversable(NavigableId id) {
    NavigableId each = id;
    for (var outer = parent(each); outer.isDefined(); outer = parent(each)) each = outer.get();
    return each;
  }

  /** Whether the first is a proper ancestor of the second. */
  public boolean isAncestor(NavigableId ancestor, NavigableId id) {
    return parent(id).exists(outer -> outer.equals(ancestor) || isAncestor(ancestor, outer));
  }

  /** The navigables whose elements are in the document, in the order in which they came to be. */
  public Vector<NavigableId> childNavigables(DocumentId document) {
    return navigables
        .valuesIterator()
        .filter(
            each -> each.container().exists(container -> container.nodeDocument().equals(document)))
        .map(Navigable::id)
        .toVector()
        .sortBy(id -> activeDocument(id).browsingContext());
  }

  /** The navigable and all that it contains, in tree order. */
  public Vector<NavigableId> inclusiveDescendants(NavigableId id) {
    return Vector.of(id)
        .appendAll(
            childNavigables(navigable(id).activeDocument()).flatMap(this::inclusiveDescendants));
  }

  // Browsing contexts and groups.

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#nav-bc">HTML</a>
   */
  public BrowsingContext activeBrowsingContext(NavigableId id) {
    return browsingContext(activeDocument(id).browsingContext());
  }

  /**
   * Whether the browsing context is there and the active one of its navigable. If not, its {@code
   * WindowProxy} says {@code closed}.
   */
  public boolean isPresented(BrowsingContextId id) {
    return browsingContexts
        .get(id)
        .exists(
            found ->
                hasNavigable(found.navigable())
                    && activeDocument(found.navigable()).browsingContext().equals(id));
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#bc-tlbc">HTML</a>
   */
  public BrowsingContext topLevelBrowsingContext(BrowsingContext browsingContext) {
    return navigable(browsingContext.navigable())
        .container()
        .fold(
            () -> browsingContext,
            container ->
                topLevelBrowsingContext(
                    browsingContext(document(container.nodeDocument()).browsingContext())));
  }

  /** The browsing context group of the browsing context's top-level browsing context. */
  public BrowsingContextGroup groupOf(BrowsingContext browsingContext) {
    return group(
        topLevelBrowsingContext(browsingContext)
            .group()
            .getOrElseThrow(() -> new ModelDefect(browsingContext.id() + " is in no group")));
  }

  /** The browsing context group that the document is in. */
  public BrowsingContextGroup groupOf(Document document) {
    return groupOf(browsingContext(document.browsingContext()));
  }

  /** The agent cluster of the document's agent. */
  public AgentCluster agentClusterOf(Document document) {
    return new AgentCluster(groupOf(document).id(), document.agentClusterKey());
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#browsing-context-set">HTML</a>
   */
  public Vector<BrowsingContext> browsingContextSet(BrowsingContextGroupId group) {
    return browsingContexts
        .valuesIterator()
        .filter(each -> each.group().contains(group))
        .toVector();
  }

  // Copies.

  public World withNavigable(Navigable navigable) {
    return withNavigables(navigables.put(navigable.id(), navigable));
  }

  public World withBrowsingContext(BrowsingContext browsingContext) {
    return withBrowsingContexts(browsingContexts.put(browsingContext.id(), browsingContext));
  }

  public World withGroup(BrowsingContextGroup group) {
    return withGroups(groups.put(group.id(), group));
  }

  public World withDocument(Document document) {
    return withDocuments(documents.put(document.id(), document));
  }

  /** The world after {@code count} numbers have been given away, from {@link #nextNumber} on. */
  public World withNumbersTaken(int count) {
    return withNextNumber(nextNumber + count);
  }

  /** The document holds one more handle; an equal one is not held twice. */
  public World withHandle(DocumentId holder, Handle handle) {
    Document document = document(holder);
    return withDocument(document.withHandles(document.handles().add(handle)));
  }

  /** The monitors on the window of a browsing context. */
  public SortedSet<AccessMonitor> accessMonitorsOn(BrowsingContextId accessed) {
    return accessMonitors.filter(each -> each.accessed().equals(accessed));
  }

  /** Whatever named the one browsing context names the other. */
  public World withReferencesMoved(BrowsingContextId from, BrowsingContextId to) {
    return withBrowsingContexts(browsingContexts.mapValues(each -> each.referringTo(from, to)))
        .withDocuments(documents.mapValues(each -> each.referringTo(from, to)))
        .withAccessMonitors(accessMonitors.map(each -> each.referringTo(from, to)));
  }

  /**
   * The navigable and everything in it are gone.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/document-lifecycle.html#destroy-a-document-and-its-descendants">HTML</a>
   */
  public World withoutNavigable(NavigableId id) {
    SortedSet<DocumentId> gone =
        documents
            .valuesIterator()
            .filter(each -> isInside(each, id))
            .map(Document::id)
            .toSortedSet();
    SortedSet<NavigableId> goneNavigables =
        TreeSet.ofAll(
            navigables
                .valuesIterator()
                .filter(
                    each ->
                        each.id().equals(id)
                            || each.container()
                                .exists(container -> gone.contains(container.nodeDocument())))
                .map(Navigable::id));
    return withNavigables(navigables.removeAll(goneNavigables))
        .withDocuments(documents.removeAll(gone))
        .withoutWhatNothingUses();
  }

  private boolean isInside(Document document, NavigableId id) {
    NavigableId own = navigableOf(document);
    return own.equals(id) || isAncestor(id, own);
  }

  /**
   * The document is destroyed, with the navigables that it contains.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/document-lifecycle.html#destroy-a-document">HTML</a>
   */
  public World withoutDocument(DocumentId id) {
    World childless =
        childNavigables(id).foldLeft(this, (world, child) -> world.withoutNavigable(child));
    return childless.withDocuments(childless.documents.remove(id)).withoutWhatNothingUses();
  }

  private boolean hasDocument(BrowsingContextId id) {
    return documents.valuesIterator().exists(each -> each.browsingContext().equals(id));
  }

  /** Discards browsing contexts that have no document, and groups that have no browsing context. */
  private World withoutWhatNothingUses() {
    Vector<BrowsingContextId> gone =
        browsingContexts.keysIterator().reject(this::hasDocument).toVector();
    World kept =
        gone.isEmpty()
            ? this
            : withBrowsingContexts(
                    browsingContexts
                        .removeAll(gone)
                        .mapValues(each -> each.forgetting(gone::contains)))
                .withAccessMonitors(accessMonitors.reject(each -> isOver(each, gone::contains)));
    return kept.withGroups(kept.groups.filterKeys(kept::hasBrowsingContext));
  }

  /** A window that is left behind can still be touched; one that is closed cannot. */
  private boolean isOver(AccessMonitor monitor, Predicate<BrowsingContextId> isGone) {
    boolean isClosed =
        isGone.test(monitor.accessed())
            && (monitor.isReportOnly()
                || !hasNavigable(browsingContext(monitor.accessed()).navigable()));
    return isClosed || isGone.test(monitor.informed()) || monitor.accessing().exists(isGone);
  }

  private boolean hasBrowsingContext(BrowsingContextGroupId id) {
    return browsingContexts.valuesIterator().exists(each -> each.group().contains(id));
  }
}
