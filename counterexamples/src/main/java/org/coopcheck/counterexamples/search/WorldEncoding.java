package org.coopcheck.counterexamples.search;

import io.vavr.collection.SortedSet;
import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coopcheck.model.origin.OpaqueOrigin;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.TupleOrigin;
import org.coopcheck.model.policy.Allowlist;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.PolicyContainer;
import org.coopcheck.model.policy.SandboxingFlag;
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
  private final Observed observed;
  private final Vector<Map<TupleOrigin, Integer>> originNumberings;

  /**
   * @param observed what tells worlds apart
   * @param origins the tuple origins that can occur
   */
  public WorldEncoding(Observed observed, Vector<TupleOrigin> origins) {
    this.observed = observed;
    // NB: URLs in session history contain origins as text, which no numbering renames; then only
    // windows are renamed.
    boolean renamesOrigins = observed.symmetry() && !observed.history();
    this.originNumberings =
        (renamesOrigins ? siteKeepingOrders(origins) : Vector.of(origins))
            .map(WorldEncoding::numbered);
  }

  private static Vector<Vector<TupleOrigin>> siteKeepingOrders(Vector<TupleOrigin> origins) {
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
    List<NavigableId> windows = new ArrayList<>();
    world.topLevelTraversables().forEach(window -> windows.add(window.id()));
    byte[] smallest = null;
    for (List<NavigableId> order : orders(world, windows)) {
      for (Map<TupleOrigin, Integer> numbering : originNumberings) {
        byte[] bytes = new Pass(world, numbering).encode(order);
        if (smallest == null || Arrays.compareUnsigned(bytes, smallest) < 0) smallest = bytes;
      }
    }
    return smallest == null ? new byte[0] : smallest;
  }

  /** A window with what tells it apart at a glance. */
  private record Signed(NavigableId window, int signature) {}

  private List<List<NavigableId>> orders(World world, List<NavigableId> windows) {
    if (!observed.symmetry()) return List.of(windows);
    List<Signed> signed = new ArrayList<>();
    for (NavigableId window : windows) signed.add(new Signed(window, signature(world, window)));
    signed.sort(Comparator.comparingInt(Signed::signature));
    List<List<NavigableId>> orders = new ArrayList<>();
    permute(signed, 0, orders);
    return orders;
  }

  /** All orders that differ from this one only among windows of equal signature. */
  private static void permute(List<Signed> order, int from, List<List<NavigableId>> orders) {
    if (from == order.size()) {
      orders.add(order.stream().map(Signed::window).toList());
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
  private static int signature(World world, NavigableId window) {
    var document = world.activeDocument(window);
    var browsingContext = world.browsingContext(document.browsingContext());
    int signature = document.openerPolicy().value().ordinal();
    signature = signature * 2 + (document.isInitialAboutBlank() ? 1 : 0);
    signature = signature * 2 + (browsingContext.isAuxiliary() ? 1 : 0);
    signature = signature * 2 + (browsingContext.opener().isDefined() ? 1 : 0);
    signature = signature * 2 + (document.error().isDefined() ? 1 : 0);
    signature = signature * 2 + (document.origin() instanceof OpaqueOrigin ? 1 : 0);
    signature = signature * 4 + document.policyContainer().embedderPolicy().value().ordinal();
    signature = signature * 8 + Math.min(7, document.handles().size());
    return signature * 8 + Math.min(7, world.childNavigables(document.id()).size());
  }

  /** One way of writing a world down. */
  private final class Pass {
    private final World world;
    private final Map<TupleOrigin, Integer> tupleOrigins;
    private final Map<OpaqueOrigin, Integer> opaqueOrigins = new HashMap<>();
    private final Map<Integer, Integer> groups = new HashMap<>();
    private final Map<Integer, Integer> coopGroups = new HashMap<>();
    private final Map<Integer, Integer> virtualGroups = new HashMap<>();
    private final Map<NavigableId, Integer> navigables = new HashMap<>();
    private final Map<DocumentId, Integer> documents = new HashMap<>();
    private final Map<BrowsingContextId, Integer> browsingContexts = new HashMap<>();
    private final List<Navigable> inOrder = new ArrayList<>();
    private byte[] bytes = new byte[128];
    private int length;

    Pass(World world, Map<TupleOrigin, Integer> tupleOrigins) {
      this.world = world;
      this.tupleOrigins = tupleOrigins;
    }

    byte[] encode(List<NavigableId> windows) {
      for (NavigableId window : windows) enter(window);
      put(inOrder.size());
      for (Navigable navigable : inOrder) write(navigable);
      if (observed.creation()) writeCreation(windows);
      return Arrays.copyOf(bytes, length);
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
      for (NavigableId child : world.childNavigables(navigable.activeDocument())) enter(child);
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
      SortedMap<Integer, String> known = new TreeMap<>();
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
      write(world.browsingContext(document.browsingContext()));
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
      if (observed.reportOnly()) put(policyContainer.embedderPolicy().reportOnlyValue().ordinal());
    }

    /** Handles that were left behind lead nowhere and never will again. */
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
        int id = browsingContext.virtualBrowsingContextGroupId();
        put(id == 0 ? 0 : virtualGroups.computeIfAbsent(id, key -> virtualGroups.size() + 1));
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
        if (!entry.url().isHttp()) entry.initiator().forEach(this::write);
      }
    }

    private void write(Initiator initiator) {
      write(initiator.policyContainer());
      put(initiator.isSameOriginWithItsTopLevel() ? 1 : 0);
      put(initiator.topLevelOpenerPolicy().value().ordinal());
      put(initiator.topLevelOpenerPolicy().reportOnlyValue().ordinal());
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
      bytes[length++] = (byte) value;
    }
  }
}
