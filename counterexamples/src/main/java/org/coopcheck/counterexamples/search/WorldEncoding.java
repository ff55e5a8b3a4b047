package org.coopcheck.counterexamples.search;

import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.ToLongFunction;
import org.coopcheck.counterexamples.engine.EngineDefect;
import org.coopcheck.counterexamples.observation.Numbers;
import org.coopcheck.counterexamples.observation.Observable;
import org.coopcheck.counterexamples.observation.Watch;
import org.coopcheck.model.origin.OpaqueOrigin;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Site;
import org.coopcheck.model.origin.TupleOrigin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.Allowlist;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.PolicyContainer;
import org.coopcheck.model.policy.SandboxingFlag;
import org.coopcheck.model.world.AccessMonitor;
import org.coopcheck.model.world.AgentCluster;
import org.coopcheck.model.world.AgentClusterKey;
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
import org.coopcheck.model.world.SessionHistoryEntry;
import org.coopcheck.model.world.World;
import org.jspecify.annotations.Nullable;

/**
 * The exact encoding by which worlds are told apart: two worlds have the same bytes if and only if
 * they differ in nothing that is {@link Observed}, but for the names of things.
 *
 * <p>Numbers are given to browsing contexts, groups, documents and opaque origins in the order in
 * which the encoding meets them. With symmetry, all orders of the windows and all renamings of the
 * origins that keep their site relations are tried, and the smallest bytes are taken; orders that a
 * cheap signature of the windows already decides are not tried.
 */
public final class WorldEncoding {
  private static final byte[] NOTHING = {};

  private final Observed observed;
  private final Vector<Map<TupleOrigin, Integer>> originNumberings;

  /**
   * @param observed what tells worlds apart
   * @param origins the tuple origins that can occur
   */
  public WorldEncoding(Observed observed, Vector<TupleOrigin> origins) {
    this.observed = observed;
    // NB: URLs in session history and in reports contain origins as text, which no numbering
    // renames; then only windows are renamed.
    boolean renamesOrigins = observed.symmetry() && !observed.history() && !observed.reports();
    this.originNumberings =
        (renamesOrigins ? siteKeepingOrders(origins) : Vector.of(origins))
            .map(WorldEncoding::numbered);
  }

  /** The origins in all orders whose renaming keeps which of them are same site. */
  public static Vector<Vector<TupleOrigin>> siteKeepingOrders(Vector<TupleOrigin> origins) {
    return origins
        .permutations()
        .filter(
            order ->
                indexes(origins)
                    .forAll(
                        i ->
                            indexes(origins)
                                .forAll(
                                    j ->
                                        origins.get(i).isSameSiteWith(origins.get(j))
                                            == order.get(i).isSameSiteWith(order.get(j)))));
  }

  private static Vector<Integer> indexes(Vector<?> of) {
    return Vector.range(0, of.size());
  }

  private static Map<TupleOrigin, Integer> numbered(Vector<TupleOrigin> order) {
    Map<TupleOrigin, Integer> numbers = new HashMap<>();
    order.forEachWithIndex((origin, index) -> numbers.put(origin, index + 1));
    return numbers;
  }

  /** The bytes of the world. */
  public byte[] encode(World world) {
    var children = childrenIn(world);
    return smallest(
        orders(windowsOf(world), window -> signature(world, window, children)),
        (order, numbering, smallest) -> {
          var pass = new Pass(world, children, numbering, Option.none(), smallest);
          pass.write(order);
          return pass.isBehind ? smallest : pass.bytes();
        });
  }

  /**
   * The bytes of two worlds that are renamed together: what has one name in both keeps one. They
   * also tell which things of the two have the same numbers, now and for what is numbered next; and
   * what only reports show of a world, as handles that were left behind.
   *
   * @param a the one world, with the names and numbers that its run has given
   * @param b the other
   * @param numbered the kinds of numbers that are looked at
   */
  public byte[] encode(Named a, Named b, SortedSet<Observable> numbered) {
    var windows = windowsOf(a.world);
    for (NavigableId window : windowsOf(b.world)) {
      if (!windows.contains(window)) windows.add(window);
    }
    var inA = childrenIn(a.world);
    var inB = childrenIn(b.world);
    return smallest(
        orders(
            windows,
            window ->
                (long) signature(a.world, window, inA) << 32 | signature(b.world, window, inB)),
        (order, numbering, smallest) -> {
          Map<NavigableId, Integer> gone = new HashMap<>();
          var first = new Pass(a.world, inA, numbering, Option.some(gone), NOTHING);
          var second = new Pass(b.world, inB, numbering, Option.some(gone), NOTHING);
          first.write(order.stream().filter(a.world::hasNavigable).toList());
          first.putInt(first.length);
          second.write(order.stream().filter(b.world::hasNavigable).toList());
          new Relation(a, first, b, second).write(numbered);
          return concatenated(first.bytes(), second.bytes());
        });
  }

