package org.coopcheck.properties.invariant;

import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;
import static org.coopcheck.properties.invariant.GroupInvariants.hasLoosePolicy;
import static org.coopcheck.properties.invariant.GroupInvariants.name;
import static org.coopcheck.properties.invariant.GroupInvariants.others;
import static org.coopcheck.properties.invariant.GroupInvariants.topLevel;
import static org.coopcheck.properties.invariant.GroupInvariants.violation;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.World;

/**
 * What the policies that keep popups promise about the windows that share their group.
 *
 * <p>"After" is read off the numbers of ids: what came to be later has a greater one.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policy-value">HTML</a>
 */
public final class PopupInvariants {
  private static final Source OPENER_POLICY_VALUES =
      Source.html("browsers.html#cross-origin-opener-policy-value");

  private PopupInvariants() {}

  /** B8, first half. */
  public static final Invariant ONLY_ITS_OWN_POPUPS =
      new Invariant(
          "only-its-own-popups",
          "B8",
          "Every top-level document with unsafe-none in the group of a same-origin-allow-popups or"
              + " noopener-allow-popups document is in a window that was created from inside that"
              + " group after the document with the policy was committed.",
          OPENER_POLICY_VALUES,
          Sight.CREATION,
          TreeSet.empty(),
          moment ->
              sharing(moment.world())
                  .find(pair -> !isYounger(moment.world(), pair.plain(), pair.page()))
                  .map(
                      pair ->
                          violation(
                              moment,
                              Vector.of(pair.page(), pair.plain()),
                              "%s has %s of %s, but its group also has %s with unsafe-none of %s, in a window that was there before the document in %s"
                                  .formatted(
                                      name(moment, pair.page()),
                                      pair.page().openerPolicy().value(),
                                      pair.page().origin(),
                                      name(moment, pair.plain()),
                                      pair.plain().origin(),
                                      name(moment, pair.page())))),
          "a page with such a policy shares its group with an unsafe-none page",
          moment -> !sharing(moment.world()).isEmpty());

  /** B8, second half. */
  public static final Invariant NOT_ITS_OWN_OPENER =
      new Invariant(
          "not-its-own-opener",
          "B8",
          "The window that created the window of a same-origin-allow-popups or"
              + " noopener-allow-popups document shows no unsafe-none document in the same group.",
          OPENER_POLICY_VALUES,
          Sight.CREATION,
          TreeSet.empty(),
          moment ->
              sharing(moment.world())
                  .find(pair -> hasCreated(moment.world(), pair.plain(), pair.page()))
                  .map(
                      pair ->
                          violation(
                              moment,
                              Vector.of(pair.page(), pair.plain()),
                              "%s has %s of %s, but the window %s that created it shares its group and has unsafe-none of %s"
                                  .formatted(
                                      name(moment, pair.page()),
                                      pair.page().openerPolicy().value(),
                                      pair.page().origin(),
                                      name(moment, pair.plain()),
                                      pair.plain().origin()))),
          "a page with such a policy is in a window that another window created",
          moment ->
              topLevel(moment.world())
                  .exists(
                      page ->
                          isCommittedAndLoose(page)
                              && browsingContext(moment.world(), page).creator().isDefined()));

  private record Sharing(Document page, Document plain) {}

  private static Vector<Sharing> sharing(World world) {
    return topLevel(world)
        .filter(PopupInvariants::isCommittedAndLoose)
        .flatMap(
            page ->
                others(world, page)
                    .filter(PopupInvariants::isCommittedAndPlain)
                    .map(plain -> new Sharing(page, plain)));
  }

  private static boolean isCommittedAndLoose(Document document) {
    return !document.isInitialAboutBlank() && hasLoosePolicy(document);
  }

  private static boolean isCommittedAndPlain(Document document) {
    return !document.isInitialAboutBlank()
        && document.openerPolicy().value() == UNSAFE_NONE
        && document.error().isEmpty();
  }

  private static boolean isYounger(World world, Document plain, Document page) {
    BrowsingContext window = browsingContext(world, plain);
    return window.isAuxiliary() && window.id().number() > page.id().number();
  }

  private static boolean hasCreated(World world, Document plain, Document page) {
    Option<BrowsingContext> creator =
        browsingContext(world, page)
            .creator()
            .map(world::browsingContext)
            .map(world::topLevelBrowsingContext);
    return creator.exists(found -> found.id().equals(plain.browsingContext()));
  }

  private static BrowsingContext browsingContext(World world, Document document) {
    return world.browsingContext(document.browsingContext());
  }
}
