package org.coopcheck.properties.invariant;

import static org.coopcheck.model.policy.OpenerPolicyValue.RESTRICT_PROPERTIES;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;
import static org.coopcheck.properties.invariant.GroupInvariants.kind;
import static org.coopcheck.properties.invariant.GroupInvariants.name;
import static org.coopcheck.properties.invariant.GroupInvariants.topLevel;
import static org.coopcheck.properties.invariant.GroupInvariants.violation;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.BrowsingContextGroup;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.StepKind;

/**
 * What {@code restrict-properties} promises about COOP groups, and what inheriting the COOP origin
 * promises about popups.
 */
public final class CoopGroupInvariants {
  private static final Source RESTRICT_PROPERTIES_EXPLAINER =
      Source.of("coi-with-popups", "https://github.com/hemeryar/coi-with-popups");
  private static final Source INHERITANCE =
      Source.of("COOP inheritance document", "https://github.com/whatwg/html/issues/8481");
  private static final Source CONJECTURE =
      Source.of("conjecture", "https://github.com/hemeryar/coi-with-popups");

  private CoopGroupInvariants() {}

  /** I4. */
  public static final Invariant ACCESS_IS_INSIDE_A_COOP_GROUP =
      new Invariant(
              "access-is-inside-a-coop-group",
              "I4",
              "A document that a script of another document can reach, even if only for"
                  + " postMessage() and closed, is in the same COOP group.",
              RESTRICT_PROPERTIES_EXPLAINER,
              Sight.WORLD,
              TreeSet.empty(),
              moment ->
                  Pair.reachingIn(moment)
                      .find(pair -> !isSameCoopGroup(moment.world(), pair))
                      .map(
                          pair ->
                              violation(
                                  moment,
                                  pair.both(),
                                  "%s can reach %s, but is in another COOP group"
                                      .formatted(
                                          name(moment, pair.first()),
                                          name(moment, pair.second())))),
              "a document can reach another in another browsing context group",
              moment ->
                  Pair.reachingIn(moment).exists(pair -> isAcrossGroups(moment.world(), pair)))
          .withScope(Scope.COOP_GROUPS);

  /** I6: what the proposals give up. */
  public static final Invariant SAME_ORIGIN_IN_A_COOP_GROUP_SHARES_A_CLUSTER =
      new Invariant(
              "same-origin-in-a-coop-group-shares-a-cluster",
              "I6",
              "Documents of one COOP group that are same origin share an agent cluster.",
              CONJECTURE,
              Sight.WORLD,
              TreeSet.empty(),
              moment ->
                  Pair.allIn(moment.world())
                      .filter(pair -> isSameCoopGroup(moment.world(), pair))
                      .filter(Pair::isSameOrigin)
                      .find(pair -> !pair.isInOneCluster(moment.world()))
                      .map(
                          pair ->
                              violation(
                                  moment,
                                  pair.both(),
                                  "%s and %s are same origin (%s) and share a COOP group, but not an agent cluster"
                                      .formatted(
                                          name(moment, pair.first()),
                                          name(moment, pair.second()),
                                          pair.first().origin()))),
              "two documents of one COOP group are same origin",
              moment ->
                  Pair.allIn(moment.world())
                      .exists(pair -> isSameCoopGroup(moment.world(), pair) && pair.isSameOrigin()))
          .withScope(Scope.WITHOUT_EITHER);

  /** I7. */
  public static final Invariant RESTRICTED_GROUPS_HAVE_ONE_COOP_ORIGIN =
      new Invariant(
              "restricted-groups-have-one-coop-origin",
              "I7",
              "Every top-level document of a browsing context group for restrict-properties pages of"
                  + " one COOP origin has restrict-properties and that COOP origin, unless it is an"
                  + " initial about:blank without an opener policy, or an error page.",
              INHERITANCE,
              Sight.WORLD,
              TreeSet.empty(),
              moment ->
                  topLevel(moment.world())
                      .flatMap(document -> strangerInARestrictedGroup(moment, document))
                      .headOption(),
              "a group for restrict-properties pages has two windows",
              moment ->
                  restricted(moment.world())
                      .exists(group -> moment.world().browsingContextSet(group.id()).size() > 1))
          .withScope(Scope.COOP_GROUPS);