  /**
   * A world, and how a run that leads to it is told.
   *
   * @param world the world
   * @param watch the labels and numbers so far
   */
  public record Named(World world, Watch watch) {}

  private static List<NavigableId> windowsOf(World world) {
    List<NavigableId> windows = new ArrayList<>();
    world.topLevelTraversables().forEach(window -> windows.add(window.id()));
    return windows;
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** One way of writing down what is encoded. */
  private interface Way {

    /**
     * @param smallest the smallest bytes so far, {@link #NOTHING} at first
     * @return the bytes; any others that are not smaller if they are not
     */
    byte[] write(List<NavigableId> order, Map<TupleOrigin, Integer> originNumbers, byte[] smallest);
  }

  private byte[] smallest(List<List<NavigableId>> orders, Way way) {
    byte[] smallest = NOTHING;
    for (List<NavigableId> order : orders) {
      for (Map<TupleOrigin, Integer> numbering : originNumberings) {
        byte[] bytes = way.write(order, numbering, smallest);
        boolean isFirst = smallest.length == 0;
        if (isFirst || Arrays.compareUnsigned(bytes, smallest) < 0) smallest = bytes;
      }
    }
    return smallest;
  }

  /** The navigables in each document that has any; asked for once, written down in many ways. */
  private static Map<DocumentId, List<NavigableId>> childrenIn(World world) {
    Map<DocumentId, List<NavigableId>> children = new HashMap<>();
    for (Navigable navigable : world.navigables().values()) {
      if (navigable.container().isEmpty()) continue;
      DocumentId parent = navigable.container().get().nodeDocument();
      if (!children.containsKey(parent)) {
        children.put(parent, world.childNavigables(parent).toJavaList());
      }
    }
    return children;
  }

  /** A window with what tells it apart at a glance. */
  private record Signed(NavigableId window, long signature) {}

  private List<List<NavigableId>> orders(
      List<NavigableId> windows, ToLongFunction<NavigableId> signature) {
    if (!observed.symmetry()) return List.of(windows);
    if (windows.size() <= 1) return List.of(windows);
    List<Signed> signed = new ArrayList<>();
    for (NavigableId window : windows) {
      signed.add(new Signed(window, signature.applyAsLong(window)));
    }
    signed.sort(Comparator.comparingLong(Signed::signature));
    List<List<NavigableId>> orders = new ArrayList<>();
    permute(signed, 0, orders);
    return orders;
  }

  /** All orders that differ from this one only among windows of equal signature. */
  private static void permute(List<Signed> order, int from, List<List<NavigableId>> orders) {
    if (from == order.size()) {
      List<NavigableId> windows = new ArrayList<>(order.size());
      for (Signed each : order) windows.add(each.window());
      orders.add(windows);
      return;
    }
    for (int i = from; i < order.size(); i++) {
      if (order.get(i).signature() != order.get(from).signature()) return;
      Collections.swap(order, from, i);
      permute(order, from + 1, orders);
      Collections.swap(order, from, i);
    }
  }

  /** The same for windows that some renaming exchanges; the more it tells apart, the fewer orders. */
  private static int signature(
      World world, NavigableId window, Map<DocumentId, List<NavigableId>> children) {
    if (!world.hasNavigable(window)) return -1 >>> 1;
    var document = world.activeDocument(window);
    var browsingContext = world.browsingContext(document.browsingContext());
    int signature = document.openerPolicy().value().ordinal();
    signature = signature * 2 + (document.isInitialAboutBlank() ? 1 : 0);
    signature = signature * 2 + (browsingContext.isAuxiliary() ? 1 : 0);
    signature = signature * 2 + (browsingContext.opener().isDefined() ? 1 : 0);
    signature = signature * 2 + (document.error().isDefined() ? 1 : 0);
    signature = signature * 2 + (document.origin() instanceof OpaqueOrigin ? 1 : 0);
    signature = signature * 4 + document.policyContainer().embedderPolicy().value().ordinal();
    signature = signature * 8 + Math.min(7, windowsHeld(world, document));
    return signature * 8 + Math.min(7, children.getOrDefault(document.id(), List.of()).size());
  }

  /** NB: handles that were left behind are not written, and so must not decide an order. */
  private static int windowsHeld(World world, Document document) {
    return document.handles().map(Handle::browsingContext).count(world::isPresented);
  }

  /** One way of writing a world down. */
  private final class Pass {
    private final World world;
    private final Map<DocumentId, List<NavigableId>> children;
    private final Map<TupleOrigin, Integer> tupleOrigins;
    private final byte[] smallest;

    /** Whether the bytes so far are smaller than the smallest, whatever follows. */
    private boolean isAhead;

    /** Whether they are greater. */
    private boolean isBehind;

    private final Option<Map<NavigableId, Integer>> goneNavigables;
    private final Map<OpaqueOrigin, Integer> opaqueOrigins = new HashMap<>();
    private final Map<Integer, Integer> groups = new HashMap<>();
    private final Map<Integer, Integer> coopGroups = new HashMap<>();
    private final Map<Integer, Integer> virtualGroups = new HashMap<>();
    private final Map<NavigableId, Integer> navigables = new HashMap<>();
    private final Map<DocumentId, Integer> documents = new HashMap<>();
    private final Map<BrowsingContextId, Integer> browsingContexts = new HashMap<>();
    private final Map<BrowsingContextId, Integer> goneBrowsingContexts = new HashMap<>();
    private final List<Navigable> inOrder = new ArrayList<>();
    private byte[] bytes = new byte[128];
    private int length;

    /**
     * @param world the world
     * @param children the navigables in its documents
     * @param tupleOrigins the numbers of origins
     * @param goneNavigables if what only reports show is to be written, the numbers of navigables
     *     that are gone
     * @param smallest what the bytes have to undercut; as soon as they do not, the rest does not
     *     count and may be left out
     */
    Pass(
        World world,
        Map<DocumentId, List<NavigableId>> children,
        Map<TupleOrigin, Integer> tupleOrigins,
        Option<Map<NavigableId, Integer>> goneNavigables,
        byte[] smallest) {
      this.world = world;
      this.children = children;
      this.smallest = smallest;
      this.isAhead = smallest.length == 0;
      this.tupleOrigins = tupleOrigins;
      this.goneNavigables = goneNavigables;
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, length);
    }

    void write(List<NavigableId> windows) {
      for (NavigableId window : windows) enter(window);
      put(inOrder.size());
      for (Navigable navigable : inOrder) {
        write(navigable);
        if (isBehind) return;
      }
      if (observed.creation()) writeCreation(windows);
      if (observed.reports()) writeMonitors();
    }

    /** Gives numbers to the navigable, its documents and browsing contexts, and all inside it. */
    private void enter(NavigableId id) {
      Navigable navigable = world.navigable(id);
      navigables.put(id, navigables.size());
      inOrder.add(navigable);
      number(world.document(navigable.activeDocument()));
      if (observed.history()) {
        for (SessionHistoryEntry entry : navigable.history()) {
          world.documents().get(entry.document()).forEach(this::number);
        }
      }
      for (NavigableId child : childrenOf(navigable.activeDocument())) enter(child);
      if (observed.history()) enterWhatHistoryKeeps(navigable);
    }

    /** The frames of documents that come back when the user does. */
    private void enterWhatHistoryKeeps(Navigable navigable) {
      for (SessionHistoryEntry entry : navigable.history()) {
        boolean isKept =
            world.documents().containsKey(entry.document())
                && !entry.document().equals(navigable.activeDocument());
        if (!isKept) continue;
        for (NavigableId child : childrenOf(entry.document())) {
          if (!navigables.containsKey(child)) enter(child);
        }
      }
    }

    private List<NavigableId> childrenOf(DocumentId document) {
      return children.getOrDefault(document, List.of());
    }

    private void number(Document document) {
      documents.putIfAbsent(document.id(), documents.size());
      browsingContexts.putIfAbsent(document.browsingContext(), browsingContexts.size());
    }

    private void write(Navigable navigable) {
      put(navigable.container().map(this::parentNumber).getOrElse(0));
      navigable.container().forEach(this::write);
      if (observed.names()) writeNames(navigable);
      write(world.document(navigable.activeDocument()));
      if (observed.history()) writeHistory(navigable);
    }

    private void writeNames(Navigable navigable) {
      put(navigable.targetName());
      if (navigable.namesInOtherGroups().isEmpty()) return;
      // By the numbers of groups, which depend on no name; a group that is gone never comes back.
      var known = new java.util.TreeMap<Integer, String>();
      navigable
          .namesInOtherGroups()
          .forEach(
              (group, name) -> {
                if (world.groups().containsKey(group)) known.put(numberOfGroup(group), name);
              });
      known.forEach(
          (number, name) -> {
            put(number);
            put(name);
          });
    }

    private int numberOfGroup(BrowsingContextGroupId group) {
      return groups.computeIfAbsent(group.number(), key -> groups.size() + 1);
    }

    private int parentNumber(NavigableContainer container) {
      Integer parent = navigables.get(world.navigableOf(world.document(container.nodeDocument())));
      return parent == null ? 255 : parent + 1;
    }

    private void write(NavigableContainer container) {
      if (observed.history()) put(numberOf(documents.get(container.nodeDocument())));
      put(container.sandboxingFlags());
      put(container.allow().getOrElse("-"));
      put(container.isCredentialless() ? 1 : 0);
      put(container.srcOrigin().map(this::number).getOrElse(0));
    }

    private void write(Document document) {
      put(numberOf(browsingContexts.get(document.browsingContext())));
      put(number(document.origin()));
      put(document.isInitialAboutBlank() ? 1 : 0);
      put(document.error().isDefined() ? 1 : 0);
      put(document.openerPolicy().value().ordinal());
      put(number(document.coopOrigin()));
      if (observed.reportOnly()) put(document.openerPolicy().reportOnlyValue().ordinal());
      write(document.policyContainer());
      put(document.activeSandboxingFlags());
      put(document.permissionsPolicy().isEnabledByInheritance() ? 1 : 0);
      put(
          document.pagePolicy().value().ordinal() * 4
              + document.pagePolicy().isolationMode().ordinal());
      document.permissionsPolicy().declared().forEach(this::write);
      put(document.isSecureContext() ? 1 : 0);
      put(
          switch (document.agentClusterKey()) {
            case AgentClusterKey.OfOrigin ignored -> 1;
            case AgentClusterKey.OfSite ignored -> 0;
            case AgentClusterKey.InAPage ignored -> 2;
          });
      writeHandles(document.handles());
      if (observed.reports()) writeWhatReportsTell(document);
      goneNavigables.forEach(gone -> writeWhatReportsShow(document, gone));
      write(world.browsingContext(document.browsingContext()));
    }

    private void writeWhatReportsTell(Document document) {
      if (observed.reportedUrls()) writeReportedUrls(document);
      write(document.openerPolicy().reportingEndpoint(), document);
      write(document.openerPolicy().reportOnlyReportingEndpoint(), document);
      writeWatchedHandles(document);
      var browsingContext = world.browsingContext(document.browsingContext());
      put(browsingContext.creator().map(this::reference).getOrElse(0));
    }

    private void writeReportedUrls(Document document) {
      put(document.url().toString());
      put(document.referrer().map(Url::toString).getOrElse(""));
      put(document.redirectOrigins().size());
      document.redirectOrigins().forEach(origin -> put(number(origin)));
      var browsingContext = world.browsingContext(document.browsingContext());
      put(browsingContext.initialUrl().map(Url::toString).getOrElse(""));
      put(browsingContext.openerOriginAtCreation().map(this::number).getOrElse(0));
      put(browsingContext.initialUrlRequester().map(this::number).getOrElse(0));
      put(browsingContext.creator().map(this::reference).getOrElse(0));
    }

    private void write(Option<String> endpoint, Document document) {
      put(endpoint.getOrElse(""));
      var url = endpoint.flatMap(document.reportingEndpoints()::get);
      put(url.isDefined() ? 1 : 0);
      if (observed.reportedUrls()) put(url.map(Url::toString).getOrElse(""));
    }

    /** Handles that were left behind, where somebody is told if they are used. */
    private void writeWatchedHandles(Document document) {
      for (Handle handle : document.handles()) {
        boolean isGone = !browsingContexts.containsKey(handle.browsingContext());
        if (!isGone || world.accessMonitorsOn(handle.browsingContext()).isEmpty()) continue;
        put(goneBrowsingContext(handle.browsingContext()));
        Integer there = navigables.get(handle.navigable());
        put(there == null ? 255 : there + 1);
      }
      put(0);
    }

    private int goneBrowsingContext(BrowsingContextId id) {
      return 128 + goneBrowsingContexts.computeIfAbsent(id, key -> goneBrowsingContexts.size());
    }

    private void writeMonitors() {
      List<int[]> rows = new ArrayList<>();
      Map<String, Integer> initialUrls = new java.util.TreeMap<>();
      if (observed.reportedUrls()) {
        world
            .accessMonitors()
            .forEach(
                monitor ->
                    monitor
                        .initialUrl()
                        .forEach(url -> initialUrls.putIfAbsent(url.toString(), 0)));
      }
      int next = 1;
      for (var entry : initialUrls.entrySet()) entry.setValue(next++);
      for (AccessMonitor monitor : world.accessMonitors()) {
        rows.add(
            new int[] {
              anyReference(monitor.accessed()),
              monitor.direction().ordinal() * 2 + (monitor.isReportOnly() ? 1 : 0),
              anyReference(monitor.informed()),
              monitor.accessing().map(this::anyReference).getOrElse(0),
              anyReference(monitor.partner()),
              monitor.partnerIs().ordinal(),
              monitor
                  .initialUrl()
                  .map(url -> initialUrls.getOrDefault(url.toString(), 0))
                  .getOrElse(0)
            });
      }
      rows.sort(Arrays::compare);
      put(rows.size());
      for (int[] row : rows) {
        for (int each : row) put(each);
      }
      initialUrls.keySet().forEach(this::put);
    }

    private int anyReference(BrowsingContextId id) {
      Integer number = browsingContexts.get(id);
      return number == null ? goneBrowsingContext(id) : number + 1;
    }

    private void write(Allowlist allowlist) {
      switch (allowlist) {
        case Allowlist.All() -> put(254);
        case Allowlist.These(var origins) -> {
          put(origins.size());
          // The order of origins depends on their spelling; their numbers do not.
          int[] numbers =
              origins.toVector().map(this::number).toJavaStream().mapToInt(n -> n).toArray();
          Arrays.sort(numbers);
          for (int number : numbers) put(number);
        }
      }
    }

    private void write(PolicyContainer policyContainer) {
      put(policyContainer.cspSandboxingFlags());
      put(policyContainer.embedderPolicy().value().ordinal());
      if (observed.reportedUrls()) put(policyContainer.referrerPolicy().ordinal());
      if (observed.reportOnly()) put(policyContainer.embedderPolicy().reportOnlyValue().ordinal());
    }

    /** Handles that were left behind lead nowhere and never will again: they need not be seen. */
    private void writeHandles(SortedSet<Handle> handles) {
      int[] numbers = new int[handles.size()];
      int count = 0;
      for (Handle handle : handles) {
        Integer number = browsingContexts.get(handle.browsingContext());
        if (number != null) numbers[count++] = number;
      }
      Arrays.sort(numbers, 0, count);
      int previous = -1;
      for (int i = 0; i < count; i++) {
        if (numbers[i] != previous) put(numbers[i] + 1);
        previous = numbers[i];
      }
      put(0);
      if (observed.deadHandles()) put(handles.size() - count);
    }

    /** Also handles that were left behind, how handles were got, and why there is an error page. */
    private void writeWhatReportsShow(Document document, Map<NavigableId, Integer> gone) {
      List<int[]> rows = new ArrayList<>();
      for (Handle handle : document.handles()) {
        Integer there = navigables.get(handle.navigable());
        int navigable =
            there == null
                ? 128 + gone.computeIfAbsent(handle.navigable(), key -> gone.size())
                : there;
        Integer browsingContext = browsingContexts.get(handle.browsingContext());
        rows.add(
            new int[] {
              navigable,
              browsingContext == null ? 0 : browsingContext + 1,
              handle.obtained().ordinal()
            });
      }
      // Of one navigable, they stay in the order in which they came to be.
      rows.sort(Comparator.comparingInt(row -> row[0]));
      put(rows.size());
      for (int[] row : rows) {
        for (int each : row) put(each);
      }
      put(document.error().map(error -> error.ordinal() + 1).getOrElse(0));
    }

    private void write(BrowsingContext browsingContext) {
      browsingContext.group().forEach(group -> writeGroup(group.number(), browsingContext));
      put(browsingContext.opener().map(this::reference).getOrElse(0));
      put(browsingContext.isAuxiliary() ? 1 : 0);
      put(browsingContext.popupSandboxingFlags());
      put(browsingContext.onePermittedSandboxedNavigator().map(this::reference).getOrElse(0));
    }

    private void writeGroup(int group, BrowsingContext browsingContext) {
      put(groups.computeIfAbsent(group, key -> groups.size() + 1));
      var found = world.group(browsingContext.group().get());
      put(found.crossOriginIsolationMode().ordinal());
      put(found.commonCoopOrigin().map(this::number).getOrElse(0));
      put(coopGroups.computeIfAbsent(found.coopGroup().number(), key -> coopGroups.size() + 1));
      if (observed.reportOnly()) {
        put(virtualGroup(browsingContext.virtualBrowsingContextGroupId()));
        put(virtualGroup(browsingContext.virtualCoopGroupId()));
      }
      if (observed.originKeys()) {
        // By number, so that renaming origins does not show.
        int[] keys =
            found
                .historicalAgentClusterKeys()
                .toVector()
                .map(
                    entry ->
                        number(entry._1) * 2
                            + (entry._2 instanceof AgentClusterKey.OfOrigin ? 1 : 0))
                .toJavaStream()
                .mapToInt(n -> n)
                .toArray();
        Arrays.sort(keys);
        put(keys.length);
        for (int key : keys) put(key);
      }
    }

    private int virtualGroup(int id) {
      return id == 0 ? 0 : virtualGroups.computeIfAbsent(id, key -> virtualGroups.size() + 1);
    }

    private int reference(BrowsingContextId id) {
      Integer number = browsingContexts.get(id);
      return number == null ? 255 : number + 1;
    }

    private void writeHistory(Navigable navigable) {
      put(navigable.current());
      put(navigable.history().size());
      Map<DocumentId, Integer> gone = new HashMap<>();
      for (SessionHistoryEntry entry : navigable.history()) {
        put(entry.url().toString());
        Integer number = documents.get(entry.document());
        if (number != null) {
          put(number + 1);
          if (!entry.document().equals(navigable.activeDocument())) {
            write(world.document(entry.document()));
          }
        } else {
          put(0);
          put(gone.computeIfAbsent(entry.document(), key -> gone.size()));
        }
        put(entry.initiator().map(by -> number(by.origin())).getOrElse(0));
        boolean isNeeded = !entry.url().isHttp() || observed.reports();
        if (isNeeded) entry.initiator().forEach(this::write);
      }
    }

    private void write(Initiator initiator) {
      write(initiator.policyContainer());
      put(initiator.isSameOriginWithItsTopLevel() ? 1 : 0);
      put(initiator.topLevelOpenerPolicy().value().ordinal());
      put(initiator.topLevelOpenerPolicy().reportOnlyValue().ordinal());
      if (observed.reports()) {
        if (observed.reportedUrls()) put(initiator.url().toString());
        put(initiator.topLevelOpenerPolicy().reportingEndpoint().getOrElse(""));
        put(initiator.topLevelOpenerPolicy().reportOnlyReportingEndpoint().getOrElse(""));
      }
    }

    /** Who created whom, and which windows are younger than which documents with a policy. */
    private void writeCreation(List<NavigableId> windows) {
      for (NavigableId one : windows) {
        var document = world.activeDocument(one);
        var browsingContext = world.browsingContext(document.browsingContext());
        put(browsingContext.creator().map(this::reference).getOrElse(0));
        boolean hasAPolicy = document.openerPolicy().value() != OpenerPolicyValue.UNSAFE_NONE;
        if (!hasAPolicy) continue;
        int younger = 0;
        for (NavigableId other : windows) {
          boolean isYounger =
              world.activeDocument(other).browsingContext().number() > document.id().number();
          younger = younger * 2 + (isYounger ? 1 : 0);
        }
        put(younger);
      }
    }

    private int number(Origin origin) {
      return switch (origin) {
        case TupleOrigin tuple -> {
          Integer number = tupleOrigins.get(tuple);
          yield number == null ? 100 : number;
        }
        case OpaqueOrigin opaque ->
            128 + opaqueOrigins.computeIfAbsent(opaque, key -> opaqueOrigins.size());
      };
    }

    /** Bytes that no renaming changes; none if nothing of the world has the origin or the site. */
    @Nullable String bytesIfKnown(AgentClusterKey key) {
      return switch (key) {
        case AgentClusterKey.OfOrigin(var origin) -> bytesIfKnown(1, numberIfKnown(origin));
        case AgentClusterKey.OfSite(Site.Opaque(var opaque)) ->
            bytesIfKnown(0, numberIfKnown(opaque));
        case AgentClusterKey.OfSite(var site) ->
            bytesIfKnown(
                0,
                tupleOrigins.entrySet().stream()
                    .filter(entry -> entry.getKey().site().equals(site))
                    .map(Map.Entry::getValue)
                    .min(Comparator.naturalOrder())
                    .orElse(null));
        case AgentClusterKey.InAPage(var origin, var topLevelOrigin, var policy) ->
            bytesIfKnown(
                2 + policy.value().ordinal() * 4 + policy.isolationMode().ordinal(),
                numberIfKnown(origin),
                numberIfKnown(topLevelOrigin));
      };
    }

    private static @Nullable String bytesIfKnown(int kind, @Nullable Integer... numbers) {
      var bytes = new StringBuilder().append((char) kind);
      for (Integer number : numbers) {
        if (number == null) return null;
        bytes.append((char) number.intValue());
      }
      return bytes.toString();
    }

    private @Nullable Integer numberIfKnown(Origin origin) {
      return switch (origin) {
        case TupleOrigin tuple -> tupleOrigins.get(tuple);
        case OpaqueOrigin opaque -> numberIfKnown(opaque);
      };
    }

    private @Nullable Integer numberIfKnown(OpaqueOrigin opaque) {
      Integer number = opaqueOrigins.get(opaque);
      return number == null ? null : 128 + number;
    }

    private static int numberOf(@Nullable Integer number) {
      return number == null ? 255 : number;
    }

    private void put(SortedSet<SandboxingFlag> flags) {
      int bits = 0;
      for (SandboxingFlag flag : flags) bits |= 1 << flag.ordinal();
      put(bits);
    }

    private void put(String text) {
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      put(encoded.length >> 8);
      put(encoded.length & 255);
      for (byte each : encoded) put(each);
    }

    private void put(int value) {
      if (length == bytes.length) bytes = Arrays.copyOf(bytes, length * 2);
      if (!isAhead && !isBehind) compare(value & 255);
      bytes[length++] = (byte) value;
    }

    private void compare(int next) {
      int other = length < smallest.length ? smallest[length] & 255 : -1;
      isAhead = next < other;
      isBehind = next > other;
    }

    /** For what may be more than a byte holds. */
    void putInt(int value) {
      for (int shift = 24; shift >= 0; shift -= 8) put(value >> shift);
    }
  }

