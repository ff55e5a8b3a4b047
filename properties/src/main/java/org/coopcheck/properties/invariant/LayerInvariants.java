package org.coopcheck.properties.invariant;

import static org.coopcheck.properties.invariant.GroupInvariants.name;
import static org.coopcheck.properties.invariant.GroupInvariants.violation;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.process.Processes;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.DocumentId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.StepKind;

/** How agent clusters, browsing context groups, access and processes lie inside each other. */
public final class LayerInvariants {
  private static final Source AGENTS =
      Source.html("webappapis.html#integration-with-the-javascript-agent-cluster-formalism");
  private static final Source PAGE_ISOLATION =
      Source.of(
          "Cross-Page-Window-Proxy-Policy explainer", "https://github.com/hemeryar/explainers");

  private LayerInvariants() {}

  /** I1. */
  public static final Invariant CLUSTERS_STAY_IN_A_PROCESS =
      new Invariant(
          "clusters-stay-in-a-process",
          "I1",
          "All documents of an agent cluster are in one process.",
          PAGE_ISOLATION,
          Sight.WORLD,
          TreeSet.empty(),
          moment -> {
            var processes =
                Processes.processes(moment.world(), moment.variant(), moment.capabilities());
            return clusterMates(moment.world())
                .find(pair -> !isTogether(processes, pair.first(), pair.second()))
                .map(
                    pair ->
                        violation(
                            moment,
                            pair.both(),
                            "%s and %s share the agent cluster of %s, but are in different processes"
                                .formatted(
                                    name(moment, pair.first()),
                                    name(moment, pair.second()),
                                    moment.world().agentClusterOf(pair.first()).key())));
          },
          "two documents share an agent cluster",
          moment -> !clusterMates(moment.world()).isEmpty());

  /** I2. */
  public static final Invariant SYNCHRONOUS_ACCESS_IS_INSIDE_A_CLUSTER =
      new Invariant(
          "synchronous-access-is-inside-a-cluster",
          "I2",
          "A document whose DOM a script of another document can use is in the same agent cluster,"
              + " and so in the same browsing context group.",
          AGENTS,
          Sight.WORLD,
          TreeSet.of(StepKind.ORIGIN_AGENT_CLUSTER),
          moment ->
              Pair.reachingIn(moment)
                  .filter(
                      pair ->
                          Access.canScript(
                              moment.world(), pair.first(), pair.second(), moment.variant()))
                  .find(pair -> !pair.isInOneCluster(moment.world()))
                  .map(
                      pair ->
                          violation(
                              moment,
                              pair.both(),
                              "%s can script %s, but their agent clusters are %s and %s"
                                  .formatted(
                                      name(moment, pair.first()),
                                      name(moment, pair.second()),
                                      moment.world().agentClusterOf(pair.first()),
                                      moment.world().agentClusterOf(pair.second())))),
          "a document can script another",
          moment ->
              Pair.reachingIn(moment)
                  .exists(
                      pair ->
                          Access.canScript(
                              moment.world(), pair.first(), pair.second(), moment.variant())));

  /** I3. */
  public static final Invariant ACCESS_IS_INSIDE_A_GROUP =
      new Invariant(
              "access-is-inside-a-group",
              "I3",
              "A document that a script of another document can reach is in the same browsing context"
                  + " group.",
              PAGE_ISOLATION,
              Sight.WORLD,
              TreeSet.empty(),
              moment ->
                  Pair.reachingIn(moment)
                      .find(pair -> !pair.isInOneGroup(moment.world()))
                      .map(
                          pair ->
                              violation(
                                  moment,
                                  pair.both(),
                                  "%s can reach %s, but is in another browsing context group"
                                      .formatted(
                                          name(moment, pair.first()),
                                          name(moment, pair.second())))),
              "a document can reach another",
              moment -> !Pair.reachingIn(moment).isEmpty())
          .withScope(Scope.WITHOUT_COOP_GROUPS);

  /** I5. */
  public static final Invariant SAME_ORIGIN_SHARES_A_CLUSTER =
      new Invariant(
              "same-origin-shares-a-cluster",
              "I5",
              "Documents of one browsing context group that are same origin share an agent cluster, so"
                  + " that scripts of one can use the DOM of the other once they have its window.",
              AGENTS,
              Sight.WORLD,
              TreeSet.of(StepKind.ORIGIN_AGENT_CLUSTER),
              moment ->
                  sameOriginPairs(moment.world())
                      .find(pair -> !pair.isInOneCluster(moment.world()))
                      .map(
                          pair ->
                              violation(
                                  moment,
                                  pair.both(),
                                  "%s and %s are same origin (%s) and share a group, but their agent clusters are %s and %s"
                                      .formatted(
                                          name(moment, pair.first()),
                                          name(moment, pair.second()),
                                          pair.first().origin(),
                                          moment.world().agentClusterOf(pair.first()).key(),
                                          moment.world().agentClusterOf(pair.second()).key()))),
              "two documents of one group are same origin",
              moment -> !sameOriginPairs(moment.world()).isEmpty())
          .withScope(Scope.WITHOUT_PAGE_POLICIES);

  private static Vector<Pair> clusterMates(World world) {
    return Pair.allIn(world).filter(pair -> pair.isInOneCluster(world));
  }

  private static Vector<Pair> sameOriginPairs(World world) {
    return Pair.allIn(world).filter(pair -> pair.isInOneGroup(world) && pair.isSameOrigin());
  }

  private static boolean isTogether(
      Vector<SortedSet<DocumentId>> processes, Document a, Document b) {
    return processes.exists(each -> each.contains(a.id()) && each.contains(b.id()));
  }
}
