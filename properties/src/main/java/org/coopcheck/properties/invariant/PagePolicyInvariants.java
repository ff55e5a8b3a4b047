package org.coopcheck.properties.invariant;

import static org.coopcheck.properties.invariant.GroupInvariants.name;
import static org.coopcheck.properties.invariant.GroupInvariants.violation;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import org.coopcheck.model.agent.CrossOriginIsolation;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.policy.CrossPageWindowProxyPolicy;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.window.Names;
import org.coopcheck.model.world.Navigable;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.StepKind;

/** What a Cross-Page-Window-Proxy-Policy promises. */
public final class PagePolicyInvariants {
  private static final Source EXPLAINER =
      Source.of(
          "Cross-Page-Window-Proxy-Policy explainer", "https://github.com/hemeryar/explainers");
  private static final Vector<String> LEFT_TO_OTHER_PAGES =
      Vector.of("closed", "opener", "postMessage");

  private PagePolicyInvariants() {}

  /** W1. */
  public static final Invariant CLUSTERS_DO_NOT_MIX_ISOLATION =
      new Invariant(
              "clusters-do-not-mix-isolation",
              "W1",
              "All documents of an agent cluster have one isolation mode.",
              EXPLAINER,
              Sight.WORLD,
              TreeSet.of(StepKind.PAGE_POLICY),
              moment ->
                  Pair.allIn(moment.world())
                      .filter(pair -> pair.isInOneCluster(moment.world()))
                      .find(pair -> !hasOneIsolationMode(moment.world(), pair))
                      .map(
                          pair ->
                              violation(
                                  moment,
                                  pair.both(),
                                  "%s and %s share an agent cluster, but the isolation mode of %s is %s and that of %s is %s"
                                      .formatted(
                                          name(moment, pair.first()),
                                          name(moment, pair.second()),
                                          name(moment, pair.first()),
                                          CrossOriginIsolation.isolationMode(
                                              moment.world(), pair.first()),
                                          name(moment, pair.second()),
                                          CrossOriginIsolation.isolationMode(
                                              moment.world(), pair.second())))),
              "two documents share an agent cluster, and another is isolated",
              moment ->
                  Pair.allIn(moment.world())
                      .exists(
                          pair ->
                              !hasOneIsolationMode(moment.world(), pair)
                                  || pair.isInOneCluster(moment.world())))
          .withScope(Scope.EVERY_VARIANT);

  /** W2. */
  public static final Invariant OTHER_POLICIES_ARE_NOT_SCRIPTED =
      new Invariant(
              "other-policies-are-not-scripted",
              "W2",
              "No document scripts, or shares an agent cluster with, a document of a page with another"
                  + " policy.",
              EXPLAINER,
              Sight.WORLD,
              TreeSet.of(StepKind.PAGE_POLICY),
              moment ->
                  Pair.allIn(moment.world())
                      .filter(pair -> !hasOnePolicy(moment.world(), pair))
                      .find(
                          pair ->
                              pair.isInOneCluster(moment.world())
                                  || Access.canScript(
                                      moment.world(),
                                      pair.first(),
                                      pair.second(),
                                      moment.variant()))
                      .map(
                          pair ->
                              violation(
                                  moment,
                                  pair.both(),
                                  "%s and %s are in pages with different policies, but not kept apart"
                                      .formatted(
                                          name(moment, pair.first()),
                                          name(moment, pair.second())))),
              "two same-origin documents of one group are in pages with different policies",
              moment ->
                  Pair.allIn(moment.world())
                      .exists(
                          pair ->
                              !hasOnePolicy(moment.world(), pair)
                                  && pair.isInOneGroup(moment.world())
                                  && pair.isSameOrigin()))
          .withScope(Scope.PAGE_POLICIES);