  /** What two worlds have in common, but for what is in them. */
  private static final class Relation {
    private final Named a;
    private final Pass first;
    private final Named b;
    private final Pass second;

    Relation(Named a, Pass first, Named b, Pass second) {
      this.a = a;
      this.first = first;
      this.b = b;
      this.second = second;
    }

    void write(SortedSet<Observable> numbered) {
      for (Navigable navigable : second.inOrder) putNumber(first.navigables.get(navigable.id()));
      writeLabels();
      var inA = a.watch.numbers();
      var inB = b.watch.numbers();
      for (Observable kind : numbered) {
        switch (kind) {
          case GROUP -> {
            second.putInt(inA.groups().size() - inB.groups().size());
            writeEqual(groups(first, inA), groups(second, inB));
          }
          case COOP_GROUP -> {
            second.putInt(inA.coopGroups().size() - inB.coopGroups().size());
            writeEqual(coopGroups(first, inA), coopGroups(second, inB));
          }
          case VIRTUAL_GROUP -> {
            second.putInt(inA.virtualGroups().size() - inB.virtualGroups().size());
            writeEqual(virtualGroups(first, inA), virtualGroups(second, inB));
          }
          case AGENT_CLUSTER -> {
            second.putInt(inA.clusters().size() - inB.clusters().size());
            writeEqual(clusters(first, inA.clusters()), clusters(second, inB.clusters()));
          }
          case PROCESS -> {
            second.putInt(inA.processCount() - inB.processCount());
            // Of several processes that become one, the first keeps its number: order counts.
            writeRanked(clusters(first, inA.processes()), clusters(second, inB.processes()));
          }
          default -> throw new EngineDefect(kind + " is no number");
        }
      }
    }

