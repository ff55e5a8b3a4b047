package org.coopcheck.model.navigation;

import static org.coopcheck.model.decision.Decision.given;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.context.Groups;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.ModelDefect;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.Questions.ComparedPolicy;
import org.coopcheck.model.variant.Questions.OptionalSwitch;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.BrowsingContextId;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/**
 * Which browsing context a response is shown in.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#obtain-browsing-context-navigation">HTML</a>
 */
final class BrowsingContextChoice {
  private BrowsingContextChoice() {}

  /**
   * @param world the world, with a new browsing context and group if there was a switch
   * @param browsingContext the browsing context for the document
   * @param swap how far the window went
   */
  record Chosen(World world, BrowsingContextId browsingContext, Swap swap) {}

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#obtain-browsing-context-navigation">HTML</a>
   * @param world the world
   * @param id the navigable that is navigated
   * @param params what the document will be made of
   * @param isByTheUser whether the navigation came from the browser's user interface
   * @param rules what the step goes by
   */
  static Chosen obtainABrowsingContextToUseForANavigationResponse(
      World world, NavigableId id, NavigationParams params, boolean isByTheUser, Rules rules) {
    var browsingContext = world.activeBrowsingContext(id); // 1.
    if (!browsingContext.isTopLevel()) { // 2.
      return new Chosen(world, browsingContext.id(), Swap.NONE);
    }
    var result = params.enforcementResult();
    var active = world.activeDocument(id);
    boolean isOptional =
        rules
            .variant()
            .optionalSwitch()
            .apply(
                new OptionalSwitch(
                    active.origin().isSameSiteWith(params.origin()), // 5. 6.
                    isByTheUser,
                    world.browsingContextSet(world.groupOf(browsingContext).id()).size()
                        == 1)); // 7. 8.
    Swap swap = isOptional ? Swap.FULL : result.swap(); // 3. 4.
    rules
        .decisions()
        .note(
            Rule.OBTAIN_A_BROWSING_CONTEXT,
            switch (swap) {
              case NONE -> Answer.SAME_GROUP;
              case RELATED -> Answer.RELATED_GROUP;
              case FULL -> Answer.NEW_GROUP;
            },
            () ->
                Vector.of(
                    given("needs a switch", result.swap() != Swap.NONE),
                    given("would need a switch", result.wouldNeedASwitchDueToReportOnly())));
    if (swap == Swap.NONE) { // 9.
      return new Chosen(
          inAnotherVirtualGroup(world, browsingContext, result.swapDueToReportOnly()),
          browsingContext.id(),
          swap);
    }
    var policy =
        new ComparedPolicy(
            params.openerPolicy(), params.openerPolicy().coopOriginIn(params.origin()));
    var purpose =
        new Groups.Purpose(
            rules
                .variant()
                .isolationMode()
                .apply(params.openerPolicy(), rules.capabilities().isolation()), // 12.
            rules.variant().commonCoopOrigin().apply(policy));
    var coopGroup = world.groupOf(browsingContext).coopGroup();
    return swap == Swap.RELATED
        ? inARelatedGroup(
            rules.variant().reusesGroups().apply(policy)
                ? Groups.obtainABrowsingContextGroup(world, coopGroup, purpose)
                : Groups.createARelatedBrowsingContextGroup(world, coopGroup, purpose),
            browsingContext,
            params)
        : inANewGroup(world, browsingContext, params, purpose, rules);
  }

  /**
   * NB: in the standard there are no COOP groups, and so no virtual ones.
   *
   * @see <a
   *     href="https://source.chromium.org/chromium/chromium/src/+/main:content/browser/security/coop/cross_origin_opener_policy_access_report_manager.cc">Chromium</a>
   */
  private static World inAnotherVirtualGroup(World world, BrowsingContext left, Swap wouldGo) {
    if (wouldGo == Swap.NONE) return world;
    int fresh = world.nextNumber();
    var there = left.withVirtualBrowsingContextGroupId(fresh);
    return world
        .withNumbersTaken(1)
        .withBrowsingContext(wouldGo == Swap.FULL ? there.withVirtualCoopGroupId(fresh) : there);
  }

  /**
   * The window goes to another browsing context group of its COOP group. Its opener, and those who
   * hold its {@code WindowProxy}, keep each other; what they can do is for the variant to say.
   *
   * @see <a href="https://github.com/hemeryar/coi-with-popups">COOP: restrict-properties</a>
   */
  private static Chosen inARelatedGroup(
      Groups.Created obtained, BrowsingContext left, NavigationParams params) {
    var browsingContext =
        left.withId(new BrowsingContextId(obtained.world().nextNumber()))
            .withGroup(Option.some(obtained.group()))
            .withPopupSandboxingFlags(params.browsingContextFlags());
    World world =
        obtained
            .world()
            .withNumbersTaken(1)
            .withBrowsingContext(browsingContext)
            .withReferencesMoved(left.id(), browsingContext.id());
    return new Chosen(world, browsingContext.id(), Swap.RELATED);
  }

  private static Chosen inANewGroup(
      World before,
      BrowsingContext left,
      NavigationParams params,
      Groups.Purpose purpose,
      Rules rules) {
    var created = Groups.createANewBrowsingContextGroup(before, purpose); // 10. 12.
    boolean isNew = rules.variant().switchesItsBrowsingContext().apply(Swap.FULL);
    boolean keepsItsOpener = rules.variant().keepsItsOpener().apply(Swap.FULL);
    var world = isNew ? created.world().withNumbersTaken(1) : created.world();
    var flags = params.browsingContextFlags();
    // NB: the assertion is about responses; about:blank and blob: documents, which by the letter
    // have no opener policy, may inherit one here.
    if (!flags.isEmpty() && params.url().isHttp()) { // 14.
      ModelDefect.assertThat(
          params.openerPolicy().value() == OpenerPolicyValue.UNSAFE_NONE,
          "a sandboxed response that switches groups has the opener policy unsafe-none");
    }
    // NB: 10. also makes an initial about:blank, which nobody sees: the response's document takes
    // its place before anything else happens.
    var browsingContext =
        new BrowsingContext(
            isNew ? new BrowsingContextId(created.world().nextNumber()) : left.id(),
            left.navigable(),
            Option.some(created.group()),
            keepsItsOpener ? left.opener() : Option.none(),
            Option.none(),
            false,
            Option.none(),
            Option.none(),
            Option.none(),
            0,
            0,
            flags,
            Option.none());
    return new Chosen(
        world.withBrowsingContext(browsingContext), browsingContext.id(), Swap.FULL); // 15.
  }
}
