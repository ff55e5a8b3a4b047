package org.coopcheck.model.window;

import static org.coopcheck.model.decision.Decision.given;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.variant.GroupRelation;
import org.coopcheck.model.variant.Questions.NameSearch;
import org.coopcheck.model.variant.Questions.Pages;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/**
 * Finding windows by their names.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#navigable-target-names">HTML</a>
 */
public final class Names {
  private Names() {}

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#find-a-navigable-by-target-name">HTML</a>
   * @param world the world
   * @param name a name that is no keyword
   * @param current the navigable from which is searched
   * @param rules what the step goes by
   */
  public static Option<NavigableId> findANavigableByTargetName(
      World world, String name, NavigableId current, Rules rules) {
    // 3. MODEL: of the two orders that the standard allows, the navigable with what it contains and
    // then its whole page; the tests on sandboxing, which are optional, are left out.
    var inPage =
        world
            .inclusiveDescendants(current)
            .appendAll(world.inclusiveDescendants(world.topLevelTraversable(current)))
            .find(each -> hasName(world, each, name, current)); // 4.
    var found = inPage.orElse(() -> findElsewhere(world, name, current, rules)); // 5. to 8.
    rules
        .decisions()
        .note(
            Rule.FIND_BY_TARGET_NAME,
            found.map(Answer.A_WINDOW::saying).getOrElse(Answer.NOTHING),
            () -> Vector.of(given("name", name), given("current", current)));
    return found;
  }

  private static Option<NavigableId> findElsewhere(
      World world, String name, NavigableId current, Rules rules) {
    var own = world.topLevelTraversable(current);
    var mine = world.activeBrowsingContext(current);
    return world
        .topLevelTraversables()
        .map(each -> each.id())
        // NB: a browsing context set is in the order in which its browsing contexts came to be.
        .sortBy(each -> world.activeBrowsingContext(each).id())
        .filter(each -> !each.equals(own)) // 7.1.
        .filter(
            each ->
                rules
                    .variant()
                    .findsByName()
                    .apply(
                        new NameSearch(
                            relation(world, mine, world.activeBrowsingContext(each)),
                            Pages.of(
                                world, world.activeDocument(current), world.activeDocument(each)),
                            world
                                .navigable(each)
                                .namesInOtherGroups()
                                .containsKey(world.groupOf(mine).id())))) // 6.
        .flatMap(world::inclusiveDescendants)
        .find(
            each ->
                hasName(world, each, name, current)
                    && familiarWith(world, mine, world.activeBrowsingContext(each))); // 7.3.
  }

  private static boolean hasName(World world, NavigableId id, String name, NavigableId current) {
    return world
        .navigable(id)
        .nameIn(
            world.groupOf(world.activeBrowsingContext(current)).id(),
            world.groupOf(world.activeBrowsingContext(id)).id())
        .equals(name);
  }

  private static GroupRelation relation(World world, BrowsingContext a, BrowsingContext b) {
    var groupOfA = world.groupOf(a);
    var groupOfB = world.groupOf(b);
    if (groupOfA.id().equals(groupOfB.id())) return GroupRelation.SAME_GROUP;
    return groupOfA.coopGroup().equals(groupOfB.coopGroup())
        ? GroupRelation.SAME_COOP_GROUP
        : GroupRelation.UNRELATED;
  }

  /** How near two documents are to each other. */
  public static GroupRelation relation(World world, Document a, Document b) {
    return relation(
        world,
        world.browsingContext(a.browsingContext()),
        world.browsingContext(b.browsingContext()));
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#familiar-with">HTML</a>
   */
  public static boolean familiarWith(World world, BrowsingContext a, BrowsingContext b) {
    return familiarWith(world, a, b, Vector.empty());
  }

  // NB: an opener may have been re-pointed so that openers form a cycle; what was asked before need
  // not be asked again.
  private static boolean familiarWith(
      World world, BrowsingContext a, BrowsingContext b, Vector<BrowsingContext> asked) {
    if (asked.contains(b)) return false;
    var documentOfA = world.activeDocument(a.navigable());
    var documentOfB = world.activeDocument(b.navigable());
    if (documentOfA.origin().isSameOriginWith(documentOfB.origin())) return true; // 1.
    if (world.topLevelBrowsingContext(a).id().equals(b.id())) return true; // 2.
    boolean isFamiliarWithItsOpener =
        b.isAuxiliary()
            && b.opener()
                .filter(world::isPresented)
                .exists(
                    opener ->
                        familiarWith(
                            world, a, world.browsingContext(opener), asked.append(b))); // 3.
    return isFamiliarWithItsOpener
        || hasAncestorWithOrigin(world, documentOfB, documentOfA); // 4. 5.
  }

  private static boolean hasAncestorWithOrigin(World world, Document of, Document like) {
    return world
        .containerDocument(of)
        .exists(
            outer ->
                outer.origin().isSameOriginWith(like.origin())
                    || hasAncestorWithOrigin(world, outer, like));
  }
}