    private void putNumber(@Nullable Integer number) {
      second.put(number == null ? 0 : number + 1);
    }

    /** The labels that do not mean the same in both. */
    private void writeLabels() {
      List<NavigableId> parted = new ArrayList<>();
      for (NavigableId label : labels()) {
        NavigableId inA = a.watch.meant(label);
        NavigableId inB = b.watch.meant(label);
        boolean isThere = a.world.hasNavigable(inA) || b.world.hasNavigable(inB);
        if (isThere && !inA.equals(inB)) parted.add(label);
      }
      second.put(parted.size());
      for (NavigableId label : parted) {
        putNumber(first.navigables.get(a.watch.meant(label)));
        putNumber(second.navigables.get(b.watch.meant(label)));
      }
    }

    private Vector<NavigableId> labels() {
      return a.watch.labels().given().appendAll(b.watch.labels().given()).distinct();
    }

    /**
     * @param thing a thing of one world, by bytes that no renaming changes
     * @param number its number in the run, 0 if it has none
     */
    private record Row(String thing, int number) {}

    private List<Row> groups(Pass pass, Numbers numbers) {
      List<Row> rows = new ArrayList<>();
      pass.groups.forEach(
          (id, index) ->
              rows.add(row(numbers.groups().get(new BrowsingContextGroupId(id)), index)));
      return sorted(rows);
    }