  /** I8. */
  public static final Invariant ONE_GROUP_FOR_EACH_POLICY =
      new Invariant(
              "one-group-for-each-policy",
              "I8",
              "A COOP group has at most one browsing context group for each COOP origin with"
                  + " restrict-properties and each cross-origin isolation mode, and at most one of"
                  + " each mode for all other pages.",
              RESTRICT_PROPERTIES_EXPLAINER,
              Sight.WORLD,
              TreeSet.empty(),
              moment ->
                  pairsOfGroups(moment.world())
                      .find(pair -> isSamePurpose(pair.first(), pair.second()))
                      .map(
                          pair ->
                              new Violation(
                                  "%s and %s are two browsing context groups of one COOP group for the same pages"
                                      .formatted(
                                          windowsOf(moment, pair.first()).mkString(" "),
                                          windowsOf(moment, pair.second()).mkString(" ")),
                                  windowsOf(moment, pair.first())
                                      .appendAll(windowsOf(moment, pair.second())))),
              "a COOP group has two browsing context groups",
              moment ->
                  pairsOfGroups(moment.world())
                      .exists(pair -> pair.first().coopGroup().equals(pair.second().coopGroup())))
          .withScope(Scope.COOP_GROUPS);

  /** I9. */
  public static final Invariant PLAIN_PAGES_SHARE_A_GROUP =
      new Invariant(
              "plain-pages-share-a-group",
              "I9",
              "All top-level documents of a COOP group without restrict-properties that are neither"
                  + " the initial about:blank nor error pages are in one browsing context group.",
              RESTRICT_PROPERTIES_EXPLAINER,
              Sight.WORLD,
              TreeSet.empty(),
              moment ->
                  plainPairs(moment)
                      .find(pair -> isAcrossGroups(moment.world(), pair))
                      .map(
                          pair ->
                              violation(
                                  moment,
                                  pair.both(),
                                  "%s%s and %s%s have no restrict-properties and share a COOP group, but not a browsing context group"
                                      .formatted(
                                          name(moment, pair.first()),
                                          kind(pair.first()),
                                          name(moment, pair.second()),
                                          kind(pair.second())))),
              "two pages of a COOP group have no restrict-properties",
              moment -> !plainPairs(moment).isEmpty())
          .withScope(Scope.COOP_GROUPS);

  /** Reversibility. */
  public static final Invariant A_POLICY_LEADS_BACK =
      new Invariant(
              "a-policy-leads-back",
              "R1",
              "A window that goes to another browsing context group of its COOP group goes to the one"
                  + " that was there for its new page, if there was one.",
              RESTRICT_PROPERTIES_EXPLAINER,
              Sight.STEP,
              TreeSet.empty(),
              moment ->
                  arrivals(moment)
                      .flatMap(
                          arrival ->
                              moment
                                  .before()
                                  .groups()
                                  .values()
                                  .find(
                                      group ->
                                          !group.id().equals(arrival.group().id())
                                              && moment.world().groups().containsKey(group.id())
                                              && isSamePurpose(group, arrival.group()))
                                  .map(
                                      group ->
                                          new Violation(
                                              "%s went to %s, but %s was there for the same pages"
                                                  .formatted(
                                                      arrival.window(),
                                                      arrival.group().id(),
                                                      group.id()),
                                              Vector.of(arrival.window()))))
                      .headOption(),
              "a window goes to a browsing context group that was there before",
              moment ->
                  arrivals(moment)
                      .exists(
                          arrival -> moment.before().groups().containsKey(arrival.group().id())))
          .withScope(Scope.COOP_GROUPS);

