package org.coopcheck.counterexamples.solver;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coopcheck.counterexamples.search.WorkReduction;
import org.coopcheck.counterexamples.search.WorldEncoding;
import org.coopcheck.model.context.Groups.Purpose;
import org.coopcheck.model.origin.TupleOrigin;
import org.coopcheck.model.variant.GroupRelation;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.Handle;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.generator.WorldRenaming;

/**
 * All windows that were met, each seen alone and known by a number; what takes worlds apart into
 * them, and puts worlds together of them.
 *
 * <p>A world of a search without session history, names and report-only policies is its parts and
 * what is {@link Between} them, and nothing else.
 */
final class Parts {
  /** Under which worlds that are renamings of each other are different ones. */
  static final SortedSet<WorkReduction> NAMED = WorkReduction.ALL.remove(WorkReduction.SYMMETRY);

  private final WorldEncoding encoding;
  private final Vector<WorldRenaming> renamings;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();

  /**
   * @param encoding tells windows apart that are seen alone
   * @param origins the origins that can occur
   */
  Parts(WorldEncoding encoding, Vector<TupleOrigin> origins) {
    this.encoding = encoding;
    this.renamings =
        WorldEncoding.siteKeepingOrders(origins)
            .map(
                order -> new WorldRenaming(TreeMap.empty(), TreeMap.ofEntries(origins.zip(order))));
  }

  int size() {
    return parts.size();
  }

  Part get(int number) {
    return parts.get(number);
  }

  /**
   * A world as its windows, in the order of their labels, and what is between each and those after
   * it.
   *
   * @param parts the numbers of the windows
   * @param betweens first those of the first window, with the second, the third...
   */
  record Apart(Vector<Integer> parts, Vector<Between> betweens) {}

  // Apart.

  Apart takenApart(World world) {
    var windows = world.topLevelTraversables().map(each -> each.id());
    var numbers = windows.map(window -> numberOf(Part.of(world, window)));
    var betweens =
        pairs(windows.size())
            .map(pair -> between(world, windows.get(pair.first()), windows.get(pair.second())));
    return new Apart(numbers, betweens);
  }

  private int numberOf(Part part) {
    var key = key(part);
    if (!numbers.containsKey(key)) {
      add(part);
      // What can happen among some origins can happen among others.
      renamings.map(renaming -> new Part(renaming.of(part.world()))).forEach(this::add);
    }
    return numbers.getOrDefault(key, -1);
  }

  private void add(Part part) {
    if (numbers.putIfAbsent(key(part), parts.size()) == null) parts.add(part);
  }

  private String key(Part part) {
    return new String(encoding.encode(part.world()), StandardCharsets.ISO_8859_1);
  }

  /** What is between two windows of a world. */
  static Between between(World world, NavigableId first, NavigableId second) {
    var one = browsingContexts(world, first);
    var other = browsingContexts(world, second);
    return new Between(
        relation(world, one.head(), other.head()),
        opener(one.head(), other),
        opener(other.head(), one),
        handles(world, first, other),
        handles(world, second, one));
  }

  private static Vector<BrowsingContext> browsingContexts(World world, NavigableId window) {
    return world.inclusiveDescendants(window).map(world::activeBrowsingContext);
  }

  private static GroupRelation relation(World world, BrowsingContext one, BrowsingContext other) {
    var groupOfOne = world.groupOf(one);
    var groupOfOther = world.groupOf(other);
    if (groupOfOne.equals(groupOfOther)) return GroupRelation.SAME_GROUP;
    return groupOfOne.coopGroup().equals(groupOfOther.coopGroup())
        ? GroupRelation.SAME_COOP_GROUP
        : GroupRelation.UNRELATED;
  }

  private static int opener(BrowsingContext of, Vector<BrowsingContext> among) {
    return among.indexWhere(each -> of.opener().contains(each.id()));
  }

  private static long handles(World world, NavigableId window, Vector<BrowsingContext> on) {
    long bits = 0;
    var inside = world.inclusiveDescendants(window);
    for (int i = 0; i < inside.size(); i++) {
      for (Handle handle : world.activeDocument(inside.get(i)).handles()) {
        int there = on.indexWhere(each -> each.id().equals(handle.browsingContext()));
        if (there >= 0) bits |= Between.handle(i, there);
      }
    }
    return bits;
  }

