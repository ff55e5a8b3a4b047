package org.coopcheck.properties.invariant;

import static org.coopcheck.model.policy.OpenerPolicyValue.NOOPENER_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.vavr.Function2;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.window.Names;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.BrowsingContextGroup;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.StepKind;

/**
 * What opener policies promise about browsing context groups.
 *
 * <p>The origin of a document is here that of its opener policy, which is another only by the rules
 * of a proposal.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies">HTML</a>
 */
public final class GroupInvariants {
  private static final Source OPENER_POLICIES =
      Source.html("browsers.html#cross-origin-opener-policies");
  private static final Source GROUPS =
      Source.html("document-sequences.html#groupings-of-browsing-contexts");

  private GroupInvariants() {}

  /** B1. */
  public static final Invariant ONE_POLICY_IN_A_GROUP =
      new Invariant(
          "one-policy-in-a-group",
          "B1",
          "All top-level documents of a browsing context group that are not the initial about:blank"
              + " and whose opener policy is not unsafe-none have the same opener policy value and"
              + " the same origin.",
          OPENER_POLICIES,
          Sight.WORLD,
          TreeSet.empty(),
          moment ->
              firstPair(
                  moment.world(),
                  committed(moment.world())
                      .filter(each -> each.openerPolicy().value() != UNSAFE_NONE),
                  (a, b) -> isSameGroup(moment.world(), a, b) && !hasSamePolicyAndOrigin(a, b),
                  (a, b) ->
                      "%s and %s share a browsing context group, but %s has %s of %s and %s has %s of %s"
                          .formatted(
                              name(moment, a),
                              name(moment, b),
                              name(moment, a),
                              a.openerPolicy().value(),
                              a.origin(),
                              name(moment, b),
                              b.openerPolicy().value(),
                              b.origin())),
          "two windows of one group both have an opener policy",
          moment ->
              Pair.of(
                      committed(moment.world())
                          .filter(each -> each.openerPolicy().value() != UNSAFE_NONE))
                  .exists(pair -> pair.isInOneGroup(moment.world())));

  /** B2. */
  public static final Invariant SAME_ORIGIN_EXCLUDES_UNSAFE_NONE =
      new Invariant(
          "same-origin-excludes-unsafe-none",
          "B2",
          "A browsing context group with a top-level document whose opener policy is same-origin or"
              + " same-origin-plus-coep has no top-level document with unsafe-none that is not the"
              + " initial about:blank, and every top-level initial about:blank in it is same origin"
              + " with that document.",
          OPENER_POLICIES,
          Sight.WORLD,
          TreeSet.empty(),
          moment ->
              strict(moment.world())
                  .flatMap(
                      page ->
                          others(moment.world(), page)
                              .filter(other -> isExcludedBy(page, other))
                              .map(
                                  other ->
                                      violation(
                                          moment,
                                          Vector.of(page, other),
                                          "%s has %s of %s, but its browsing context group also has %s with %s of %s%s"
                                              .formatted(
                                                  name(moment, page),
                                                  page.openerPolicy().value(),
                                                  page.origin(),
                                                  name(moment, other),
                                                  other.openerPolicy().value(),
                                                  other.origin(),
                                                  kind(other)))))
                  .headOption(),
          "a same-origin page shares its group with an initial about:blank",
          moment ->
              strict(moment.world())
                  .exists(
                      page -> others(moment.world(), page).exists(Document::isInitialAboutBlank)));

  /** B3. */
  public static final Invariant ISOLATED_GROUPS_ARE_ISOLATED =
      new Invariant(
          "isolated-groups-are-isolated",
          "B3",
          "Every top-level document of a browsing context group whose cross-origin isolation mode"
              + " is not none has the opener policy same-origin-plus-coep, or its like in a proposal,"
              + " and one origin; and where"
              + " the browser can isolate, a top-level document with such a policy is in such a"
              + " group.",
          Source.html("document-sequences.html#bcg-cross-origin-isolation"),
          Sight.WORLD,
          TreeSet.empty(),
          moment ->
              topLevel(moment.world())
                  .flatMap(document -> isolationClash(moment, document))
                  .headOption(),
          "an isolated group has two windows",
          moment ->
              topLevel(moment.world())
                  .exists(
                      document ->
                          isIsolated(moment.world(), document)
                              && !others(moment.world(), document).isEmpty()));