  /** W3. */
  public static final Invariant OTHER_PAGES_GET_THREE_PROPERTIES =
      new Invariant(
              "other-pages-get-three-properties",
              "W3",
              "Between pages of different top-level origins or policies, of which one has a policy,"
                  + " only closed, opener and postMessage() are within reach; so nothing is navigated.",
              EXPLAINER,
              Sight.WORLD,
              TreeSet.of(StepKind.PAGE_POLICY),
              moment ->
                  keptApart(moment)
                      .flatMap(
                          pair ->
                              Access.CROSS_ORIGIN_ACCESSIBLE_WINDOW_PROPERTY_NAMES
                                  .find(
                                      property ->
                                          !LEFT_TO_OTHER_PAGES.contains(property)
                                              && Access.allows(
                                                  moment.world(),
                                                  pair.first(),
                                                  pair.second(),
                                                  property,
                                                  moment.variant()))
                                  .map(
                                      property ->
                                          violation(
                                              moment,
                                              pair.both(),
                                              "%s can use %s of %s, though a policy keeps their pages apart"
                                                  .formatted(
                                                      name(moment, pair.first()),
                                                      property,
                                                      name(moment, pair.second())))))
                      .headOption(),
              "a document can reach a page that a policy keeps apart from its own",
              moment -> !keptApart(moment).isEmpty())
          .withScope(Scope.PAGE_POLICIES);

  /** W4. */
  public static final Invariant NAMES_STAY_AMONG_EQUAL_PAGES =
      new Invariant(
              "names-stay-among-equal-pages",
              "W4",
              "A name leads from one page to another only if both have the same policy and isolation.",
              EXPLAINER,
              Sight.WORLD,
              TreeSet.of(StepKind.PAGE_POLICY, StepKind.NAME),
              moment ->
                  foundByName(moment)
                      .find(pair -> !hasOnePolicy(moment.world(), pair))
                      .map(
                          pair ->
                              violation(
                                  moment,
                                  pair.both(),
                                  "%s finds %s by its name, though their pages have different policies"
                                      .formatted(
                                          name(moment, pair.first()),
                                          name(moment, pair.second())))),
              "a page with a policy is found by its name from another page",
              moment ->
                  foundByName(moment)
                      .exists(
                          pair ->
                              hasAPolicy(moment.world(), pair)
                                  && hasOnePolicy(moment.world(), pair)
                                  && !pair.isInOnePage(moment.world())))
          .withScope(Scope.PAGE_POLICIES);

  private static boolean hasOneIsolationMode(World world, Pair pair) {
    return CrossOriginIsolation.isolationMode(world, pair.first())
        == CrossOriginIsolation.isolationMode(world, pair.second());
  }

  /** Whether the pages of the two have the same policy and isolation. */
  public static boolean hasOnePolicy(World world, Pair pair) {
    return world.pagePolicyOf(pair.first()).equals(world.pagePolicyOf(pair.second()));
  }

  private static boolean hasAPolicy(World world, Pair pair) {
    return pair.both()
        .exists(each -> world.pagePolicyOf(each).value() != CrossPageWindowProxyPolicy.NONE);
  }

  private static Vector<Pair> keptApart(Moment moment) {
    var world = moment.world();
    return Pair.reachingIn(moment)
        .filter(pair -> !pair.isInOnePage(world) && hasAPolicy(world, pair))
        .filter(
            pair ->
                !hasOnePolicy(world, pair)
                    || !world
                        .topLevelDocument(pair.first())
                        .origin()
                        .isSameOriginWith(world.topLevelDocument(pair.second()).origin()));
  }

  /** Each document with each one that it finds by a name. */
  public static Vector<Pair> foundByName(Moment moment) {
    var world = moment.world();
    var rules = Rules.unheard(moment.variant(), moment.capabilities());
    var names =
        world
            .navigables()
            .valuesIterator()
            .map(Navigable::targetName)
            .filter(name -> !name.isEmpty())
            .toVector()
            .distinct();
    return world
        .fullyActiveDocuments()
        .flatMap(
            document ->
                names
                    .flatMap(
                        name ->
                            Names.findANavigableByTargetName(
                                world, name, world.navigableOf(document), rules))
                    .map(found -> new Pair(document, world.activeDocument(found))));
  }
}
