package org.coopcheck.model.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vavr.collection.SortedSet;
import io.vavr.control.Option;
import java.util.function.Predicate;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.SandboxingFlag;

/**
 * A browsing context.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#browsing-context">HTML</a>
 * @param id names it
 * @param navigable the navigable whose documents it presents
 * @param group its browsing context group; none for a child browsing context
 * @param opener its opener browsing context
 * @param openerOriginAtCreation its opener origin at creation
 * @param isAuxiliary whether it is auxiliary
 * @param creator the browsing context that created it, which Chromium's reports call its original
 *     opener; for invariants, too, that speak of who created whom; no algorithm of the standard
 *     reads it, and it names a browsing context only while that one lives
 * @param initialUrl its initial URL
 * @param initialUrlRequester the origin that asked for that URL, for invariants that speak of who
 *     knows it; no algorithm reads it; none if it was the user
 * @param virtualBrowsingContextGroupId its virtual browsing context group ID
 * @param virtualCoopGroupId the same for COOP groups, which only a proposal has
 * @param popupSandboxingFlags its popup sandboxing flag set
 * @param onePermittedSandboxedNavigator its one permitted sandboxed navigator
 */
@RecordBuilder
public record BrowsingContext(
    BrowsingContextId id,
    NavigableId navigable,
    Option<BrowsingContextGroupId> group,
    Option<BrowsingContextId> opener,
    Option<Origin> openerOriginAtCreation,
    boolean isAuxiliary,
    Option<BrowsingContextId> creator,
    Option<Url> initialUrl,
    Option<Origin> initialUrlRequester,
    int virtualBrowsingContextGroupId,
    int virtualCoopGroupId,
    SortedSet<SandboxingFlag> popupSandboxingFlags,
    Option<BrowsingContextId> onePermittedSandboxedNavigator)
    implements BrowsingContextBuilder.With {

  /** Whether it is a top-level browsing context. */
  public boolean isTopLevel() {
    return group.isDefined();
  }

  /** The same, where whatever named the one browsing context names the other. */
  BrowsingContext referringTo(BrowsingContextId to, BrowsingContextId instead) {
    return withOpener(opener.map(each -> each.equals(to) ? instead : each))
        .withCreator(creator.map(each -> each.equals(to) ? instead : each))
        .withOnePermittedSandboxedNavigator(
            onePermittedSandboxedNavigator.map(each -> each.equals(to) ? instead : each));
  }

  /** What is left when the browsing contexts that {@code isGone} says are discarded. */
  BrowsingContext forgetting(Predicate<BrowsingContextId> isGone) {
    return withOpener(opener.filter(isGone.negate()))
        .withCreator(creator.filter(isGone.negate()))
        .withOnePermittedSandboxedNavigator(onePermittedSandboxedNavigator.filter(isGone.negate()));
  }
}