  // Together.

  World together(Apart apart) {
    World world = World.EMPTY;
    var windows = Vector.<NavigableId>empty();
    int frames = 0;
    for (int i = 0; i < apart.parts().size(); i++) {
      var part = get(apart.parts().get(i));
      var names = labels(part, i + 1, frames);
      var window = names.get(part.window()).get();
      world =
          union(
              world,
              new WorldRenaming(names, TreeMap.empty(), world.nextNumber()).of(part.world()));
      windows = windows.append(window);
      frames += names.size() - 1;
    }
    var pairs = pairs(windows.size());
    for (int i = 0; i < pairs.size(); i++) {
      world =
          connected(
              world,
              windows.get(pairs.get(i).first()),
              windows.get(pairs.get(i).second()),
              apart.betweens().get(i));
    }
    return world;
  }

  private static TreeMap<NavigableId, NavigableId> labels(Part part, int window, int frames) {
    var names = TreeMap.of(part.window(), new NavigableId("w" + window));
    int number = frames;
    for (NavigableId frame : part.navigables().tail()) {
      names = names.put(frame, new NavigableId("f" + ++number));
    }
    return names;
  }

  private static World union(World one, World other) {
    return new World(
        one.navigables().merge(other.navigables()),
        one.browsingContexts().merge(other.browsingContexts()),
        one.groups().merge(other.groups()),
        one.documents().merge(other.documents()),
        one.accessMonitors().union(other.accessMonitors()),
        other.nextNumber());
  }

  private static World connected(
      World world, NavigableId first, NavigableId second, Between between) {
    var one = world.activeBrowsingContext(first);
    var other = world.activeBrowsingContext(second);
    World related =
        switch (between.relation()) {
          case SAME_GROUP -> inOneGroup(world, one, other);
          case SAME_COOP_GROUP -> inOneCoopGroup(world, one, other);
          case UNRELATED -> world;
        };
    World opened = withOpener(related, second, between.openerOfSecond(), first);
    World both = withOpener(opened, first, between.openerOfFirst(), second);
    return withHandles(
        withHandles(both, first, between.handlesOfFirst(), second),
        second,
        between.handlesOfSecond(),
        first);
  }

  private static World inOneGroup(World world, BrowsingContext one, BrowsingContext other) {
    var left = other.group().get();
    return world
        .withBrowsingContext(world.browsingContext(other.id()).withGroup(one.group()))
        .withGroups(left.equals(one.group().get()) ? world.groups() : world.groups().remove(left));
  }

  private static World inOneCoopGroup(World world, BrowsingContext one, BrowsingContext other) {
    return world.withGroup(world.groupOf(other).withCoopGroup(world.groupOf(one).coopGroup()));
  }

  private static World withOpener(World world, NavigableId window, int place, NavigableId other) {
    if (place == Between.NONE) return world;
    var opener = browsingContexts(world, other).get(place).id();
    return world.withBrowsingContext(
        world.activeBrowsingContext(window).withOpener(Option.some(opener)));
  }

  private static World withHandles(World world, NavigableId window, long bits, NavigableId other) {
    World all = world;
    var inside = world.inclusiveDescendants(window);
    var there = world.inclusiveDescendants(other);
    for (int i = 0; i < inside.size(); i++) {
      for (int j = 0; j < there.size(); j++) {
        if ((bits & Between.handle(i, j)) == 0) continue;
        var on = there.get(j);
        all =
            all.withHandle(
                all.activeDocument(inside.get(i)).id(),
                new Handle(on, all.activeBrowsingContext(on).id(), Handle.Obtained.OPEN));
      }
    }
    return all;
  }

  /** Whether two windows can be in one browsing context group. */
  static boolean canShareAGroup(Part one, Part other) {
    return purpose(one).equals(purpose(other));
  }

  private static Purpose purpose(Part part) {
    var group = part.group();
    return new Purpose(group.crossOriginIsolationMode(), group.commonCoopOrigin());
  }

  /** Two windows of a world, by their places. */
  record Places(int first, int second) {}

  static Vector<Places> pairs(int windows) {
    return Vector.range(0, windows)
        .flatMap(
            first -> Vector.range(first + 1, windows).map(second -> new Places(first, second)));
  }

  static Vector<Document> documents(Part part) {
    return part.navigables().map(part.world()::activeDocument);
  }
}