  /** B4. */
  public static final Invariant BROWSING_CONTEXTS_STAY =
      new Invariant(
          "browsing-contexts-stay",
          "B4",
          "No step moves a browsing context to another browsing context group.",
          GROUPS,
          Sight.STEP,
          TreeSet.empty(),
          moment ->
              moment
                  .before()
                  .browsingContexts()
                  .values()
                  .flatMap(before -> moved(moment, before))
                  .headOption(),
          "a window switches groups while another window stays",
          moment ->
              moment.world().groups().keySet().diff(moment.before().groups().keySet()).nonEmpty()
                  && moment.before().topLevelTraversables().size() > 1);

  /** B5. */
  public static final Invariant LATER_WINDOWS_ARE_AUXILIARY =
      new Invariant(
          "later-windows-are-auxiliary",
          "B5",
          "Every top-level browsing context that was added to a browsing context group after the"
              + " first is auxiliary.",
          GROUPS,
          Sight.WORLD,
          TreeSet.empty(),
          moment ->
              moment
                  .world()
                  .groups()
                  .keySet()
                  .toVector()
                  .map(
                      group ->
                          moment
                              .world()
                              .browsingContextSet(group)
                              .filter(each -> !each.isAuxiliary()))
                  .filter(notAuxiliary -> notAuxiliary.size() > 1)
                  .map(
                      notAuxiliary ->
                          new Violation(
                              "the windows %s are in one browsing context group, and none of them is auxiliary"
                                  .formatted(
                                      notAuxiliary.map(BrowsingContext::navigable).mkString(", ")),
                              notAuxiliary.map(BrowsingContext::navigable)))
                  .headOption(),
          "a group has a window that is auxiliary",
          moment ->
              moment.world().browsingContexts().values().exists(BrowsingContext::isAuxiliary));

  /** B6. */
  public static final Invariant NOTHING_LEADS_OUT_OF_A_GROUP =
      new Invariant(
              "nothing-leads-out-of-a-group",
              "B6",
              "No WindowProxy that still works, no opener link and no name lookup leads from one"
                  + " browsing context group to another.",
              OPENER_POLICIES,
              Sight.WORLD,
              TreeSet.of(StepKind.NAME),
              moment ->
                  handleOutOfTheGroup(moment)
                      .orElse(() -> openerOutOfTheGroup(moment))
                      .orElse(() -> nameOutOfTheGroup(moment)),
              "a handle was left behind by a switch",
              moment ->
                  moment
                      .world()
                      .fullyActiveDocuments()
                      .exists(
                          document ->
                              document
                                  .handles()
                                  .exists(
                                      handle ->
                                          !Access.isOpen(moment.world(), handle)
                                              && moment.world().hasNavigable(handle.navigable()))))
          .withScope(Scope.WITHOUT_COOP_GROUPS);

  // The clashes.

  private static boolean isExcludedBy(Document page, Document other) {
    return other.isInitialAboutBlank()
        ? !other.coopOrigin().isSameOriginWith(page.coopOrigin())
        : other.openerPolicy().value() == UNSAFE_NONE;
  }

  private static Option<Violation> isolationClash(Moment moment, Document document) {
    var world = moment.world();
    boolean isIsolated = isIsolated(world, document);
    var value = document.openerPolicy().value();
    boolean asksForIt = value != value.withoutCoep();
    if (isIsolated && !asksForIt) {
      return Option.some(
          violation(
              moment,
              Vector.of(document),
              "%s has %s of %s%s, but its browsing context group is isolated (%s)"
                  .formatted(
                      name(moment, document),
                      document.openerPolicy().value(),
                      document.origin(),
                      kind(document),
                      world.groupOf(document).crossOriginIsolationMode())));
    }
    boolean canIsolate = moment.capabilities().isolation() != CrossOriginIsolationMode.NONE;
    if (asksForIt && !isIsolated && canIsolate) {
      return Option.some(
          violation(
              moment,
              Vector.of(document),
              "%s has %s, but its browsing context group is not isolated"
                  .formatted(name(moment, document), value)));
    }
    return others(world, document)
        .find(other -> isIsolated && !other.coopOrigin().isSameOriginWith(document.coopOrigin()))
        .map(
            other ->
                violation(
                    moment,
                    Vector.of(document, other),
                    "%s of %s and %s of %s are top-level documents of one isolated browsing context group"
                        .formatted(
                            name(moment, document),
                            document.origin(),
                            name(moment, other),
                            other.origin())));
  }

  private static Option<Violation> moved(Moment moment, BrowsingContext before) {
    return moment
        .world()
        .browsingContexts()
        .get(before.id())
        .filter(
            after ->
                !moment.world().groupOf(after).id().equals(moment.before().groupOf(before).id()))
        .map(
            after ->
                new Violation(
                    "the browsing context of %s was in %s and now is in %s"
                        .formatted(
                            before.navigable(),
                            moment.before().groupOf(before).id(),
                            moment.world().groupOf(after).id()),
                    Vector.of(before.navigable())));
  }