  /** Names are no channel between browsing context groups. */
  public static final Invariant NAMES_STAY_IN_THEIR_GROUP =
      new Invariant(
          "names-stay-in-their-group",
          "N1",
          "A window that goes to another browsing context group does not take its name along.",
          RESTRICT_PROPERTIES_EXPLAINER,
          Sight.STEP,
          TreeSet.of(StepKind.NAME),
          moment ->
              switches(moment)
                  .filter(window -> !nameOf(moment.before(), window).isEmpty())
                  .find(
                      window ->
                          nameOf(moment.world(), window).equals(nameOf(moment.before(), window)))
                  .orElse(() -> namedOnItsWay(moment))
                  .map(
                      window ->
                          new Violation(
                              "%s went to another browsing context group with its name \"%s\""
                                  .formatted(window, nameOf(moment.world(), window)),
                              Vector.of(window))),
          "a window with a name goes to another browsing context group",
          moment -> switches(moment).exists(window -> !nameOf(moment.before(), window).isEmpty()));

  /** Nothing but asynchronous access crosses. */
  public static final Invariant NO_NAVIGATION_CROSSES =
      new Invariant(
              "no-navigation-crosses",
              "R2",
              "No script navigates, or finds by name, a window of another browsing context group.",
              RESTRICT_PROPERTIES_EXPLAINER,
              Sight.WORLD,
              TreeSet.of(StepKind.NAME),
              moment ->
                  Pair.reachingIn(moment)
                      .filter(pair -> isAcrossGroups(moment.world(), pair))
                      .find(
                          pair ->
                              Access.allows(
                                  moment.world(),
                                  pair.first(),
                                  pair.second(),
                                  "location",
                                  moment.variant()))
                      .map(
                          pair ->
                              violation(
                                  moment,
                                  pair.both(),
                                  "%s can navigate %s, which is in another browsing context group"
                                      .formatted(
                                          name(moment, pair.first()), name(moment, pair.second()))))
                      .orElse(() -> GroupInvariants.nameOutOfTheGroup(moment)),
              "a document can reach another in another browsing context group",
              moment ->
                  Pair.reachingIn(moment).exists(pair -> isAcrossGroups(moment.world(), pair)))
          .withScope(Scope.COOP_GROUPS);

  /** COOP origins differ from origins only for a moment. */
  public static final Invariant ONLY_INITIAL_DOCUMENTS_DIFFER =
      new Invariant(
          "only-initial-documents-differ",
          "O1",
          "The COOP origin of a top-level document is its origin, unless it is the initial"
              + " about:blank.",
          INHERITANCE,
          Sight.WORLD,
          TreeSet.of(StepKind.CSP_SANDBOX),
          moment ->
              topLevel(moment.world())
                  .filter(document -> !document.isInitialAboutBlank())
                  .find(document -> !hasItsOwnCoopOrigin(document))
                  .map(
                      document ->
                          violation(
                              moment,
                              Vector.of(document),
                              "%s is no initial about:blank, has the origin %s and the COOP origin %s"
                                  .formatted(
                                      name(moment, document),
                                      document.origin(),
                                      document.coopOrigin()))),
          "a popup shows a document that is not its initial about:blank",
          moment ->
              topLevel(moment.world())
                  .exists(
                      document ->
                          !document.isInitialAboutBlank()
                              && moment
                                  .world()
                                  .navigable(moment.world().navigableOf(document))
                                  .isCreatedByWebContent()));

  private static boolean hasItsOwnCoopOrigin(Document document) {
    return document.coopOrigin().isSameOriginWith(document.origin());
  }