    private List<Row> coopGroups(Pass pass, Numbers numbers) {
      List<Row> rows = new ArrayList<>();
      pass.groups.forEach(
          (id, index) -> {
            var group = pass.world.group(new BrowsingContextGroupId(id));
            rows.add(row(numbers.coopGroups().get(group.coopGroup()), index));
          });
      return sorted(rows);
    }

    private List<Row> virtualGroups(Pass pass, Numbers numbers) {
      List<Row> rows = new ArrayList<>();
      numbers
          .virtualGroups()
          .forEach(
              (virtual, number) -> {
                Integer group = pass.groups.get(virtual.group().number());
                Integer index =
                    virtual.id() == 0 ? Integer.valueOf(0) : pass.virtualGroups.get(virtual.id());
                if (group != null && index != null) {
                  rows.add(row(Option.some(number), group, index));
                }
              });
      return sorted(rows);
    }

    /** What is gone from the world does not come back; but clusters of groups that are there do. */
    private List<Row> clusters(Pass pass, SortedMap<AgentCluster, Integer> numbers) {
      List<Row> rows = new ArrayList<>();
      numbers.forEach(
          (cluster, number) -> {
            Integer group = pass.groups.get(cluster.group().number());
            String key = pass.bytesIfKnown(cluster.key());
            if (group != null && key != null) {
              rows.add(new Row(Character.toString(group) + key, number));
            }
          });
      return sorted(rows);
    }

