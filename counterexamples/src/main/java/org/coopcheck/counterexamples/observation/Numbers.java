package org.coopcheck.counterexamples.observation;

import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;
import org.coopcheck.model.world.AgentCluster;
import org.coopcheck.model.world.BrowsingContextGroupId;
import org.coopcheck.model.world.CoopGroupId;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.DocumentId;
import org.coopcheck.model.world.World;

/**
 * Small numbers for groups, clusters and processes, given in the order in which they are first seen
 * and kept for the whole run.
 *
 * @param groups the numbers of browsing context groups
 * @param coopGroups the numbers of COOP groups
 * @param virtualGroups the numbers of virtual browsing context groups
 * @param clusters the numbers of agent clusters
 * @param processes the processes in which agent clusters were last seen
 * @param processOf the processes of the documents that are there
 * @param processCount how many numbers of processes are given away
 */
public record Numbers(
    SortedMap<BrowsingContextGroupId, Integer> groups,
    SortedMap<CoopGroupId, Integer> coopGroups,
    SortedMap<VirtualGroup, Integer> virtualGroups,
    SortedMap<AgentCluster, Integer> clusters,
    SortedMap<AgentCluster, Integer> processes,
    SortedMap<DocumentId, Integer> processOf,
    int processCount) {
  /** None. */
  public static final Numbers NONE =
      new Numbers(
          TreeMap.empty(),
          TreeMap.empty(),
          TreeMap.empty(),
          TreeMap.empty(),
          TreeMap.empty(),
          TreeMap.empty(),
          0);

  /**
   * @param group the browsing context group in which the number means something
   * @param id the virtual browsing context group ID
   */
  public record VirtualGroup(BrowsingContextGroupId group, int id)
      implements Comparable<VirtualGroup> {
    @Override
    public int compareTo(VirtualGroup other) {
      return Comparator.comparing(VirtualGroup::group)
          .thenComparingInt(VirtualGroup::id)
          .compare(this, other);
    }

    static VirtualGroup of(World world, Document document) {
      var top = world.topLevelBrowsingContext(world.browsingContext(document.browsingContext()));
      return new VirtualGroup(world.groupOf(document).id(), top.virtualBrowsingContextGroupId());
    }
  }

  /**
   * @param world the world after a step
   * @param documents its documents, in the order in which they are looked at
   * @param processClasses the documents that share processes
   */
  Numbers after(
      World world, Vector<Document> documents, Vector<SortedSet<DocumentId>> processClasses) {
    var numbered =
        documents.foldLeft(
            this,
            (numbers, document) ->
                new Numbers(
                    with(numbers.groups, world.groupOf(document).id()),
                    with(numbers.coopGroups, world.groupOf(document).coopGroup()),
                    with(numbers.virtualGroups, VirtualGroup.of(world, document)),
                    with(numbers.clusters, world.agentClusterOf(document)),
                    numbers.processes,
                    TreeMap.empty(),
                    numbers.processCount));
    return numbered.withProcesses(
        world,
        documents
            .flatMap(document -> processClasses.find(each -> each.contains(document.id())))
            .distinct());
  }

  private static <T> SortedMap<T, Integer> with(SortedMap<T, Integer> numbers, T thing) {
    return numbers.containsKey(thing) ? numbers : numbers.put(thing, numbers.size() + 1);
  }

  /**
   * A process is the same as before if an agent cluster in it was in it before; of two that were one
   * process, only the first is.
   */
  private Numbers withProcesses(World world, Vector<SortedSet<DocumentId>> classes) {
    var numbers = this;
    SortedSet<Integer> claimed = TreeSet.empty();
    for (var documents : classes) {
      var inside = documents.map(id -> world.agentClusterOf(world.document(id)));
      SortedSet<Integer> taken = claimed;
      Option<Integer> before =
          inside.toVector().flatMap(processes::get).filter(n -> !taken.contains(n)).min();
      int number = before.getOrElse(numbers.processCount + 1);
      claimed = claimed.add(number);
      numbers = numbers.withProcess(number, documents, inside);
    }
    return numbers;
  }

  private Numbers withProcess(
      int number, SortedSet<DocumentId> documents, SortedSet<AgentCluster> inside) {
    return new Numbers(
        groups,
        coopGroups,
        virtualGroups,
        clusters,
        inside.foldLeft(processes, (each, cluster) -> each.put(cluster, number)),
        documents.foldLeft(processOf, (each, id) -> each.put(id, number)),
        Math.max(processCount, number));
  }

  int browsingContextGroup(World world, Document document) {
    return groups.get(world.groupOf(document).id()).get();
  }

  int coopGroup(World world, Document document) {
    return coopGroups.get(world.groupOf(document).coopGroup()).get();
  }

  int virtualBrowsingContextGroup(World world, Document document) {
    return virtualGroups.get(VirtualGroup.of(world, document)).get();
  }

  int agentCluster(World world, Document document) {
    return clusters.get(world.agentClusterOf(document)).get();
  }

  int process(Document document) {
    return processOf.get(document.id()).get();
  }
}