  private static Option<Violation> strangerInARestrictedGroup(Moment moment, Document document) {
    boolean mayBeThere =
        document.error().isDefined()
            || (document.isInitialAboutBlank() && document.openerPolicy().value() == UNSAFE_NONE);
    return moment
        .world()
        .groupOf(document)
        .commonCoopOrigin()
        .filter(
            common ->
                !mayBeThere
                    && (isPlain(document) || !document.coopOrigin().isSameOriginWith(common)))
        .map(
            common ->
                violation(
                    moment,
                    Vector.of(document),
                    "%s has %s of the COOP origin %s%s, but is in the group for restrict-properties pages of %s"
                        .formatted(
                            name(moment, document),
                            document.openerPolicy().value(),
                            document.coopOrigin(),
                            kind(document),
                            common)));
  }

  private static boolean isPlain(Document document) {
    return document.openerPolicy().value().withoutCoep() != RESTRICT_PROPERTIES;
  }

  private static Vector<Pair> plainPairs(Moment moment) {
    return Pair.of(
            topLevel(moment.world())
                .filter(
                    document ->
                        isPlain(document)
                            && !document.isInitialAboutBlank()
                            && document.error().isEmpty()))
        .filter(pair -> isSameCoopGroup(moment.world(), pair));
  }

  private static boolean isSameCoopGroup(World world, Pair pair) {
    return world.groupOf(pair.first()).coopGroup().equals(world.groupOf(pair.second()).coopGroup());
  }

  private static boolean isAcrossGroups(World world, Pair pair) {
    return !pair.isInOneGroup(world);
  }

  // Groups.

  private record Groups(BrowsingContextGroup first, BrowsingContextGroup second) {}

  private static Vector<Groups> pairsOfGroups(World world) {
    return Pair.twoByTwo(world.groups().values().toVector(), Groups::new);
  }

  private static boolean isSamePurpose(BrowsingContextGroup a, BrowsingContextGroup b) {
    return a.coopGroup().equals(b.coopGroup())
        && a.crossOriginIsolationMode() == b.crossOriginIsolationMode()
        && a.commonCoopOrigin().equals(b.commonCoopOrigin());
  }

  private static Vector<BrowsingContextGroup> restricted(World world) {
    return world.groups().values().filter(group -> group.commonCoopOrigin().isDefined()).toVector();
  }

  private static Vector<NavigableId> windowsOf(Moment moment, BrowsingContextGroup group) {
    return moment.world().browsingContextSet(group.id()).map(each -> each.navigable());
  }

  // Steps.

  private record Arrival(NavigableId window, BrowsingContextGroup group) {}

  /** The windows that are in another browsing context group after the step. */
  private static Vector<NavigableId> switches(Moment moment) {
    return moment
        .world()
        .topLevelTraversables()
        .map(each -> each.id())
        .filter(moment.before()::hasNavigable)
        .filter(id -> !groupOf(moment.before(), id).id().equals(groupOf(moment.world(), id).id()));
  }

  /** A window that was opened under a name and has left the group of its opener at once. */
  private static Option<NavigableId> namedOnItsWay(Moment moment) {
    if (!(moment.action() instanceof Action.OpenWindow open)) return Option.none();
    return Option.of(open.opened())
        .filter(id -> moment.world().hasNavigable(id) && !moment.before().hasNavigable(id))
        .filter(id -> !moment.world().activeDocument(id).isInitialAboutBlank())
        .filter(id -> !nameOf(moment.world(), id).isEmpty())
        .filter(
            id ->
                !groupOf(moment.world(), id).id().equals(groupOf(moment.before(), open.by()).id()));
  }

  private static Vector<Arrival> arrivals(Moment moment) {
    return switches(moment)
        .map(id -> new Arrival(id, groupOf(moment.world(), id)))
        .filter(
            arrival ->
                groupOf(moment.before(), arrival.window())
                    .coopGroup()
                    .equals(arrival.group().coopGroup()));
  }

  private static BrowsingContextGroup groupOf(World world, NavigableId id) {
    return world.groupOf(world.activeDocument(id));
  }

  private static String nameOf(World world, NavigableId id) {
    return world.navigable(id).targetName();
  }
}