    private static Row row(Option<Integer> number, int... thing) {
      return new Row(new String(thing, 0, thing.length), number.getOrElse(0));
    }

    private static List<Row> sorted(List<Row> rows) {
      rows.sort(Comparator.comparing(Row::thing));
      return rows;
    }

    /** Which numbers are the same, but not which they are. */
    private void writeEqual(List<Row> inA, List<Row> inB) {
      Map<Integer, Integer> met = new HashMap<>();
      write(inA, number -> met.computeIfAbsent(number, key -> met.size()));
      write(inB, number -> met.computeIfAbsent(number, key -> met.size()));
    }

    /** Which numbers are the same, and which are smaller. */
    private void writeRanked(List<Row> inA, List<Row> inB) {
      var ranks = new java.util.TreeSet<Integer>();
      inA.forEach(row -> ranks.add(row.number));
      inB.forEach(row -> ranks.add(row.number));
      write(inA, number -> ranks.headSet(number).size());
      write(inB, number -> ranks.headSet(number).size());
    }

    private void write(List<Row> rows, IntUnaryOperator renamed) {
      second.put(rows.size());
      for (Row row : rows) {
        row.thing.chars().forEach(second::put);
        second.put(row.number == 0 ? 0 : 1);
        if (row.number != 0) second.put(renamed.applyAsInt(row.number));
      }
    }
  }
}
