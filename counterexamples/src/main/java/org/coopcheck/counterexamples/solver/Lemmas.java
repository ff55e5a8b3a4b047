package org.coopcheck.counterexamples.solver;

import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.variant.GroupRelation;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.World;

/**
 * What no design document claims, and yet holds in every world that can be reached: with a lemma
 * assumed, fewer worlds are left from which a step could break an invariant. Each is itself shown to
 * be kept by every step, or is not assumed.
 */
final class Lemmas {
  private Lemmas() {}

  /** An opener or a handle on a window leads to a window of the same COOP group. */
  static final Promise LINKS_STAY_IN_THEIR_COOP_GROUP =
      new Promise("links-stay-in-their-coop-group", false, moment -> strayLink(moment.world()));

  /**
   * Two top-level documents of a group, an initial {@code about:blank} counted, that have opener
   * policies other than unsafe-none have the same, of the same COOP origin.
   */
  static final Promise INITIAL_DOCUMENTS_HAVE_THE_POLICY_OF_THEIR_GROUP =
      new Promise(
          "initial-documents-have-the-policy-of-their-group",
          false,
          moment -> twoPolicies(moment.world()));

  /**
   * With a top-level document that has same-origin or same-origin-plus-coep, no top-level document
   * of the group has unsafe-none, an initial {@code about:blank} counted.
   */
  static final Promise SAME_ORIGIN_EXCLUDES_PLAIN_INITIAL_DOCUMENTS =
      new Promise(
          "same-origin-excludes-plain-initial-documents",
          false,
          moment -> plainBesideSameOrigin(moment.world()));

  static final Vector<Promise> ALL =
      Vector.of(
          LINKS_STAY_IN_THEIR_COOP_GROUP,
          INITIAL_DOCUMENTS_HAVE_THE_POLICY_OF_THEIR_GROUP,
          SAME_ORIGIN_EXCLUDES_PLAIN_INITIAL_DOCUMENTS);

  private static Option<String> strayLink(World world) {
    var windows = world.topLevelTraversables().map(each -> each.id());
    return Parts.pairs(windows.size())
        .find(
            pair -> {
              var between =
                  Parts.between(world, windows.get(pair.first()), windows.get(pair.second()));
              return between.relation() == GroupRelation.UNRELATED && between.isLink();
            })
        .map(
            pair ->
                "%s and %s are in different COOP groups, but one has the other as its opener or has a handle on it"
                    .formatted(windows.get(pair.first()), windows.get(pair.second())));
  }

  private static Option<String> twoPolicies(World world) {
    var documents =
        world
            .topLevelDocuments()
            .reject(document -> document.openerPolicy().value() == UNSAFE_NONE);
    return Parts.pairs(documents.size())
        .find(pair -> differ(world, documents.get(pair.first()), documents.get(pair.second())))
        .map(
            pair ->
                "%s and %s share a browsing context group, but not the opener policy"
                    .formatted(
                        world.navigableOf(documents.get(pair.first())),
                        world.navigableOf(documents.get(pair.second()))));
  }

  private static Option<String> plainBesideSameOrigin(World world) {
    var plain =
        world
            .topLevelDocuments()
            .filter(document -> document.openerPolicy().value() == UNSAFE_NONE);
    return world
        .topLevelDocuments()
        .filter(document -> document.openerPolicy().value().withoutCoep() == SAME_ORIGIN)
        .flatMap(
            one ->
                plain
                    .find(other -> world.groupOf(other).equals(world.groupOf(one)))
                    .map(
                        other ->
                            "%s has unsafe-none in the browsing context group of %s"
                                .formatted(world.navigableOf(other), world.navigableOf(one))))
        .headOption();
  }

  private static boolean differ(World world, Document one, Document other) {
    return world.groupOf(one).equals(world.groupOf(other))
        && (one.openerPolicy().value() != other.openerPolicy().value()
            || !one.coopOrigin().equals(other.coopOrigin()));
  }
}