  private static Option<Violation> handleOutOfTheGroup(Moment moment) {
    var world = moment.world();
    return world
        .fullyActiveDocuments()
        .flatMap(
            document ->
                Access.handlesOf(world, document)
                    .filter(handle -> Access.isOpen(world, handle))
                    .map(handle -> world.activeDocument(handle.navigable()))
                    .filter(target -> !isSameGroup(world, document, target))
                    .map(target -> outOfTheGroup(moment, document, target, "has a handle on")))
        .headOption();
  }

  private static Option<Violation> openerOutOfTheGroup(Moment moment) {
    var world = moment.world();
    return world
        .fullyActiveDocuments()
        .flatMap(
            document ->
                Access.opener(world, document)
                    .map(world::activeDocument)
                    .filter(opener -> !isSameGroup(world, document, opener))
                    .map(opener -> outOfTheGroup(moment, document, opener, "has as its opener")))
        .headOption();
  }

  static Option<Violation> nameOutOfTheGroup(Moment moment) {
    var world = moment.world();
    var rules = Rules.unheard(moment.variant(), moment.capabilities());
    return world
        .fullyActiveDocuments()
        .flatMap(
            document ->
                world
                    .navigables()
                    .values()
                    .map(each -> each.targetName())
                    .filter(name -> !name.isEmpty())
                    .flatMap(
                        name ->
                            Names.findANavigableByTargetName(
                                world, name, world.navigableOf(document), rules))
                    .map(world::activeDocument)
                    .filter(found -> !isSameGroup(world, document, found))
                    .map(found -> outOfTheGroup(moment, document, found, "finds by its name")))
        .headOption();
  }

  private static Violation outOfTheGroup(Moment moment, Document from, Document to, String how) {
    return violation(
        moment,
        Vector.of(from, to),
        "%s %s %s, which is in another browsing context group"
            .formatted(name(moment, from), how, name(moment, to)));
  }

  // Words and sets that several invariants use.

  static Vector<Document> topLevel(World world) {
    return world.topLevelDocuments();
  }

  private static Vector<Document> committed(World world) {
    return topLevel(world).filter(document -> !document.isInitialAboutBlank());
  }

  private static Vector<Document> strict(World world) {
    return topLevel(world)
        .filter(
            document -> {
              OpenerPolicyValue value = document.openerPolicy().value();
              return value == SAME_ORIGIN || value == SAME_ORIGIN_PLUS_COEP;
            });
  }

  static boolean hasLoosePolicy(Document document) {
    OpenerPolicyValue value = document.openerPolicy().value();
    return value == SAME_ORIGIN_ALLOW_POPUPS || value == NOOPENER_ALLOW_POPUPS;
  }

  /** The other top-level documents of the document's group. */
  static Vector<Document> others(World world, Document document) {
    return topLevel(world)
        .filter(other -> !other.id().equals(document.id()) && isSameGroup(world, document, other));
  }

  /** Whether the two share a browsing context group. */
  public static boolean isSameGroup(World world, Document a, Document b) {
    return world.groupOf(a).id().equals(world.groupOf(b).id());
  }

  private static boolean isIsolated(World world, Document document) {
    BrowsingContextGroup group = world.groupOf(document);
    return group.crossOriginIsolationMode() != CrossOriginIsolationMode.NONE;
  }

  private static boolean hasSamePolicyAndOrigin(Document a, Document b) {
    return a.openerPolicy().value() == b.openerPolicy().value()
        && a.coopOrigin().isSameOriginWith(b.coopOrigin());
  }

  private static Option<Violation> firstPair(
      World world,
      Vector<Document> documents,
      Function2<Document, Document, Boolean> clashes,
      Function2<Document, Document, String> explanation) {
    return Pair.of(documents)
        .find(pair -> clashes.apply(pair.first(), pair.second()))
        .map(
            pair ->
                new Violation(
                    explanation.apply(pair.first(), pair.second()),
                    pair.both().map(world::navigableOf)));
  }

  static NavigableId name(Moment moment, Document document) {
    return moment.world().navigableOf(document);
  }

  static Violation violation(Moment moment, Vector<Document> documents, String explanation) {
    return new Violation(explanation, documents.map(moment.world()::navigableOf));
  }

  /** What is special about the document, in brackets. */
  public static String kind(Document document) {
    if (document.error().isDefined()) return " (an error page)";
    return document.isInitialAboutBlank() ? " (the initial about:blank)" : "";
  }
}
